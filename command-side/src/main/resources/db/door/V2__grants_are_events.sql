-- At which sites an account works is a fact of the study now (GrantGiven, GrantRevoked), with its guard row in
-- store.grant: who was let in, by whom and when, is part of what an auditor reads. The rows here cannot be made facts by
-- a migration: nobody recorded who gave them, and a fact has an actor and a time. A data manager gives the grants again.
drop table door.account_site;
