-- The keys of personal fields, outside the history: destroying one erases what it sealed, everywhere and in every copy.

create schema if not exists keys;

create table keys.subject_key (
    id      text  primary key,
    study   text  not null,
    subject text  not null,
    secret  bytea not null check (octet_length(secret) = 32),
    unique (study, subject)
);

grant usage on schema keys to trialog_command, trialog_query;
grant select, insert on keys.subject_key to trialog_command;
grant select on keys.subject_key to trialog_query;
