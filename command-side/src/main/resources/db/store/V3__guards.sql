-- What decisions look at beyond their own stream. Written in the transaction of the study's or batch's events, read
-- behind an advisory lock on the study or batch, and rebuildable from the events.

create table store.protocol (
    study      text    not null,
    version    integer not null,
    definition json    not null,
    primary key (study, version)
);

create table store.site (
    study text not null,
    site  text not null,
    zone  text not null,
    primary key (study, site)
);

create table store.batch (
    study       text not null,
    batch       text not null,
    released_on date,
    expires_on  date not null,
    primary key (study, batch)
);

-- The first answer to a request that names an Idempotency-Key, kept for 30 days. Holds no personal data: of the request
-- only a digest, of the answer only identifiers and verdicts.
create table store.idempotency (
    account    text        not null,
    path       text        not null,
    key        text        not null,
    digest     text        not null,
    answer     json,
    created_at timestamptz not null default now(),
    primary key (account, path, key)
);

create index idempotency_age on store.idempotency (created_at);

grant select, insert, update, delete on store.protocol, store.site, store.batch, store.idempotency to trialog_command;
grant select on store.protocol, store.site, store.batch to trialog_query;
