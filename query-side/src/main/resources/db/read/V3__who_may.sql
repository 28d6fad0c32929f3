-- The query side's role, where there is one: it owns nothing, and cannot change the history.

do $$
begin
    if exists (select from pg_roles where rolname = 'trialog_query') then
        grant usage on schema read, history to trialog_query;
        grant select, insert, update, delete on read.feed, read.study, read.subject_record to trialog_query;
        grant select on read.current_study, read.current_subject_record to trialog_query;
        grant select, insert on history.entry to trialog_query;
        grant select, update on history.completeness to trialog_query;
    end if;
end
$$;
