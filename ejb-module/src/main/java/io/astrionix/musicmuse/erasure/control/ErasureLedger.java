package io.astrionix.musicmuse.erasure.control;

import io.astrionix.musicmuse.erasure.control.Erasure.Kind;
import io.astrionix.musicmuse.erasure.control.LedgerEntry.What;
import io.astrionix.musicmuse.shared.Keys;
import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was erased, in a file outside the database: a database that is put back from a backup is made to forget again what
 * it had forgotten (A16). Holds keyed hashes of account ids, counts and times (A5).
 */
@ApplicationScoped
public class ErasureLedger {

    private static final int MAP_CHARACTERS = 12;

    private LedgerFile file;
    private ErasedIds ids;
    private ErasureRecords records;
    private Clock clock;

    public ErasureLedger() {} // required by the proxy

    @Inject
    public ErasureLedger(Settings settings, ErasedIds ids, ErasureRecords records, Clock clock) {
        this.file = new LedgerFile(
                Keys.file(settings)
                        .resolveSibling(
                                settings.text(Setting.ERASURE_LEDGER_FILE).orElseThrow()),
                ids::seal);
        this.ids = ids;
        this.records = records;
        this.clock = clock;
    }

    /** Makes the file if there is none: whether it can be written shows at the start. */
    public void open() {
        file.forget(Instant.EPOCH);
    }

    /**
     * Before anything is erased.
     *
     * @param rows how many there are to erase
     * @return the line's number
     * @throws java.io.UncheckedIOException if it cannot be written: then nothing may be erased
     */
    public long begin(Erasure erasure, long rows) {
        return append(erasure, erasure.kind() == Kind.RULE ? What.BEGIN_BY_RULE : What.BEGIN, rows);
    }

    /**
     * After everything is erased, and committed.
     *
     * @param rows how many went
     */
    public long end(Erasure erasure, long rows) {
        return append(erasure, What.END, rows);
    }

    private long append(Erasure erasure, What what, long rows) {
        return file.append(
                        records.mark(),
                        what,
                        erasure.id(),
                        erasure.hash(),
                        erasure.mapHash().substring(0, MAP_CHARACTERS),
                        rows,
                        clock.instant(),
                        ids.currentKey())
                .seq();
    }

    /** The number of the last line; 0 without any. */
    public long last() {
        return file.read().stream().mapToLong(LedgerEntry::seq).max().orElse(0);
    }

    /**
     * Keyed hashes of all accounts that must not be there: those that were erased, and those whose erasure was asked for
     * and had begun. One that a rule had begun and not ended is left to the rule.
     */
    public Set<String> erased() {
        return file.read().stream()
                .filter(entry -> entry.what() != What.BEGIN_BY_RULE)
                .map(LedgerEntry::account)
                .collect(Collectors.toSet());
    }

    /**
     * Takes lines out that are older.
     *
     * @return how many
     */
    public int forget(Instant before) {
        return file.forget(before);
    }
}
