-- The query side's own append-only copy of the history, of the shape of the store's. Positions and recorded times come
-- with the entries; nothing here assigns any.

create table history.entry (
    position bigint primary key,
    known_at timestamptz not null,
    recorded_at timestamptz not null,
    command_id text not null,
    event_id text not null unique,
    study text not null,
    subject text,
    stream text not null,
    stream_sequence bigint not null,
    type text not null,
    revision text not null,
    payload text not null,
    metadata text not null
);
create index entry_of_study on history.entry (study, position);
create index entry_of_subject on history.entry (study, subject, position);
create index entry_known on history.entry (study, known_at, position);
create index entry_of_command on history.entry (command_id);

-- How far the copy is known to be complete: nothing with a recorded time up to this can still arrive.
create table history.completeness (
    only_row boolean primary key default true check (only_row),
    through timestamptz not null
);
insert into history.completeness (through) values ('-infinity');

create function history.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the history is append-only: % is refused', tg_op using errcode = 'restrict_violation';
end
$$;

create trigger append_only before update or delete or truncate on history.entry
    for each statement execute function history.refuse_change();
