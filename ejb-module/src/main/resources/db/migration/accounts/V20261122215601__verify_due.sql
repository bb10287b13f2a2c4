alter table musicmuse.account
    add column verify_due_at timestamptz;
