alter table musicmuse.practice_session
    add input_kind text,
    add music_start_seconds double precision check (music_start_seconds >= 0),
    add music_fingerprint text,
    add first_rules_version text;

create table musicmuse.note_event (
    session_id       uuid             not null references musicmuse.practice_session (id) on delete cascade,
    position         integer          not null,
    note_id          integer          not null,
    onset_seconds    double precision not null,
    duration_seconds double precision not null check (duration_seconds >= 0),
    midi             double precision not null,
    primary key (session_id, position)
);
