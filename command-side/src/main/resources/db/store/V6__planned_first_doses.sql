-- A first dose that is authorised and not given yet counts between subjects, too. Those authorised before this version
-- stand in the events: GuardRebuild makes their rows.
alter table store.first_dose add column planned boolean not null default false;
