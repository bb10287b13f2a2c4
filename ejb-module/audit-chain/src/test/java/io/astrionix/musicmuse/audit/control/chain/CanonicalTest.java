package io.astrionix.musicmuse.audit.control.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Two different records never give the same bytes. */
class CanonicalTest {

    private static final byte[] KEY = {1, 2, 3};
    private static final UUID ID = new UUID(1, 2);
    private static final Instant TIME = Instant.parse("2026-11-22T12:00:00.123456Z");

    @Test
    void text_that_moves_from_one_field_to_the_next_gives_other_bytes() {
        assertThat(of("ab", "c")).isNotEqualTo(of("a", "bc"));
        assertThat(of("", "abc")).isNotEqualTo(of("abc", ""));
        assertThat(of("a")).isNotEqualTo(of("a", ""));
    }

    @Test
    void nothing_is_not_the_empty_text() {
        assertThat(of((String) null)).isNotEqualTo(of(""));
    }

    @Test
    void a_number_is_not_its_bytes_as_a_text() {
        assertThat(new Canonical("x").number(0x4142_4344_4546_4748L).hmac(KEY))
                .isNotEqualTo(new Canonical("x").text("ABCDEFGH").hmac(KEY));
    }

    @Test
    void a_text_that_imitates_the_frame_of_another_field_stays_one_field() {
        assertThat(of("a\0\0\0\1b", "c")).isNotEqualTo(of("a", "b", "c"));
        assertThat(of("at\0\0\0\1b")).isNotEqualTo(of("a", "b"));
    }

    @Test
    void ten_thousand_random_lists_that_differ_give_ten_thousand_results() {
        var random = new Random(42);
        var lists = new HashSet<List<String>>();
        var results = new HashSet<String>();
        while (lists.size() < 10_000) {
            var list = new ArrayList<String>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                list.add(random.nextInt(8) == 0 ? null : text(random));
            }
            lists.add(list);
            results.add(of(list.toArray(String[]::new)));
        }
        assertThat(results).hasSameSizeAs(lists);
    }

    @Test
    void every_field_of_an_entry_counts() {
        var entry = new EntryFields(ID, TIME, "SIGNED_IN", "DONE", "p", "account", "o", "{}", "email:00");
        var others = List.<UnaryOperator<EntryFields>>of(
                e -> copy(e, new UUID(1, 3), TIME, e.actor(), e.details()),
                e -> copy(e, ID, TIME.plusNanos(1_000), e.actor(), e.details()),
                e -> copy(e, ID, TIME, null, e.details()),
                e -> copy(e, ID, TIME, "", e.details()),
                e -> copy(e, ID, TIME, e.actor(), "{} "),
                e -> new EntryFields(ID, TIME, "SIGNED_OUT", "DONE", "p", "account", "o", "{}", "email:00"),
                e -> new EntryFields(ID, TIME, "SIGNED_IN", "FAILED", "p", "account", "o", "{}", "email:00"),
                e -> new EntryFields(ID, TIME, "SIGNED_IN", "DONE", "p", "accoun", "to", "{}", "email:00"),
                e -> new EntryFields(ID, TIME, "SIGNED_IN", "DONE", "p", "account", "", "{}", "email:00"),
                e -> new EntryFields(ID, TIME, "SIGNED_IN", "DONE", "p", "account", "o", "{}", ""));
        var digests = new HashSet<String>();
        digests.add(entry.digest(TestKeys.ONE.key("1")));
        others.forEach(other -> digests.add(other.apply(entry).digest(TestKeys.ONE.key("1"))));
        assertThat(digests).hasSize(others.size() + 1);
    }

    @Test
    void a_commitment_needs_its_salt_and_its_value() {
        var salt = Commitment.newSalt();
        assertThat(Commitment.of(salt, "anna@school.test"))
                .isEqualTo(Commitment.of(salt, "anna@school.test"))
                .isNotEqualTo(Commitment.of(salt, "anne@school.test"))
                .isNotEqualTo(Commitment.of(Commitment.newSalt(), "anna@school.test"));
    }

    private static EntryFields copy(EntryFields e, UUID id, Instant time, String actor, String details) {
        return new EntryFields(
                id, time, e.action(), e.outcome(), actor, e.objectType(), e.objectId(), details, e.commitments());
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append("ab\0\1t".charAt(random.nextInt(5)));
        }
        return text.toString();
    }

    private static String of(String... texts) {
        var canonical = new Canonical("test/1");
        for (var text : texts) {
            canonical.text(text);
        }
        return canonical.hmac(KEY);
    }
}
