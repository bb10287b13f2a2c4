-- The sealer takes the oldest first, also where a million wait.
create index audit_unsealed_oldest on musicmuse.audit_unsealed (queued_at, entry_id);
