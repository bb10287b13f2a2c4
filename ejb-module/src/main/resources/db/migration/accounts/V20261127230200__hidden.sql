-- From a verified request to erase the account on: nobody is shown the profile any more.
alter table musicmuse.account add column hidden_at timestamptz;
