-- what was heard before this was told counts as heard for sure, as it did then
alter table musicmuse.note_event
    add confidence double precision not null default 1 check (confidence between 0 and 1);
alter table musicmuse.note_event
    alter confidence drop default;

-- null: judged before it was told how sure a verdict is
alter table musicmuse.note_verdict
    add confidence double precision check (confidence between 0 and 1);
