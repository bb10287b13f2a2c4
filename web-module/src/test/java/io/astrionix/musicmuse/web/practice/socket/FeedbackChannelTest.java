package io.astrionix.musicmuse.web.practice.socket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedbackChannelTest {

    private final List<String> onTheWire = new ArrayList<>();
    private final List<SendHandler> underWay = new ArrayList<>();
    private final List<Integer> closeCodes = new ArrayList<>();
    private final Session socket = fake(Session.class, (proxy, method, arguments) -> {
        if (method.getName().equals("close")) {
            closeCodes.add(((CloseReason) arguments[0]).getCloseCode().getCode());
        }
        return method.getName().equals("getAsyncRemote") ? remote() : null;
    });
    private final FeedbackChannel channel = new FeedbackChannel(socket);

    @Test
    void one_message_at_a_time_is_under_way_and_the_order_stays() {
        channel.send("a");
        channel.send("b");
        channel.sendIfFast("c");
        assertThat(onTheWire).containsExactly("a");
        takeAll();
        assertThat(onTheWire).containsExactly("a", "b", "c");
    }

    @Test
    void for_a_slow_page_pitches_are_dropped_and_verdicts_are_not() {
        for (int i = 0; i < 100; i++) {
            channel.sendIfFast("pitch " + i);
        }
        channel.send("verdict");
        takeAll();
        assertThat(onTheWire)
                .hasSizeLessThan(12)
                .startsWith("pitch 0", "pitch 1")
                .endsWith("verdict");
    }

    @Test
    void closing_waits_until_all_messages_are_out_and_takes_no_more() {
        channel.send("result");
        channel.close(PracticeClose.FINISHED);
        channel.send("too late");
        assertThat(closeCodes).isEmpty();
        takeAll();
        assertThat(onTheWire).containsExactly("result");
        assertThat(closeCodes).containsExactly(1000);
    }

    @Test
    void a_page_that_takes_nothing_at_all_is_given_up() {
        for (int i = 0; i < 2_100; i++) {
            channel.send("verdict " + i);
        }
        assertThat(onTheWire).containsExactly("verdict 0");
        assertThat(closeCodes).containsExactly(4500);
    }

    @Test
    void after_a_send_that_failed_nothing_more_is_sent() {
        channel.send("a");
        channel.send("b");
        underWay.remove(0).onResult(new SendResult(new IOException("gone")));
        channel.send("c");
        assertThat(onTheWire).containsExactly("a");
    }

    private void takeAll() {
        while (!underWay.isEmpty()) {
            underWay.remove(0).onResult(new SendResult());
        }
    }

    private RemoteEndpoint.Async remote() {
        return fake(RemoteEndpoint.Async.class, (proxy, method, arguments) -> {
            onTheWire.add((String) arguments[0]);
            underWay.add((SendHandler) arguments[1]);
            return null;
        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
