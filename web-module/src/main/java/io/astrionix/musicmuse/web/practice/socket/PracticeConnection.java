package io.astrionix.musicmuse.web.practice.socket;

import io.astrionix.musicmuse.analysis.Feedback;
import io.astrionix.musicmuse.analysis.PitchHeard;
import io.astrionix.musicmuse.analysis.TakeResult;
import io.astrionix.musicmuse.practice.boundary.JudgedTake;
import io.astrionix.musicmuse.practice.boundary.SessionAlreadyCompleteException;
import io.astrionix.musicmuse.practice.boundary.TakeInput;
import io.astrionix.musicmuse.privacy.boundary.ProcessingRestrictedException;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.BusinessException;
import jakarta.websocket.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One practice socket. The container's thread checks each message here and hands the work to {@link SerialExecutor}: no
 * analysis and no database on the thread that reads from the network.
 */
final class PracticeConnection {

    private static final Logger LOG = System.getLogger(PracticeConnection.class.getName());

    /** Frames between two acknowledgements: half a second of frames of 20 ms. */
    private static final int FRAMES_AN_ACK = 25;

    /** More than a minute of frames of 20 ms waiting to be analysed: the page must come back later. */
    private static final int MOST_WAITING_FRAMES = 3_000;

    private final AccountId account;
    private final UUID signIn;
    private final OpenTakes takes;
    private final TakeRecorder recorder;
    private final TakeLimits limits;
    private final FeedbackChannel channel;
    private final SerialExecutor work;
    private final SendLimit sendLimit = new SendLimit(System.nanoTime());

    // Touched by the container's thread only, which brings one message at a time.
    private boolean begun;
    private TakeInput input = TakeInput.MICROPHONE;

    private volatile long lastHeardNanos = System.nanoTime();
    private volatile boolean refused;
    private final AtomicInteger waitingFrames = new AtomicInteger();

    // Written by the work only.
    private volatile Take take;

    PracticeConnection(
            Session socket,
            AccountId account,
            UUID signIn,
            OpenTakes takes,
            TakeRecorder recorder,
            TakeLimits limits,
            Executor threads) {
        this.account = account;
        this.signIn = signIn;
        this.takes = takes;
        this.recorder = recorder;
        this.limits = limits;
        this.channel = new FeedbackChannel(socket, this::noteGivenUp);
        this.work = new SerialExecutor(threads);
    }

    AccountId account() {
        return account;
    }

    UUID signIn() {
        return signIn;
    }

    /** The socket is there. Before any work on its messages, that it is not one of too many in a short time. */
    void opened() {
        doWork(() -> work.execute(() -> doWork(this::takeTurn)));
    }

    private void takeTurn() throws ProtocolViolation {
        if (!recorder.mayConnect(account)) {
            throw new ProtocolViolation(PracticeClose.TOO_MANY_TAKES);
        }
    }

    /** A text message came. */
    void text(String text) {
        receive(() -> {
            if (!sendLimit.allowsText(System.nanoTime())) {
                throw new ProtocolViolation(PracticeClose.TOO_FAST);
            }
            var message = ControlMessageReader.read(text);
            boolean begins = !(message instanceof ControlMessage.Stop);
            if (begins == begun) {
                throw new ProtocolViolation(begun ? PracticeClose.SECOND_START : PracticeClose.MALFORMED);
            }
            begun = true;
            if (message instanceof ControlMessage.Start start) {
                input = start.command().input();
            } else if (message instanceof ControlMessage.Resume resume) {
                input = resume.input();
            }
            work.execute(() -> doWork(() -> handle(message)));
        });
    }

    /** A binary message came. */
    void binary(ByteBuffer message) {
        receive(() -> {
            if (!begun) {
                throw new ProtocolViolation(PracticeClose.MALFORMED);
            }
            var frame = TakeFrame.read(input, message);
            if (!sendLimit.allowsSamples(frame.length(), System.nanoTime())) {
                throw new ProtocolViolation(PracticeClose.TOO_FAST);
            }
            if (waitingFrames.incrementAndGet() > MOST_WAITING_FRAMES) {
                throw new ProtocolViolation(PracticeClose.TOO_FAST);
            }
            work.execute(() -> {
                waitingFrames.decrementAndGet();
                doWork(() -> hear(frame));
            });
        });
    }

    /** The socket is gone. */
    void closed() {
        refused = true;
        try {
            work.execute(this::detach); // after the messages that came before
        } catch (RejectedExecutionException serverStops) {
            detach();
        }
    }

    private void detach() {
        var fed = take;
        if (fed != null) {
            fed.detach(this);
        }
    }

    boolean isIdle(Duration longest) {
        return System.nanoTime() - lastHeardNanos > longest.toNanos();
    }

    /** Tells the page why, and closes the socket; what comes from the page afterwards is dropped. */
    void refuse(PracticeClose reason) {
        refuse(reason, reason.key());
    }

    /** The page has read its last message. On the thread that reads from the socket. */
    void pong() {
        channel.answered();
    }

    /** Closes a refused socket whose page has not answered for {@code patience}. */
    void closeUnanswered(Duration patience) {
        channel.closeAfter(patience);
    }

    /** Waits until the socket is closed by both sides, {@code longest} at the most. */
    void awaitClosed(Duration longest) {
        channel.awaitClosed(longest);
    }

    private void refuse(PracticeClose reason, String key) {
        if (refused) {
            return;
        }
        refused = true;
        var id = UUID.randomUUID().toString();
        LOG.log(Level.INFO, "Practice socket of account {0} refused: {1} {2}, error id {3}", account, reason, key, id);
        channel.send(ServerMessages.error(reason, key, id));
        channel.close(reason);
    }

    private void receive(Step step) {
        lastHeardNanos = System.nanoTime();
        if (!refused) {
            doWork(step);
        }
        channel.heard();
    }

    private void doWork(Step step) {
        if (refused) {
            return;
        }
        try {
            step.run();
        } catch (ProtocolViolation violation) {
            refuse(violation.close(), violation.key());
        } catch (ProcessingRestrictedException restricted) {
            refuse(PracticeClose.RESTRICTED, restricted.key());
        } catch (BusinessException expected) {
            refuse(PracticeClose.MALFORMED, expected.key());
        } catch (RuntimeException | Error failure) { // else the page would wait for an answer that never comes
            fail(failure);
        }
    }

    private void fail(Throwable failure) {
        refused = true;
        var id = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "Practice socket of account " + account + " failed, error id " + id, failure);
        channel.send(ServerMessages.error(PracticeClose.FAILED, PracticeClose.FAILED.key(), id));
        channel.close(PracticeClose.FAILED);
    }

    private String noteGivenUp(String why) {
        var id = UUID.randomUUID().toString();
        LOG.log(Level.INFO, "Practice socket of account {0} given up: {1}, error id {2}", account, why, id);
        return id;
    }

    private void handle(ControlMessage message) throws ProtocolViolation {
        if (message instanceof ControlMessage.Start start) {
            start(start);
        } else if (message instanceof ControlMessage.Resume resume) {
            resume(resume);
        } else if (message instanceof ControlMessage.Stop stop) {
            stop(stop);
        }
    }

    private void start(ControlMessage.Start start) throws ProtocolViolation {
        if (!recorder.mayStart(account)) {
            throw new ProtocolViolation(PracticeClose.TOO_MANY_TAKES);
        }
        take = new Take(account, start, recorder.start(account, start.command()), limits);
        take.attach(this);
        takes.add(account, take, limits.socketsPerAccount());
        channel.send(ServerMessages.started(take));
    }

    private void resume(ControlMessage.Resume resume) throws ProtocolViolation {
        take = takes.find(account, resume.session())
                .orElseThrow(() -> new ProtocolViolation(PracticeClose.NO_SUCH_TAKE));
        channel.send(ServerMessages.resumed(take, take.attach(this)));
        var result = take.resultMessage();
        if (result.isPresent()) {
            channel.send(result.get());
            end();
        } else {
            long last = Math.max(0, take.nextSequence() - 1);
            channel.sendAtOnce(take.verdictsSoFar().stream()
                    .map(verdict -> ServerMessages.feedback(verdict, last, take))
                    .toList());
        }
    }

    private void end() {
        channel.close(PracticeClose.FINISHED);
        refused = true;
    }

    private void hear(TakeFrame frame) throws ProtocolViolation {
        try {
            for (var feedback : take.hear(this, frame)) {
                send(feedback, frame.sequence());
            }
        } catch (ProtocolViolation violation) {
            if (violation.close() == PracticeClose.TOO_LONG) {
                finish();
            }
            throw violation;
        }
        if (frame.sequence() % FRAMES_AN_ACK == 0) {
            channel.sendIfFast(ServerMessages.ack(take.nextSequence()));
        }
    }

    private void send(Feedback feedback, long sequence) {
        var message = ServerMessages.feedback(feedback, sequence, take);
        if (feedback instanceof PitchHeard) {
            channel.sendIfFast(message);
        } else {
            channel.send(message);
        }
    }

    private void stop(ControlMessage.Stop stop) throws ProtocolViolation {
        if (!take.isFedBy(this) || stop.samples() != take.samples()) {
            throw new ProtocolViolation(PracticeClose.OUT_OF_SEQUENCE);
        }
        finish();
        end();
    }

    private void finish() {
        channel.send(take.result(this::store));
    }

    private void store(TakeResult result) {
        try {
            recorder.complete(account, take.session(), new JudgedTake(result.score(), result.notes(), take.played()));
        } catch (SessionAlreadyCompleteException storedBefore) {
            LOG.log(Level.INFO, "Take {0} was stored by an earlier try", take.session());
        }
    }

    /** A piece of work on a message. */
    @FunctionalInterface
    private interface Step {
        void run() throws ProtocolViolation;
    }
}
