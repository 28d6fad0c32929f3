-- Who came in, read, exported and was refused: beside the study history, kept as long as it is. It holds account names and
-- subject codes; nothing that was sent, no secret.
create table door.access (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    kind    text        not null,
    actor   text        not null,
    role    text,
    method  text,
    path    text,
    query   text,
    study   text,
    subject text,
    status  integer,
    code    text,
    rule    integer,
    address text,
    client  text,
    format  text,
    export  bigint references door.access (id),
    rows    bigint,
    bytes   bigint,
    account text,
    granted text
);

create index access_at on door.access (at);
create index access_kind on door.access (kind, id);
create index access_actor on door.access (actor, id);
create index access_study on door.access (study, subject, id);

comment on table door.access is 'The access log. Append-only.';
comment on column door.access.actor is 'An account, local:NAME at the command line of the machine, or anonymous.';
comment on column door.access.export is 'Of how an export ended: the row under which it was given.';
comment on column door.access.account is 'Whom a change of accounts or grants is about; who acted is the actor.';
comment on column door.access.granted is 'The role that the account got, and at which sites.';

create trigger access_is_append_only
    before update or delete or truncate on door.access
    for each statement execute function store.refuse_change();
alter table door.access enable always trigger access_is_append_only;

grant select, insert on door.access to trialog_command;
