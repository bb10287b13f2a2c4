-- What somebody agreed to or objected to, from when to when (R28, R48): the row without an end is what holds now.
create table musicmuse.processing_choice (
    id         uuid primary key,
    account_id uuid        not null,
    activity   text        not null,
    allowed    boolean     not null,
    chosen_at  timestamptz not null,
    ended_at   timestamptz
);

create unique index processing_choice_now on musicmuse.processing_choice (account_id, activity) where ended_at is null;
create index processing_choice_ended on musicmuse.processing_choice (ended_at, id);
