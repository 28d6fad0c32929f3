-- When nothing earlier can still appear.
--
-- A writer holds the table lock ROW EXCLUSIVE on store.event from before its first sequence value (INSERT takes it before
-- it runs) until its commit is visible to every later snapshot, or its rollback is done. So to know that everything up
-- to a sequence value M is decided: read M first, then note who holds that lock, then wait until none of those does.
-- Snapshots cannot tell: a transaction that is newer than every finished one lies beyond xmax, like one not yet begun.
-- And other long transactions (a dump, a rebuild) do not hold up the history.

-- The transactions that may be writing events now.
create function store.writers() returns text[]
    language sql volatile
begin atomic
    select coalesce(array_agg(distinct virtualtransaction), '{}')
    from pg_locks
    where locktype = 'relation'
      and database = (select oid from pg_database where datname = current_database())
      and relation = 'store.event'::regclass
      and mode = 'RowExclusiveLock'
      and granted;
end;

create function store.last_sequence() returns bigint
    language sql volatile
begin atomic
    select case when is_called then last_value else 0 end from store.event_sequence;
end;

-- "As known at T" may be answered once nothing recorded at or before T can still appear. A command takes the lock first
-- and reads the clock afterwards, so three questions in this order settle it, each a statement of its own outside a
-- transaction (or in READ COMMITTED):
--   1. store.horizon(T): null while T is not yet past; then whoever may still record at or before T (text, opaque);
--   2. store.decided(horizon): null while one of those still writes; then the store sequence M up to which they wrote;
--   3. store.positioned(M): false until the sequencer has placed everything up to M.

create function store.horizon(as_known_at timestamptz) returns text
    language plpgsql volatile
as $$
begin
    if clock_timestamp() <= as_known_at then
        return null;
    end if;
    return store.writers()::text;
end
$$;

create function store.decided(horizon text) returns bigint
    language plpgsql volatile
as $$
begin
    if horizon::text[] && store.writers() then
        return null;
    end if;
    return store.last_sequence();
end
$$;

create function store.positioned(up_to bigint) returns boolean
    language sql volatile
begin atomic
    select passed >= up_to from store.progress;
end;
