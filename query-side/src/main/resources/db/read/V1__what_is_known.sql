-- What is known, folded from the history: rows, and the position up to which they are folded, in one database.
-- A generation is one whole folding. Readers see the current one; a rebuild fills the next and then switches.

create table read.feed (
    generation int primary key,
    fold int not null,               -- version of the fold that made these rows
    position bigint not null,        -- every fact up to here is in the rows, none after
    current boolean not null
);
create unique index one_current_generation on read.feed (current) where current;

create table read.study (
    generation int not null,
    study text not null,
    version bigint not null,         -- facts of the study itself and its batches
    position bigint not null,        -- of the last fact of the study, its subjects or batches
    known_at timestamptz not null,   -- of that fact
    view text not null,
    primary key (generation, study)
);

create table read.subject_record (
    generation int not null,
    study text not null,
    subject text not null,
    site text,
    version bigint not null,
    position bigint not null,
    record text not null,
    primary key (generation, study, subject)
);

create view read.current_study as
    select s.* from read.study s join read.feed f on f.generation = s.generation and f.current;

create view read.current_subject_record as
    select r.* from read.subject_record r join read.feed f on f.generation = r.generation and f.current;
