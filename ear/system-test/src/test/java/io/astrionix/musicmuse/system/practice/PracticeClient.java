package io.astrionix.musicmuse.system.practice;

import io.astrionix.musicmuse.system.Visitor;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * A page of the Practice Room without a browser: one practice socket, from connecting to the result. Where the server
 * ends the first one without a word, it says the same once more on another, as a page does.
 */
public final class PracticeClient implements AutoCloseable {

    /** As fast as sound is. */
    public static final double REAL_TIME = 1;

    /** As fast as a page may catch up; docs/practice-protocol.md. */
    public static final double CATCHING_UP = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final double NANOS = 1e9;

    /** So often a page connects that gets no answer; practice-socket.js. */
    private static final int FIRST_TRIES = 3;

    private final Supplier<PracticeClient> again;
    private final Map<Long, Long> sentNanos = new ConcurrentHashMap<>();
    private final List<Consumer<WebSocket>> saidUnheard = new ArrayList<>();
    private WebSocket socket;
    private Inbox inbox;

    private PracticeClient(WebSocket socket, Inbox inbox, Supplier<PracticeClient> again) {
        this.socket = socket;
        this.inbox = inbox;
        this.again = again;
    }

    /** Connects as a page of the site does. */
    public static PracticeClient connect(Visitor learner) {
        return connect(learner, learner.origin(), new Inbox(true));
    }

    /** Connects, and then takes nothing from the network. */
    public static PracticeClient connectWithoutReading(Visitor learner) {
        return connect(learner, learner.origin(), new Inbox(false));
    }

    /** The HTTP status that refuses the handshake. */
    public static int refusal(Visitor visitor, String origin) {
        return refused(visitor, origin).statusCode();
    }

    /** The headers of the answer that refuses the handshake. */
    public static HttpHeaders refusalHeaders(Visitor visitor, String origin) {
        return refused(visitor, origin).headers();
    }

    private static HttpResponse<?> refused(Visitor visitor, String origin) {
        try {
            connect(visitor, origin, new Inbox(true)).close();
        } catch (CompletionException refused) {
            if (refused.getCause() instanceof WebSocketHandshakeException handshake) {
                return handshake.getResponse();
            }
            throw refused;
        }
        throw new AssertionError("The handshake was accepted");
    }

    private static PracticeClient connect(Visitor visitor, String origin, Inbox inbox) {
        var builder = visitor.http().newWebSocketBuilder().connectTimeout(PATIENCE);
        if (!visitor.cookieHeader().isEmpty()) {
            builder.header("Cookie", visitor.cookieHeader());
        }
        if (!origin.isEmpty()) {
            builder.header("Origin", origin);
        }
        return new PracticeClient(
                builder.buildAsync(visitor.practiceSocket(), inbox).join(), inbox, () -> connect(visitor));
    }

    /** Begins a take and waits until the server is ready. */
    public JsonObject start(TakeSettings settings) {
        send(settings.start());
        return await("started");
    }

    /** Begins a take on a keyboard and waits until the server is ready. */
    public JsonObject startOnKeys(TakeSettings settings) {
        send(Json.createObjectBuilder(settings.start()).add("input", "midi").build());
        return await("started");
    }

    /** Begins a take on a keyboard whose player takes an own tempo, and waits until the server is ready. */
    void startOnKeysInOwnTempo(TakeSettings settings) {
        send(Json.createObjectBuilder(settings.start())
                .add("input", "midi")
                .add("pace", "own")
                .build());
        await("started");
    }

    /** Goes on with a take; gives the number of the frame that the server wants next. */
    public int resume(String session) {
        sendResume(session);
        return await("resumed").getInt("nextSeq");
    }

    /** A whole take on a keyboard, from its start to its result. */
    public JsonObject playOnKeys(TakeSettings settings, Performance performance) {
        startOnKeys(settings);
        var frames = KeyFrames.of(performance);
        stream(frames::get, 0, frames.size(), CATCHING_UP);
        return stop(KeyFrames.length(performance));
    }

    /** Goes on with a take on a keyboard; gives the number of the frame that the server wants next. */
    int resumeOnKeys(String session) {
        send(resumption(session).add("input", "midi").build());
        return await("resumed").getInt("nextSeq");
    }

    public void sendResume(String session) {
        send(resumption(session).build());
    }

    private static JsonObjectBuilder resumption(String session) {
        return Json.createObjectBuilder().add("v", 1).add("type", "resume").add("session", session);
    }

    /** Sends the whole recording. */
    public void stream(short[] samples, double speed) {
        stream(samples, 0, Frames.count(samples), speed);
    }

    /**
     * Sends frames {@code from} (inclusive) to {@code to} (exclusive) of a recording, each when its sound would be over.
     *
     * @param speed 1: in real time
     */
    public void stream(short[] samples, int from, int to, double speed) {
        stream(sequence -> Frames.of(samples, sequence), from, to, speed);
    }

    /** Sends frames of any content until the server takes no more. */
    void stream(IntFunction<ByteBuffer> frames, int from, int to, double speed) {
        long begin = System.nanoTime();
        double frameNanos = NANOS * Frames.SAMPLES / Takes.SAMPLE_RATE / speed;
        for (int sequence = from; sequence < to && !inbox.isRefused(); sequence++) {
            sleepUntil(begin + Math.round((sequence - from) * frameNanos));
            var frame = frames.apply(sequence);
            sentNanos.put((long) sequence, System.nanoTime());
            sendBinary(frame);
        }
    }

    /**
     * Sends a frame of a recording, and does not wait until it is out.
     *
     * @param dueNanos when its last sample sounded: from then on counts how long the feedback takes
     * @return when it is out; the next one has to wait for that
     */
    CompletableFuture<WebSocket> sendFrame(short[] samples, int sequence, long dueNanos) {
        sentNanos.put((long) sequence, dueNanos);
        return socket.sendBinary(Frames.of(samples, sequence), true);
    }

    /** Ends the take and waits for its result. */
    public JsonObject stop(int samples) {
        sendStop(samples);
        return awaitResult();
    }

    public void sendStop(long samples) {
        send(Json.createObjectBuilder()
                .add("v", 1)
                .add("type", "stop")
                .add("samples", samples)
                .build());
    }

    public JsonObject awaitResult() {
        return await("result");
    }

    public void send(JsonObject message) {
        sendText(message.toString());
    }

    /** Sends any text; if the socket is closed already, nothing. */
    public void sendText(String text) {
        say(on -> on.sendText(text, true).join());
    }

    /** Sends any bytes; if the socket is closed already, nothing. */
    public void sendBinary(ByteBuffer message) {
        say(on -> on.sendBinary(message.duplicate(), true).join());
    }

    /** Drops the connection as a lost network does: no goodbye. */
    public void drop() {
        socket.abort();
    }

    /** The code the server closes the socket with; empty where the connection just broke. */
    public Optional<Integer> awaitClose(Duration patience) {
        repeatWhatNobodyHeard();
        return inbox.awaitClose(patience);
    }

    public JsonObject awaitError() {
        return await("error");
    }

    /** From now on this page takes in what the server sends. */
    void beginToRead() {
        socket.request(1);
    }

    public List<ReceivedMessage> messages() {
        return inbox.messages();
    }

    /** Milliseconds from sending a frame to having the message that depends on it, for each such message. */
    public List<Double> feedbackMillis() {
        var millis = new ArrayList<Double>();
        for (var message : messages()) {
            if (message.type().equals("verdict") || message.type().equals("pitch")) {
                long sent = sentNanos.get((long) message.json().getInt("seq"));
                millis.add((message.arrivedNanos() - sent) / 1e6);
            }
        }
        return millis;
    }

    @Override
    public void close() {
        if (!socket.isOutputClosed() && !inbox.isOver()) {
            ignoreIfOver(() -> socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join());
        }
        socket.abort();
    }

    private JsonObject await(String type) {
        repeatWhatNobodyHeard();
        return inbox.await(type, PATIENCE);
    }

    private void say(Consumer<WebSocket> words) {
        if (inbox.messages().isEmpty()) {
            saidUnheard.add(words);
        }
        ignoreIfOver(() -> words.accept(socket));
    }

    private void repeatWhatNobodyHeard() {
        for (int tries = 1; tries < FIRST_TRIES && inbox.endsWithoutAWord(PATIENCE); tries++) {
            var next = again.get();
            socket = next.socket;
            inbox = next.inbox;
            saidUnheard.forEach(words -> ignoreIfOver(() -> words.accept(socket)));
        }
        saidUnheard.clear();
    }

    private void ignoreIfOver(Runnable sending) {
        try {
            sending.run();
        } catch (CompletionException failed) {
            // The server may close at any moment; why, tells the close code.
            inbox.awaitClose(PATIENCE);
        }
    }

    static void sleepUntil(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
