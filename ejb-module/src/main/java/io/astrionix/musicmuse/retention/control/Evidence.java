package io.astrionix.musicmuse.retention.control;

import io.astrionix.musicmuse.shared.Hmac;
import io.astrionix.musicmuse.shared.KeyUse;
import io.astrionix.musicmuse.shared.Keys;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.SecretKey;

/** What a transaction deleted, written by that transaction. */
@Dependent
public class Evidence {

    private final Sql sql;
    private final SecretKey key;

    @Inject
    public Evidence(Sql sql, Keys keys) {
        this.sql = sql;
        this.key = new Hmac(keys.current(KeyUse.AUDIT_CHAIN)).key("retention evidence");
    }

    void add(UUID run, UUID range, RetentionTarget target, List<String> keys) {
        if (!keys.isEmpty()) {
            add(run, range, target, keys.size(), hash(target.table(), keys));
        }
    }

    /** @param hash of what went, or a word for why there is none */
    void add(UUID run, UUID range, RetentionTarget target, long removed, String hash) {
        sql.update(
                "insert into musicmuse.retention_evidence (run_id, range_id, rule_id, table_name, removed, keys_hash)"
                        + " values (?, ?, ?, ?, ?, ?)",
                run,
                range,
                target.rule().id(),
                target.table(),
                removed,
                hash);
    }

    /** SHA-256, in hex, of the sorted HMACs of table and key: proves which rows went to whoever knows their keys. */
    String hash(String table, List<String> keys) {
        try {
            var hmac = new Hmac(key);
            var macs = keys.stream()
                    .map(row -> hmac.of(table + "\n" + row))
                    .sorted(Arrays::compareUnsigned)
                    .toList();
            var digest = MessageDigest.getInstance("SHA-256");
            macs.forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
