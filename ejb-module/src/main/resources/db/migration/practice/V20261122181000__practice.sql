create table musicmuse.practice_session (
    id                   uuid primary key,
    version              bigint           not null,
    account_id           uuid             not null references musicmuse.account (id) on delete cascade,
    exercise_id          text             not null,
    instrument_id        text             not null,
    musical_key          text             not null,
    octave               integer          not null,
    tempo_bpm            integer          not null,
    strictness           text             not null,
    calibrated           boolean          not null,
    started_at           timestamptz      not null,
    completed_at         timestamptz,
    rules_version        text,
    duration_millis      bigint check (duration_millis >= 0),
    score                double precision check (score between 0 and 100),
    accuracy_percent     double precision check (accuracy_percent between 0 and 100),
    expected_notes       integer check (expected_notes > 0),
    notes_played         integer check (notes_played >= 0),
    median_timing_millis double precision,
    median_cents         double precision
);

create index practice_session_history on musicmuse.practice_session (account_id, started_at desc)
    where completed_at is not null;
create index practice_session_open on musicmuse.practice_session (id) where completed_at is null;

create table musicmuse.note_verdict (
    session_id    uuid             not null references musicmuse.practice_session (id) on delete cascade,
    position      integer          not null,
    note_index    integer          not null check (note_index >= -1),
    verdict       text             not null,
    onset_seconds double precision,
    timing_millis double precision,
    cents         double precision,
    heard_midi    double precision,
    primary key (session_id, position)
);

create table musicmuse.audio_device (
    id             uuid primary key,
    version        bigint           not null,
    account_id     uuid             not null references musicmuse.account (id) on delete cascade,
    device_key     text             not null,
    label          text             not null,
    latency_millis double precision not null check (latency_millis between 0 and 500),
    spread_millis  double precision not null check (spread_millis between 0 and 500),
    measured_at    timestamptz      not null,
    unique (account_id, device_key)
);
