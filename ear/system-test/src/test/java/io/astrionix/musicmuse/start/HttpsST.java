package io.astrionix.musicmuse.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.TestPaths;
import io.astrionix.musicmuse.system.Trust;
import io.astrionix.musicmuse.system.Visitor;
import io.astrionix.musicmuse.system.browser.Chromium;
import io.astrionix.musicmuse.system.browser.MicrophoneFile;
import io.astrionix.musicmuse.system.browser.RoomPage;
import io.astrionix.musicmuse.system.practice.Performance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** As a district runs it: the server ends TLS itself; and there is a proxy that it trusts beside one that it does not. */
@Tag("own-server")
@TestInstance(Lifecycle.PER_CLASS)
class HttpsST {

    private static final int[] C_MAJOR = {60, 62, 64, 65, 67, 69, 71, 72};

    /** Linux lets a client come from any address of the loopback network. */
    private static final String PROXY = "127.0.0.3";

    private static final String FURTHER_PROXY = "127.0.0.4";
    private static final String STRANGER = "127.0.0.1";

    private RunningMusicMuse musicMuse;

    /** Asks from outside, again and again during the start, until the server says that it is ready: then there are pages. */
    @BeforeAll
    void start() {
        musicMuse = RunningMusicMuse.at(
                TestPaths.serverHome(),
                TestPaths.ear(),
                TestPaths.target().resolve("https"),
                Map.of("MUSICMUSE_TLS", "true", "MUSICMUSE_TRUSTED_PROXIES", PROXY + ", " + FURTHER_PROXY));
        var firstPage = CompletableFuture.supplyAsync(this::pageWhenReady);
        musicMuse.start();
        assertThat(firstPage.join()).startsWith("HTTP/1.1 308 ");
    }

    /** The answer of the pages at the moment when {@code /health/ready} first says yes. */
    private String pageWhenReady() {
        while (!musicMuse.isReady()) {
            LockSupport.parkNanos(20_000_000);
        }
        try {
            return plain(STRANGER, "GET", "/signin.xhtml", "");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @AfterAll
    void stop() {
        musicMuse.close();
    }

    @ParameterizedTest
    @Tag("R68")
    @Tag("ASVS-12.2.1")
    @CsvSource({
        "GET, /",
        "HEAD, /signin.xhtml",
        "GET, /legal/data.xhtml?a=1&b=%20",
        "GET, //evil.example/",
        "GET, /ws/x"
    })
    @Tag("R66")
    void who_reads_a_page_without_tls_is_sent_to_the_same_page_with_it(String method, String path) throws IOException {
        var answer = plain(STRANGER, method, path, "");
        assertThat(answer).startsWith("HTTP/1.1 308 ").contains("\r\nLocation: " + origin() + path + "\r\n");
        assertThat(answer).doesNotContain("<html").doesNotContainIgnoringCase("\r\nStrict-Transport-Security:");
    }

    /** What a client says of the scheme in the request line is its own affair. */
    @Test
    @Tag("R68")
    @Tag("ASVS-12.2.1")
    void who_only_says_that_there_is_tls_is_not_believed() throws IOException {
        assertThat(plain(STRANGER, "GET", "https://localhost/signin.xhtml", "")).startsWith("HTTP/1.1 308 ");
    }

    /** With prior knowledge (RFC 9113, 3.3): the client begins to speak HTTP/2 without asking. */
    @Test
    @Tag("R68")
    void http_2_is_not_spoken() throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(loopback(STRANGER), musicMuse.httpPort()));
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            var answer = socket.getInputStream().readNBytes(9);
            assertThat(answer.length < 9 || new String(answer, StandardCharsets.ISO_8859_1).startsWith("HTTP/1.1 "))
                    .as("no settings frame")
                    .isTrue();
        }
        try (var socket = tls()) {
            var parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            assertThat(socket.getApplicationProtocol()).isNotEqualTo("h2");
        }
    }

    @Test
    @Tag("R66")
    @Tag("R68")
    void a_form_without_tls_is_refused() throws IOException {
        assertThat(plain(STRANGER, "POST", "/signin.xhtml", "Content-Length: 0\r\n"))
                .startsWith("HTTP/1.1 403 ");
    }

    @Test
    @Tag("R66")
    @Tag("R68")
    @Tag("ASVS-4.4.1")
    void a_socket_without_tls_is_refused() throws IOException {
        assertThat(plain(STRANGER, "GET", "/ws/practice", """
                        Upgrade: websocket\r
                        Sec-WebSocket-Version: 13\r
                        Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
                        """)).startsWith("HTTP/1.1 403 ");
    }

    @Test
    @Tag("ASVS-3.4.1")
    @Tag("ASVS-12.3.1")
    void every_answer_with_tls_keeps_browsers_to_tls() {
        var visitor = Visitor.stranger(musicMuse);
        for (var path : new String[] {"index.xhtml", "no-such-page.xhtml", "resources/musicmuse/musicmuse.css"}) {
            assertThat(visitor.get(path).headers().firstValue("Strict-Transport-Security"))
                    .as(path)
                    .hasValue("max-age=63072000; includeSubDomains");
        }
    }

    @ParameterizedTest
    @Tag("ASVS-12.1.1")
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void both_safe_versions_of_tls_are_spoken(String version) throws IOException {
        try (var socket = tls()) {
            socket.setEnabledProtocols(new String[] {version});
            socket.startHandshake();
            assertThat(socket.getSession().getProtocol()).isEqualTo(version);
            assertThat(socket.getSession().getCipherSuite()).matches("TLS_(ECDHE_.*_WITH_)?(AES_.*_GCM|CHACHA20)_.*");
        }
    }

    /** What no library offers any more, by hand. That the same greeting for version 1.2 is answered shows that it is one. */
    @Test
    @Tag("ASVS-12.1.1")
    void an_old_version_of_tls_is_refused() throws IOException {
        assertThat(answerToHello(3)).as("TLS 1.2: a handshake").isEqualTo(22);
        assertThat(answerToHello(2)).as("TLS 1.1: an alert, or the end").isIn(21, -1);
        assertThat(answerToHello(1)).as("TLS 1.0: an alert, or the end").isIn(21, -1);
    }

    /** The type of the record (RFC 5246, 6.2.1) that answers the smallest client hello there is; -1: none. */
    private int answerToHello(int minorVersion) throws IOException {
        var hello = ByteBuffer.allocate(68)
                .put(new byte[] {22, 3, 1, 0, 63}) // a record of 63 bytes
                .put(new byte[] {1, 0, 0, 59, 3, (byte) minorVersion}) // a client hello of 59 bytes
                .put(new byte[32]) // random
                .put(new byte[] {0, 0, 2, (byte) 0xC0, 0x2B, 1, 0}) // no session, one suite, no packing
                .put(new byte[] {0, 16, 0, 10, 0, 4, 0, 2, 0, 23, 0, 13, 0, 4, 0, 2, 4, 3
                }); // curve and signature P-256
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(hello.array());
            return socket.getInputStream().read();
        } catch (SocketException reset) {
            return -1;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA"})
    void a_weak_cipher_suite_is_refused(String suite) throws IOException {
        try (var socket = tls()) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.setEnabledCipherSuites(new String[] {suite});
            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    @Tag("ASVS-4.4.4")
    void a_learner_plays_in_a_browser_over_tls() {
        Chromium.required();
        var scale =
                Performance.ofBeats(Performance.VIOLIN, RoomPage.MUSIC_START_SECONDS, RoomPage.BEAT_SECONDS, C_MAJOR);
        try (var chromium = Chromium.hearing(MicrophoneFile.of(scale))) {
            var room = RoomPage.open(chromium.context(1280), musicMuse, musicMuse.learner());
            room.play();
            assertThat(room.marks()).isEqualTo(Collections.nCopies(8, "right"));
            assertThat(room.errors()).isEmpty();
        }
    }

    @Test
    @Tag("ASVS-4.1.3")
    void what_a_trusted_proxy_says_of_a_request_is_believed() throws IOException {
        var answer = plain(PROXY, "GET", "/index.xhtml", "X-Forwarded-Proto: https\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200 ").containsIgnoringCase("\r\nStrict-Transport-Security:");
    }

    @ParameterizedTest
    @Tag("ASVS-4.1.3")
    @CsvSource({
        STRANGER + ", X-Forwarded-Proto: https",
        "127.0.0.5, X-Forwarded-Proto: https",
        PROXY + ", X-Forwarded-Proto: http",
        PROXY + ", 'X-Forwarded-Proto: https, http'",
        PROXY + ", Forwarded: proto=https",
        PROXY + ", X-Requested-With: nothing",
    })
    void what_nobody_trusted_says_of_a_request_is_not_believed(String peer, String header) throws IOException {
        assertThat(plain(peer, "GET", "/index.xhtml", header + "\r\n")).startsWith("HTTP/1.1 308 ");
    }

    /** A refused form is written to the audit log with the address that it came from. */
    @ParameterizedTest
    @Tag("ASVS-4.1.3")
    @Tag("ASVS-15.3.4")
    @CsvSource({
        PROXY + ", 203.0.113.77, 203.0.113.77",
        PROXY + ", '198.51.100.9, 203.0.113.78', 203.0.113.78",
        PROXY + ", '198.51.100.9, 203.0.113.79, 127.0.0.4', 203.0.113.79",
        PROXY + ", nonsense, " + PROXY,
        PROXY + ", '203.0.113.80, nonsense', " + PROXY,
    })
    void the_client_is_the_last_on_the_way_that_is_no_trusted_proxy(String peer, String hops, String client)
            throws IOException, SQLException {
        int before = eventsFrom(client);
        var answer = plain(
                peer,
                "POST /signin.xhtml HTTP/1.1\r\nContent-Length: 0\r\nSec-Fetch-Site: cross-site\r\n"
                        + "X-Forwarded-Proto: https\r\nX-Forwarded-For: " + hops + "\r\n");
        assertThat(answer).startsWith("HTTP/1.1 403 ");
        assertThat(eventsFrom(client)).isEqualTo(before + 1);
    }

    private int eventsFrom(String address) throws SQLException {
        try (var connection = musicMuse.database().connect();
                var query =
                        connection.prepareStatement("select count(*) from musicmuse.audit_personal where value = ?")) {
            query.setString(1, address);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private String origin() {
        return "https://localhost:" + port();
    }

    private int port() {
        return musicMuse.baseUri().getPort();
    }

    private SSLSocket tls() throws IOException {
        return (SSLSocket) Trust.in(musicMuse).getSocketFactory().createSocket("localhost", port());
    }

    private String plain(String from, String method, String path, String headers) throws IOException {
        return plain(from, method + " " + path + " HTTP/1.1\r\n" + headers);
    }

    /** The answer to a request that comes from an address of this machine, without TLS. */
    private String plain(String from, String lines) throws IOException {
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(loopback(from), 0));
            socket.connect(new InetSocketAddress(loopback("127.0.0.1"), musicMuse.httpPort()));
            socket.setSoTimeout(20_000);
            var request = lines + "Host: localhost:" + musicMuse.httpPort() + "\r\nOrigin: " + origin()
                    + (lines.contains("Upgrade:") ? "\r\nConnection: Upgrade" : "\r\nConnection: close") + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InetAddress loopback(String address) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, Byte.parseByte(address.substring("127.0.0.".length()))});
    }
}
