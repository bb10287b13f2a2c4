package io.astrionix.musicmuse.web.practice.socket;

import io.astrionix.musicmuse.accounts.boundary.SignInSessions;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Settings;
import io.astrionix.musicmuse.web.shared.SignedOut;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** All practice sockets of this server: counts them, closes the silent ones and ended sign-ins', forgets lost takes. */
@ApplicationScoped
public class PracticeSockets {

    private static final Logger LOG = System.getLogger(PracticeSockets.class.getName());

    /** How long signing out waits for the goodbye to reach the pages. */
    private static final Duration GOODBYE = Duration.ofMillis(500);

    /** How long a page may take to answer before its socket is closed all the same. */
    private static final Duration UNANSWERED = Duration.ofSeconds(2);

    @Resource
    private ManagedExecutorService threads;

    @Resource
    private ManagedScheduledExecutorService timer;

    @Inject
    private TakeRecorder recorder;

    @Inject
    private Settings settings;

    @Inject
    private SignInSessions signIns;

    private final OpenTakes takes = new OpenTakes();
    private final Set<PracticeConnection> connections = ConcurrentHashMap.newKeySet();
    private TakeLimits limits;
    private ScheduledFuture<?> sweep;

    @PostConstruct
    void start() {
        limits = TakeLimits.of(settings);
        sweep = timer.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        sweep.cancel(false);
    }

    /** Opens a connection; one too many of its account is told so and closed. */
    PracticeConnection open(Session socket, AccountId account, UUID signIn) {
        var connection = new PracticeConnection(socket, account, signIn, takes, recorder, limits, threads);
        connections.add(connection);
        if (connections.stream().filter(c -> c.account().equals(account)).count() > limits.socketsPerAccount()) {
            connection.refuse(PracticeClose.TOO_MANY_SOCKETS);
        }
        connection.opened();
        return connection;
    }

    void closed(PracticeConnection connection) {
        connections.remove(connection);
        connection.closed();
    }

    /** Returns when the sign-in's sockets are closed, or after a moment if a page does not take its last message. */
    void signedOut(@Observes SignedOut event) {
        var leaving = connections.stream()
                .filter(connection -> connection.signIn().equals(event.signIn()))
                .toList();
        leaving.forEach(connection -> connection.refuse(PracticeClose.SIGNED_OUT));
        long end = System.nanoTime() + GOODBYE.toNanos();
        leaving.forEach(connection -> connection.awaitClosed(Duration.ofNanos(end - System.nanoTime())));
    }

    private void sweep() {
        try {
            closeThoseOfEndedSignIns();
            connections.stream()
                    .filter(connection -> connection.isIdle(limits.idle()))
                    .forEach(connection -> connection.refuse(PracticeClose.IDLE));
            connections.forEach(connection -> connection.closeUnanswered(UNANSWERED));
            takes.removeForgotten(limits.grace());
        } catch (RuntimeException | Error failure) { // else the timer would never sweep again
            LOG.log(Level.ERROR, "Sweeping the practice sockets failed; the next sweep tries again", failure);
        }
    }

    /** Whoever ended them, on whichever node: one question to the database for all sockets (S14). */
    private void closeThoseOfEndedSignIns() {
        var open = List.copyOf(connections);
        var asked = open.stream().map(PracticeConnection::signIn).collect(Collectors.toSet());
        var stillOpen = signIns.stillOpen(asked);
        open.stream()
                .filter(connection -> !stillOpen.contains(connection.signIn()))
                .forEach(connection -> connection.refuse(PracticeClose.SIGNED_OUT));
    }
}
