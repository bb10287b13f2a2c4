package io.astrionix.musicmuse.system.practice;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/** Collects what the server sends over one socket, until it closes. */
final class Inbox implements WebSocket.Listener {

    private static final JsonReaderFactory JSON = Json.createReaderFactory(Map.of());

    private final List<ReceivedMessage> messages = new ArrayList<>();
    private final StringBuilder unfinished = new StringBuilder();
    private final boolean reading;
    private Optional<Integer> closeCode = Optional.empty();
    private boolean refused;
    private boolean over;

    /** @param reading false: takes nothing from the network, as a page that hangs */
    Inbox(boolean reading) {
        this.reading = reading;
    }

    @Override
    public void onOpen(WebSocket socket) {
        if (reading) {
            socket.request(1);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        long now = System.nanoTime();
        unfinished.append(part);
        if (last) {
            try (var reader = JSON.createReader(new StringReader(unfinished.toString()))) {
                add(new ReceivedMessage(reader.readObject(), now));
            }
            unfinished.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        end(Optional.of(code));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        end(Optional.empty());
    }

    synchronized List<ReceivedMessage> messages() {
        return List.copyOf(messages);
    }

    /** The first message of that type, as soon as it is here. */
    JsonObject await(String type, Duration patience) {
        await(() -> over || find(type).isPresent(), patience, "message " + type);
        return find(type)
                .orElseThrow(() -> new AssertionError("Socket ended (" + closeCode + ") without " + type + "; last: "
                        + messages().stream()
                                .skip(Math.max(0, messages().size() - 3))
                                .toList()));
    }

    /** Whether the connection breaks, or is closed as if all were well, before any message. */
    boolean endsWithoutAWord(Duration patience) {
        await(() -> over || !messages.isEmpty(), patience, "a message");
        synchronized (this) {
            return messages.isEmpty() && closeCode.filter(code -> code != 1000).isEmpty();
        }
    }

    /** The code the socket is closed with; empty where the connection just broke. */
    Optional<Integer> awaitClose(Duration patience) {
        await(() -> over, patience, "the end of the socket");
        return closeCode;
    }

    synchronized boolean isOver() {
        return over;
    }

    /** Whether the server takes nothing more: it has said why, or the socket is over. */
    synchronized boolean isRefused() {
        return over || refused;
    }

    private synchronized Optional<JsonObject> find(String type) {
        return messages.stream()
                .filter(message -> message.type().equals(type))
                .map(ReceivedMessage::json)
                .findFirst();
    }

    private synchronized void add(ReceivedMessage message) {
        messages.add(message);
        refused |= message.type().equals("error");
        notifyAll();
    }

    private synchronized void end(Optional<Integer> code) {
        if (!over) {
            closeCode = code;
            over = true;
            notifyAll();
        }
    }

    private synchronized void await(BooleanSupplier condition, Duration patience, String what) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!condition.getAsBoolean()) {
                long millis = (end - System.nanoTime()) / 1_000_000;
                if (millis <= 0) {
                    throw new AssertionError("Waited " + patience + " in vain for " + what);
                }
                wait(millis);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", interrupted);
        }
    }
}
