package io.astrionix.musicmuse.support.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.support.boundary.MessageCategory;
import io.astrionix.musicmuse.support.boundary.MessageView;
import io.astrionix.musicmuse.support.boundary.ThreadStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SupportThreadTest {

    private static final ZoneId UTC = ZoneOffset.UTC;
    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant LATER = MONDAY.plus(Duration.ofDays(40));

    private final SupportThread thread = thread(MessageCategory.OTHER);

    @Test
    @Tag("R23")
    void it_is_open_until_it_is_answered_or_closed_and_again_when_the_sender_goes_on() {
        assertThat(thread.status()).isEqualTo(ThreadStatus.OPEN);
        thread.answer("Like this.", MONDAY);
        assertThat(thread.status()).isEqualTo(ThreadStatus.ANSWERED);
        assertThat(thread.close()).isTrue();
        assertThat(thread.close()).isFalse();
        assertThat(thread.status()).isEqualTo(ThreadStatus.CLOSED);
        thread.ask("And that?", LATER, UTC);
        assertThat(thread.status()).isEqualTo(ThreadStatus.OPEN);
        assertThat(thread.dueAt()).isEqualTo(MessageCategory.OTHER.dueAfter(LATER, UTC));
        assertThat(thread.messages())
                .containsExactly(
                        new MessageView(false, MONDAY, "How?"),
                        new MessageView(true, MONDAY, "Like this."),
                        new MessageView(false, LATER, "And that?"));
    }

    @Test
    @Tag("R51")
    void who_writes_again_before_there_is_an_answer_does_not_wait_longer() {
        var due = thread.dueAt();
        thread.ask("Are you there?", MONDAY.plus(Duration.ofDays(3)), UTC);
        assertThat(thread.dueAt()).isEqualTo(due);
        assertThat(thread.isOverdue(due)).isFalse();
        assertThat(thread.isOverdue(due.plusSeconds(1))).isTrue();
        thread.answer("Yes.", due);
        assertThat(thread.isOverdue(due.plusSeconds(1))).isFalse();
    }

    @Test
    @Tag("R61")
    @Tag("R51")
    void what_turns_out_to_be_about_a_child_is_urgent_from_its_receipt() {
        assertThat(thread.urgent()).isFalse();
        assertThat(thread.changeCategory(MessageCategory.CHILD, UTC)).isTrue();
        assertThat(thread.urgent()).isTrue();
        assertThat(thread.dueAt()).isEqualTo(Instant.parse("2026-11-25T10:00:00Z"));
        assertThat(thread.changeCategory(MessageCategory.CHILD, UTC)).isFalse();
    }

    @Test
    @Tag("R51")
    void what_is_moved_after_it_was_opened_again_is_due_from_the_message_that_waits() {
        thread.answer("Like this.", MONDAY);
        thread.ask("And that?", LATER, UTC);
        thread.changeCategory(MessageCategory.CHILD, UTC);
        assertThat(thread.dueAt()).isEqualTo(MessageCategory.CHILD.dueAfter(LATER, UTC));
    }

    @Test
    @Tag("R40")
    void its_two_years_begin_with_the_last_message_of_either_side() {
        assertThat(thread.lastMessageAt()).isEqualTo(MONDAY);
        thread.answer("Like this.", LATER);
        assertThat(thread.lastMessageAt()).isEqualTo(LATER);
        thread.ask("Thanks!", LATER.plusSeconds(1), UTC);
        thread.close();
        assertThat(thread.lastMessageAt()).isEqualTo(LATER.plusSeconds(1));
    }

    @Test
    void the_same_text_of_the_same_side_is_no_further_message() {
        assertThat(thread.isRepeated(Author.SENDER, "How?")).isTrue();
        assertThat(thread.isRepeated(Author.STAFF, "How?")).isFalse();
        assertThat(thread.isRepeated(Author.SENDER, "How so?")).isFalse();
    }

    private static SupportThread thread(MessageCategory category) {
        var sender = new Sender("Ana", "ana@example.org", Locale.ENGLISH, false);
        return new SupportThread("M-000001", category, sender, "How?", MONDAY, UTC);
    }
}
