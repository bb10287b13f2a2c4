-- The question to a guardian; goes with the answer.
create table musicmuse.guardian_ask (
    id             uuid primary key,
    version        bigint      not null,
    minor_id       uuid        not null unique references musicmuse.account (id) on delete cascade,
    guardian_email text        not null,
    asked_at       timestamptz not null,
    asks           integer     not null
);

-- One guardian answers for a minor.
create table musicmuse.guardianship (
    id            uuid primary key,
    version       bigint      not null,
    minor_id      uuid        not null unique references musicmuse.account (id) on delete cascade,
    guardian_id   uuid        not null references musicmuse.account (id) on delete cascade,
    consented_at  timestamptz not null,
    text_version  text        not null,
    ai_disclosure boolean     not null,
    withdrawn_at  timestamptz
);

create index guardianship_guardian on musicmuse.guardianship (guardian_id);

-- Without foreign keys: the proof outlives both accounts.
create table musicmuse.consent_proof (
    id           uuid primary key,
    subject_id   uuid        not null,
    giver_id     uuid        not null,
    subject      text        not null,
    text_version text        not null,
    given_at     timestamptz not null,
    ended_at     timestamptz
);

create index consent_proof_subject on musicmuse.consent_proof (subject_id);
