package io.astrionix.musicmuse.web.practice.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedbackChannelTest {

    private final SlowPage page = new SlowPage();
    private final List<String> noted = new ArrayList<>();
    private final FeedbackChannel channel = new FeedbackChannel(page.socket(), this::note);

    private String note(String why) {
        noted.add(why);
        return "id-" + noted.size();
    }

    @Test
    void one_message_at_a_time_goes_out_in_order() {
        channel.send("a");
        channel.send("b");
        assertThat(page.received).containsExactly("a");

        page.readsAll();
        assertThat(page.received).containsExactly("a", "b");
    }

    @Test
    void a_slow_page_misses_pitches_but_no_verdict() {
        for (int i = 0; i < 100; i++) {
            channel.sendIfFast("pitch");
        }
        for (int i = 0; i < 100; i++) {
            channel.send("verdict " + i);
        }
        page.readsAll();

        assertThat(page.received.stream().filter("pitch"::equals)).hasSizeLessThan(15);
        assertThat(page.received.stream().filter(m -> m.startsWith("verdict"))).hasSize(100);
    }

    @Test
    void the_socket_is_closed_after_the_last_message_and_nothing_is_sent_then() {
        channel.send("result");
        channel.close(PracticeClose.FINISHED);
        channel.send("too late");
        assertThat(page.closedWith).isEmpty();

        page.readsAll();
        assertThat(page.received).containsExactly("result");
        assertThat(page.closedWith).as("by the thread that sent").isEmpty();
        assertThat(page.pings).isEqualTo(1);

        channel.heard();
        assertThat(page.closedWith).as("it may have said that before").isEmpty();

        channel.answered();
        assertThat(page.closedWith).containsExactly(1000);
    }

    @Test
    void a_page_that_answers_before_its_last_message_is_out_is_not_closed_yet() {
        channel.send("result");
        channel.close(PracticeClose.FINISHED);
        channel.answered();

        assertThat(page.closedWith).isEmpty();
    }

    @Test
    void a_page_that_does_not_answer_is_closed_all_the_same_once_and_not_at_once() {
        channel.close(PracticeClose.SIGNED_OUT);
        channel.closeAfter(Duration.ofMinutes(1));
        assertThat(page.closedWith).isEmpty();

        channel.closeAfter(Duration.ZERO);
        channel.answered();
        assertThat(page.closedWith).containsExactly(4401);
    }

    @Test
    void a_page_that_catches_up_gets_everything_however_much_has_piled_up() {
        for (int i = 0; i < 1_900; i++) {
            channel.send("verdict " + i);
        }
        page.confirmsAtOnce = true;
        page.readsAll();

        assertThat(page.received).hasSize(1_900);
    }

    @Test
    void a_page_that_never_reads_is_given_up() {
        for (int i = 0; i < 3_000; i++) {
            channel.send("verdict " + i);
        }

        channel.closeAfter(Duration.ZERO);

        assertThat(page.closedWith).containsExactly(4500);
        assertThat(page.reasons).containsExactly("practice.socket.failed id-1");
        assertThat(noted).containsExactly("its page does not read");
    }

    @Test
    void verdicts_told_again_at_once_are_no_sign_of_a_page_that_never_reads() {
        var told = Collections.nCopies(20_000, "told before");
        channel.sendAtOnce(told);
        for (int i = 0; i < 1_900; i++) {
            channel.send("verdict " + i);
        }
        page.confirmsAtOnce = true;
        page.readsAll();

        assertThat(page.received).hasSize(21_900).startsWith("told before").endsWith("verdict 1899");
        assertThat(page.closedWith).isEmpty();
    }

    @Test
    void a_page_that_reads_nothing_of_what_is_told_again_is_given_up_later() {
        channel.sendAtOnce(Collections.nCopies(20_000, "told before"));
        for (int i = 0; i < 3_000; i++) {
            channel.send("verdict " + i);
        }

        channel.closeAfter(Duration.ZERO);

        assertThat(page.closedWith).containsExactly(4500);
    }

    @Test
    void after_a_failed_send_nothing_more_is_tried() {
        channel.send("a");
        channel.send("b");
        page.breaksDown();
        channel.send("c");
        channel.closeAfter(Duration.ZERO);

        assertThat(page.received).containsExactly("a");
        assertThat(page.closedWith).as("the socket of a page that is gone").hasSize(1);
    }
}
