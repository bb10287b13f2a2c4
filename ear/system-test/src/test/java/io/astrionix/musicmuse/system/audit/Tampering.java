package io.astrionix.musicmuse.system.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

/** One change of the audit log behind the application's back, by somebody who may do everything in the database. */
final class Tampering {

    /** {@code %1$d} and {@code %2$d} are two different numbers of seals, the first one the smaller. */
    private static final List<String> EDITS = List.of(
            entry("action = action || 'X'"),
            entry("outcome = case outcome when 'DONE' then 'REFUSED' else 'DONE' end"),
            entry("occurred_at = occurred_at + interval '1 microsecond'"),
            entry("actor = null"),
            entry("actor = 'somebody else'"),
            entry("object_type = '', object_id = object_type || object_id"),
            entry("object_id = object_id || ' '"),
            entry("details = details || ' '"),
            entry("details = ''"),
            entry("commitments = ''"),
            entry("id = gen_random_uuid()"),
            seal("digest = set_byte(digest, 31, get_byte(digest, 31) # 1)"),
            seal("hash = set_byte(hash, 0, get_byte(hash, 0) # 128)"),
            seal("sealed_at = sealed_at - interval '2 years'"),
            seal("sealed_at = sealed_at + interval '1 microsecond'"),
            seal("key_id = '2'"),
            seal("entry_id = gen_random_uuid()"),
            seal("seq = seq + 1000000"),
            value("value = value || ' '"),
            value("value = ''"),
            value("salt = set_byte(salt, 5, get_byte(salt, 5) # 1)"),
            value("name = name || 'x'"),
            "update musicmuse.audit_subject set account_id = gen_random_uuid()",
            "update musicmuse.audit_subject set pseudonym = 'x' || substr(pseudonym, 2)",
            segment("month = '1999-12'"),
            segment("entries = entries + 1"),
            segment("last_seq = last_seq - 1, entries = entries - 1"),
            segment("last_sealed_at = last_sealed_at - interval '1 second'"),
            segment("root = set_byte(root, 0, get_byte(root, 0) # 1)"),
            segment("mac = set_byte(mac, 0, get_byte(mac, 0) # 1)"));

    private static final List<String> DELETES = List.of(
            "delete from musicmuse.audit_entry where id = (select entry_id from musicmuse.audit_seal where seq = %1$d)",
            "delete from musicmuse.audit_entry where id in"
                    + " (select entry_id from musicmuse.audit_seal where seq between %1$d and %2$d)",
            "delete from musicmuse.audit_seal where seq = %1$d",
            "delete from musicmuse.audit_seal where seq between %1$d and %2$d",
            "with s as (delete from musicmuse.audit_seal where seq = %1$d returning entry_id)"
                    + " delete from musicmuse.audit_entry e using s where e.id = s.entry_id",
            "with s as (delete from musicmuse.audit_seal where seq <= %1$d returning entry_id)"
                    + " delete from musicmuse.audit_entry e using s where e.id = s.entry_id",
            "delete from musicmuse.audit_segment where first_seq = (select min(first_seq) from musicmuse.audit_segment)",
            "delete from musicmuse.audit_segment where first_seq = (select max(first_seq) from musicmuse.audit_segment)",
            "delete from musicmuse.audit_segment");

    private static final List<String> INSERTS = List.of(
            "insert into musicmuse.audit_entry select gen_random_uuid(), occurred_at, action, outcome, actor,"
                    + " object_type, object_id, details, commitments from musicmuse.audit_entry limit 1",
            "insert into musicmuse.audit_entry values"
                    + " (gen_random_uuid(), now() - interval '3 years', 'SIGNED_IN', 'DONE', null, '', '', '{}', '')",
            "with e as (insert into musicmuse.audit_entry select gen_random_uuid(), occurred_at, action, outcome, actor,"
                    + " object_type, object_id, details, commitments from musicmuse.audit_entry limit 1 returning id)"
                    + " insert into musicmuse.audit_seal select seq + 1, e.id, digest, key_id, hash, sealed_at"
                    + " from musicmuse.audit_seal, e order by seq desc limit 1",
            "insert into musicmuse.audit_seal select -seq, gen_random_uuid(), digest, key_id, hash, sealed_at"
                    + " from musicmuse.audit_seal where seq = %1$d",
            "insert into musicmuse.audit_seal select 0, gen_random_uuid(), digest, key_id, hash, sealed_at"
                    + " from musicmuse.audit_seal where seq = %1$d",
            "insert into musicmuse.audit_personal select entry_id, 'device', 'salt', 'Lynx', true"
                    + " from musicmuse.audit_seal where seq = %1$d",
            "insert into musicmuse.audit_personal values (gen_random_uuid(), 'device', 'salt', 'Lynx', true)",
            "insert into musicmuse.audit_subject values (gen_random_uuid(), 'salt', 'pseudonym')",
            "insert into musicmuse.audit_segment select last_seq + 1, last_seq + 2, month, 2, first_sealed_at,"
                    + " last_sealed_at, root, root, key_id, mac from musicmuse.audit_segment order by 1 desc limit 1");

    private static final List<String> SWAPS = List.of(
            swap("audit_entry", "details", "id"),
            swap("audit_entry", "occurred_at", "id"),
            swap("audit_entry", "commitments", "id"),
            swap("audit_personal", "value", "entry_id"),
            swap("audit_personal", "salt", "entry_id"),
            "update musicmuse.audit_seal a set hash = b.hash from musicmuse.audit_seal b"
                    + " where (a.seq, b.seq) in ((%1$d, %2$d), (%2$d, %1$d))",
            "update musicmuse.audit_seal a set digest = b.digest from musicmuse.audit_seal b"
                    + " where (a.seq, b.seq) in ((%1$d, %2$d), (%2$d, %1$d))",
            "update musicmuse.audit_seal set seq = -seq where seq in (%1$d, %2$d);"
                    + "update musicmuse.audit_seal set seq = case seq when -%1$d then %2$d else %1$d end where seq < 0",
            "update musicmuse.audit_subject a set salt = b.salt from musicmuse.audit_subject b"
                    + " where a.account_id <> b.account_id");

    private static final List<String> TRUNCATIONS = List.of(
            "delete from musicmuse.audit_seal where seq > %1$d",
            "with s as (delete from musicmuse.audit_seal where seq > %1$d returning entry_id)"
                    + " delete from musicmuse.audit_entry e using s where e.id = s.entry_id",
            "with s as (delete from musicmuse.audit_seal where seq > %1$d returning entry_id)"
                    + " insert into musicmuse.audit_unsealed (entry_id) select entry_id from s",
            "with s as (delete from musicmuse.audit_seal where seq > %1$d returning entry_id), p as"
                    + " (delete from musicmuse.audit_personal p using s where p.entry_id = s.entry_id)"
                    + " delete from musicmuse.audit_entry e using s where e.id = s.entry_id;"
                    + "delete from musicmuse.audit_segment where last_seq > %1$d",
            "truncate musicmuse.audit_seal",
            "truncate musicmuse.audit_entry",
            "truncate musicmuse.audit_seal, musicmuse.audit_segment, musicmuse.audit_entry, musicmuse.audit_personal,"
                    + " musicmuse.audit_subject");

    private static final List<List<String>> KINDS = List.of(EDITS, DELETES, INSERTS, SWAPS, TRUNCATIONS);

    private final String commands;

    private Tampering(String commands) {
        this.commands = commands;
    }

    /** @param head number of the last seal */
    static Tampering random(Random random, int head) {
        int one = 1 + random.nextInt(head - 1);
        int two = one + 1 + random.nextInt(head - one);
        var kind = KINDS.get(random.nextInt(KINDS.size()));
        return new Tampering(kind.get(random.nextInt(kind.size())).formatted(one, two));
    }

    /** @return how many rows it changed; a change of nothing would be none */
    int apply(Connection owner) throws SQLException {
        int changed = 0;
        for (var command : commands.split(";")) {
            changed += command.startsWith("truncate") ? 1 : 0;
            changed += AuditDatabase.execute(owner, command);
        }
        return changed;
    }

    @Override
    public String toString() {
        return commands;
    }

    private static String entry(String change) {
        return "update musicmuse.audit_entry set " + change
                + " where id = (select entry_id from musicmuse.audit_seal where seq = %1$d)";
    }

    private static String seal(String change) {
        return "update musicmuse.audit_seal set " + change + " where seq = %1$d";
    }

    private static String value(String change) {
        return "update musicmuse.audit_personal set " + change
                + " where name = 'email' and entry_id = (select entry_id from musicmuse.audit_seal where seq = %1$d)";
    }

    private static String segment(String change) {
        return "update musicmuse.audit_segment set " + change
                + " where first_seq = (select max(first_seq) from musicmuse.audit_segment)";
    }

    /** The values of a column in the rows of two entries; the numbers make them differ. */
    private static String swap(String table, String column, String key) {
        return "update musicmuse." + table + " a set " + column + " = b." + column + " from musicmuse." + table
                + " b, musicmuse.audit_seal s, musicmuse.audit_seal t where s.entry_id = a." + key
                + " and t.entry_id = b." + key + " and (s.seq, t.seq) in ((%1$d, %2$d), (%2$d, %1$d))"
                + ("audit_personal".equals(table) ? " and a.name = 'email' and b.name = 'email'" : "");
    }
}
