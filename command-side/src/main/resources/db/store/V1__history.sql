-- The history: what was recorded (event), at which place it stands (position), and the two read together (history).
-- Runs as the owner of the database. The roles trialog_command and trialog_query exist; neither owns anything here.

-- Reads of its last value decide what the sequencer waits for: a cache would hand out values out of sight.
create sequence store.event_sequence as bigint cache 1;

create table store.event (
    store_sequence  bigint primary key,
    event_id        text   not null unique,
    stream          text   not null,
    stream_sequence bigint not null,
    stream_type     text   not null,
    type            text   not null,
    revision        text   not null,
    payload         text   not null check (payload is json object),
    metadata        text   not null check (metadata is json object),
    appended_at     text   not null,
    study           text   not null generated always as (metadata::jsonb ->> 'study') stored,
    subject         text   generated always as (metadata::jsonb ->> 'subject') stored,
    command_id      text   not null generated always as (metadata::jsonb ->> 'command') stored,
    recorded_at     text   not null generated always as (metadata::jsonb ->> 'recordedAt') stored,
    constraint event_stream_sequence unique (stream, stream_sequence),
    constraint event_recorded_at_form check (recorded_at ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$')
);

create index event_command on store.event (command_id);

comment on table store.event is 'What was recorded, as written. Append-only.';
comment on column store.event.store_sequence is 'Given by the store; neither dense nor in order of commit: read positions instead.';
comment on column store.event.appended_at is 'Wall clock of the append. The recorded time of the fact is recorded_at.';

-- The store gives the sequence value, whatever the writer says.
create function store.take_sequence() returns trigger
    language plpgsql
    security definer
    set search_path = pg_catalog
as $$
begin
    new.store_sequence := nextval('store.event_sequence');
    return new;
end
$$;

create trigger event_takes_sequence
    before insert on store.event
    for each row execute function store.take_sequence();

create table store.position (
    position       bigint primary key check (position > 0),
    store_sequence bigint      not null unique,
    recorded_at    timestamptz not null,
    known_at       timestamptz not null,
    study          text        not null,
    subject        text,
    command_id     text        not null,
    leaf           bytea       not null check (octet_length(leaf) = 32)
);

create index position_study on store.position (study, position);
create index position_subject on store.position (study, subject, position);
create index position_known_at on store.position (study, known_at, position);
create index position_command on store.position (command_id);

comment on table store.position is 'The place of each event in the history: dense from 1, a command together. Append-only; written by the sequencer alone.';
comment on column store.position.known_at is 'Running maximum of recorded_at within the study: as known at T is everything with known_at <= T.';
comment on column store.position.leaf is 'store.leaf of the event: its leaf in the Merkle tree over the positions.';

-- Where the sequencer stands: the last position given, and the store sequence up to which nothing is left to place.
create table store.progress (
    one      boolean primary key default true check (one),
    position bigint not null,
    passed   bigint not null
);

insert into store.progress (position, passed) values (0, 0);

-- Append-only, whoever asks: also the owner of the tables.
create function store.refuse_change() returns trigger
    language plpgsql
as $$
begin
    raise exception '% on %.% is refused: the history is append-only', tg_op, tg_table_schema, tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;

create trigger event_is_append_only
    before update or delete or truncate on store.event
    for each statement execute function store.refuse_change();
create trigger position_is_append_only
    before update or delete or truncate on store.position
    for each statement execute function store.refuse_change();
alter table store.event enable always trigger event_takes_sequence;
alter table store.event enable always trigger event_is_append_only;
alter table store.position enable always trigger position_is_append_only;

-- Length-framed: four bytes, big-endian, number of bytes of the UTF-8 form, then that form.
create function store.framed(value text) returns bytea
    language sql stable parallel safe
    return int4send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8');

-- The leaf of RFC 9162: SHA-256 over a zero byte and what is stored of the event, each part framed.
create function store.leaf(event store.event) returns bytea
    language sql stable parallel safe
    return sha256(
        '\x00'::bytea
        || store.framed(event.event_id)
        || store.framed(event.stream)
        || store.framed(event.stream_sequence::text)
        || store.framed(event.type)
        || store.framed(event.revision)
        || store.framed(event.recorded_at)
        || store.framed(event.appended_at)
        || store.framed(event.metadata)
        || store.framed(event.payload));

-- The contract with whoever reads the history.
create view store.history as
select p.position,
       p.known_at,
       p.recorded_at,
       p.command_id,
       e.event_id,
       p.study,
       p.subject,
       e.stream,
       e.stream_sequence,
       e.type,
       e.revision,
       e.payload,
       e.metadata
from store.position p
join store.event e on e.store_sequence = p.store_sequence;

grant usage on schema store to trialog_command, trialog_query;
grant select, insert on store.event, store.position to trialog_command;
grant select, update on store.progress to trialog_command;
grant select on store.history to trialog_command, trialog_query;
grant select on store.event, store.position, store.progress to trialog_query;
grant select on sequence store.event_sequence to trialog_command, trialog_query;
