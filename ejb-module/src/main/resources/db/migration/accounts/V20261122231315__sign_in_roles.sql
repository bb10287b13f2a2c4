-- The roles at the time of signing in: when the account has others, the sign-in has ended. Those of before have.
alter table musicmuse.sign_in add column roles text not null default '';
