-- At each start, after the migrations: what the roles beside the application's may do (docs/postgresql.md). Here and not in
-- migrations, so that a role made later gets its rights too; one that was not made is passed over. A table or column not
-- named here stays closed to them. Taking a line away takes no right away: that needs a migration.
do $$
declare
    other_role text;
begin
    -- Two nodes may start at once, and grants on one table at the same moment fail.
    perform pg_advisory_xact_lock(hashtext('musicmuse rights'));

    foreach other_role in array array['musicmuse_reader', 'musicmuse_retention'] loop
        if exists (select from pg_roles where rolname = other_role)
            and not has_schema_privilege(other_role, 'musicmuse', 'usage') then
            execute format('grant usage on schema musicmuse to %I', other_role);
        end if;
    end loop;

    if exists (select from pg_roles where rolname = 'musicmuse_reader') then
        grant select on musicmuse.account_avatar, musicmuse.account_interest, musicmuse.account_profile,
            musicmuse.account_role, musicmuse.audio_device, musicmuse.consent_proof, musicmuse.flyway_schema_history,
            musicmuse.guardian_ask, musicmuse.guardianship, musicmuse.note_event, musicmuse.note_verdict,
            musicmuse.practice_session,
            musicmuse.request_allowance, musicmuse.second_factor_tries, musicmuse.sign_in, musicmuse.sign_in_lane,
            musicmuse.sign_in_network to musicmuse_reader;
        grant select on musicmuse.abuse_action, musicmuse.abuse_report, musicmuse.support_message,
            musicmuse.support_thread to musicmuse_reader;
        grant select on musicmuse.disclosure_case, musicmuse.legal_receipt, musicmuse.legal_version,
            musicmuse.processor to musicmuse_reader;
        grant select on musicmuse.data_request_person, musicmuse.data_request_step, musicmuse.export_file,
            musicmuse.erasure, musicmuse.erasure_leg, musicmuse.erasure_mark, musicmuse.erasure_step,
            musicmuse.processing_choice to musicmuse_reader;
        grant select on musicmuse.retention_evidence, musicmuse.retention_hold, musicmuse.retention_pause,
            musicmuse.retention_quarantine, musicmuse.retention_range, musicmuse.retention_rule_run,
            musicmuse.retention_run to musicmuse_reader;
        grant select on musicmuse.billing_customer, musicmuse.ledger_entry to musicmuse_reader;
        -- Of the tables with secrets everything else: what somebody signs in with, and the links in mails that wait.
        grant select (id, version, email, display_name, created_at, status, language, email_verified_at,
            age_state, adult_from, guardian_due_at, verify_due_at, hidden_at, last_active_at, idle_noticed_at,
            restricted_at, restriction_ends_at) on musicmuse.account to musicmuse_reader;
        grant select (id, account_id, created_at, confirmed_at) on musicmuse.authenticator_app to musicmuse_reader;
        grant select (id, version, kind, channel, state, person_hash, received_at, asked_at, acknowledged_at,
            verified_at, cool_off_until, due_at, steps_done, alarm, breached_at, closed_at, answer, busy_until)
            on musicmuse.data_request to musicmuse_reader;
        grant select (id, account_id, device, first_seen_at, last_seen_at) on musicmuse.known_device to musicmuse_reader;
        grant select (id, account_id, token_use, created_at, expires_at) on musicmuse.one_time_token to musicmuse_reader;
        grant select (id, mail_key, template, account_id, recipient, language, state, attempts,
            next_try_at, last_error, queued_at, sent_at) on musicmuse.outbox_mail to musicmuse_reader;
        grant select (id, account_id, name, synced, created_at, last_used_at) on musicmuse.passkey to musicmuse_reader;
        grant select (id, account_id, created_at) on musicmuse.recovery_code to musicmuse_reader;
        grant select (id, thread_id, expires_at) on musicmuse.support_link to musicmuse_reader;
        grant select on musicmuse.audit_entry, musicmuse.audit_personal, musicmuse.audit_seal, musicmuse.audit_segment,
            musicmuse.audit_subject, musicmuse.audit_unsealed to musicmuse_reader;
    end if;

    if exists (select from pg_roles where rolname = 'musicmuse_retention') then
        -- The command line asks the engine for runs and tells what came of them. It deletes nothing itself: the engine
        -- alone passes over what somebody holds.
        grant select on musicmuse.retention_pause, musicmuse.retention_rule_run, musicmuse.retention_run
            to musicmuse_retention;
        grant insert (id, kind, asked_by, rules) on musicmuse.retention_run to musicmuse_retention;
    end if;
end
$$;
