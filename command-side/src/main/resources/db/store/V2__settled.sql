-- "As known at T" may be answered once nothing recorded at or before T can still appear. Three questions in this order,
-- each a statement of its own in READ COMMITTED (within one snapshot the second would never come true):
--   1. store.horizon(T): null while T is not yet past; then a transaction id below which lies every writer whose
--      recorded time is at or before T (a writer takes its transaction id first and reads the clock after);
--   2. store.decided(horizon): null while one of those still runs; then the store sequence M up to which they wrote;
--   3. store.positioned(M): false until the sequencer has placed everything up to M.

create function store.horizon(as_known_at timestamptz) returns xid8
    language plpgsql volatile
as $$
declare
    horizon xid8;
begin
    if clock_timestamp() <= as_known_at then
        return null;
    end if;
    -- A statement of its own: its snapshot is taken after the clock was read.
    select pg_snapshot_xmax(pg_current_snapshot()) into horizon;
    return horizon;
end
$$;

create function store.last_sequence() returns bigint
    language sql volatile
begin atomic
    select case when is_called then last_value else 0 end from store.event_sequence;
end;

create function store.decided(horizon xid8) returns bigint
    language sql volatile
begin atomic
    select case when pg_snapshot_xmin(pg_current_snapshot()) >= horizon then store.last_sequence() end;
end;

create function store.positioned(up_to bigint) returns boolean
    language sql volatile
begin atomic
    select passed >= up_to from store.progress;
end;
