-- Who may come in. Outside the study history: accounts are not facts of a trial, what they did is.
create table door.account (
    name          text primary key check (name ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
    display_name  text not null,
    role          text not null check (role in ('coordinator', 'investigator', 'auditor', 'data-manager')),
    password_hash text not null,
    created_at    timestamptz not null default clock_timestamp()
);

-- The sites whose subjects a coordinator works with.
create table door.account_site (
    account text not null references door.account (name),
    study   text not null,
    site    text not null,
    primary key (account, study, site)
);

-- Only digests are kept: a stolen copy of this table opens nothing.
create table door.token (
    digest     bytea primary key,
    account    text not null references door.account (name),
    expires_at timestamptz not null
);

create index token_expiry on door.token (expires_at);

grant usage on schema door to trialog_command;
grant select, insert, update on door.account to trialog_command;
grant select, insert, delete on door.account_site, door.token to trialog_command;
