-- When somebody last signed in, and when they were last told that the account ends otherwise (A2); since when processing is
-- restricted, and when that ends if it is to end (A9).
alter table musicmuse.account
    add column last_active_at      timestamptz not null default now(),
    add column idle_noticed_at     timestamptz,
    add column restricted_at       timestamptz,
    add column restriction_ends_at timestamptz;

create index account_last_active on musicmuse.account (last_active_at, id);
create index account_restriction_ends on musicmuse.account (restriction_ends_at) where restriction_ends_at is not null;
