package io.astrionix.musicmuse.web.practice.socket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A page at the other end that takes the next message only when it is told to. */
final class SlowPage {

    final List<String> received = new ArrayList<>();
    final List<Integer> closedWith = new ArrayList<>();
    final List<String> reasons = new ArrayList<>();
    boolean confirmsAtOnce;
    int pings;
    private final Deque<SendHandler> unconfirmed = new ArrayDeque<>();

    void readsAll() {
        while (!unconfirmed.isEmpty()) {
            unconfirmed.remove().onResult(new SendResult());
        }
    }

    void breaksDown() {
        unconfirmed.remove().onResult(new SendResult(new IOException("gone")));
    }

    Session socket() {
        var remote = proxy(RemoteEndpoint.Async.class, (name, arguments) -> {
            if ("sendPing".equals(name)) {
                pings++;
                return null;
            }
            received.add((String) arguments[0]);
            if (confirmsAtOnce) {
                ((SendHandler) arguments[1]).onResult(new SendResult());
            } else {
                unconfirmed.add((SendHandler) arguments[1]);
            }
            return null;
        });
        return proxy(Session.class, (name, arguments) -> {
            if ("close".equals(name)) {
                var reason = (CloseReason) arguments[0];
                closedWith.add(reason.getCloseCode().getCode());
                reasons.add(reason.getReasonPhrase());
                return null;
            }
            return remote;
        });
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method.getName(), arguments)));
    }

    @FunctionalInterface
    private interface Answer {
        Object to(String method, Object[] arguments);
    }
}
