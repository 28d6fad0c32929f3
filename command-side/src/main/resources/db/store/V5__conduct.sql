-- More of what decisions look at beyond their own stream: how the study is run, where a batch stands, who was dosed first,
-- who is let in. Written in the transaction of the facts that change them, rebuildable from the events.

alter table store.site add column closed_on date;

create table store.site_activation (
    study       text    not null,
    site        text    not null,
    active_from date    not null,
    version     integer not null,
    primary key (study, site, active_from)
);

-- Batches of older events have none of it: nothing of the kind could be recorded then.
alter table store.batch
    add column out_of_specification boolean not null default false,
    add column quarantined_on       date,
    add column rejected_on          date,
    add column recalled_on          date,
    add column origin               text,
    add column donor_subject        text;

-- place: in the order in which they were set.
create table store.dosing_hold (
    study     text    not null,
    hold      text    not null,
    place     integer not null,
    arm       text,
    site      text,
    since     date    not null,
    until_day date,
    primary key (study, hold)
);

-- Those that are locked.
create table store.data_cut (
    study       text not null,
    cut         text not null,
    site        text,
    subject     text,
    visit       text,
    through_day date not null,
    primary key (study, cut)
);

-- When each subject was first dosed, as precisely as its record says.
create table store.first_dose (
    study    text not null,
    subject  text not null,
    arm      text not null,
    earliest date not null,
    latest   date not null,
    primary key (study, subject)
);

-- Those that stand; site is null for who sees the whole study.
create table store.grant (
    study   text not null,
    account text not null,
    role    text not null,
    site    text,
    unique nulls not distinct (study, account, role, site)
);

create index grant_account on store.grant (account);

-- First doses of subjects that were dosed before this version stand in the events: GuardRebuild makes their rows.

grant select, insert, update, delete
    on store.site_activation, store.dosing_hold, store.data_cut, store.first_dose, store.grant to trialog_command;
grant select
    on store.site_activation, store.dosing_hold, store.data_cut, store.first_dose, store.grant to trialog_query;
