create table musicmuse.audit_entry (
    id          uuid primary key,
    occurred_at timestamptz not null,
    action      text        not null,
    outcome     text        not null,
    actor_id    uuid,
    object_type text        not null,
    object_id   text        not null,
    address     text,
    details     text        not null
);
