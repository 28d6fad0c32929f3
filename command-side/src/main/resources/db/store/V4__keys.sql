-- The keys of personal fields, outside the history: destroying one erases what it sealed, everywhere and in every copy.
-- Each field has its own; the subject's wraps them, so that they go with it.

create schema if not exists keys;

create table keys.subject_key (
    id      text  primary key,
    study   text  not null,
    subject text  not null,
    secret  bytea not null check (octet_length(secret) = 32),
    unique (study, subject)
);

-- wrapped: AES-256-GCM of 32 bytes under the subject's key: nonce (12), ciphertext (32), tag (16).
create table keys.field_key (
    id          text        primary key,
    subject_key text        not null references keys.subject_key (id) on delete cascade,
    wrapped     bytea       not null check (octet_length(wrapped) = 60),
    made_at     timestamptz not null default now()
);

create index field_key_of_subject on keys.field_key (subject_key);

grant usage on schema keys to trialog_command, trialog_query;
grant select, insert on keys.subject_key to trialog_command;
grant select, insert, delete on keys.field_key to trialog_command;
grant select on keys.subject_key, keys.field_key to trialog_query;
