package io.astrionix.musicmuse.notification.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.astrionix.musicmuse.notification.control.Postman.UndeliverableException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostmanTest {

    private static final UUID ID = UUID.fromString("0b0e3b4e-7a54-4f3b-9a52-5d9e7f3a1c11");
    private static final String TO = "zoe@example.org";
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final RenderedMail MAIL =
            new RenderedMail("Grüße 🎻", "Zoë 名前\n\nhttps://music.example.org/x\n", "<p>Zoë 名前</p>");

    private static TestCertificate ours;
    private static TestCertificate ofAnotherHost;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeAll
    static void make_certificates(@TempDir Path folder) throws Exception {
        ours = new TestCertificate(folder, "dns:localhost");
        ofAnotherHost = new TestCertificate(folder, "dns:mail.example.org");
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    @Tag("ASVS-12.3.1")
    void a_mail_goes_out_by_starttls() throws Exception {
        try (var front = new TlsFront(ours.server(), true, port())) {
            send(postman(front.port(), "starttls", ours));
        }
        assertThat(received()).hasSize(1);
    }

    @Test
    @Tag("ASVS-12.3.1")
    void a_mail_goes_out_by_tls_from_the_first_byte() throws Exception {
        try (var front = new TlsFront(ours.server(), false, port())) {
            send(postman(front.port(), "tls", ours));
        }
        assertThat(received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Tag("ASVS-12.3.2")
    void a_certificate_that_nobody_vouches_for_gets_no_mail(boolean startTls) throws Exception {
        try (var front = new TlsFront(ours.server(), startTls, port())) {
            var postman = postman(front.port(), startTls ? "starttls" : "tls", ofAnotherHost);
            assertThatThrownBy(() -> send(postman)).isInstanceOf(MessagingException.class);
            var trustingTheJvm = new Postman(smtp(front.port(), startTls ? "starttls" : "tls", Optional.empty(), ""));
            assertThatThrownBy(() -> send(trustingTheJvm)).isInstanceOf(MessagingException.class);
        }
        assertThat(received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Tag("ASVS-12.3.2")
    void a_trusted_certificate_of_another_host_gets_no_mail(boolean startTls) throws Exception {
        try (var front = new TlsFront(ofAnotherHost.server(), startTls, port())) {
            var postman = postman(front.port(), startTls ? "starttls" : "tls", ofAnotherHost);
            assertThatThrownBy(() -> send(postman)).isInstanceOf(MessagingException.class);
        }
        assertThat(received()).isEmpty();
    }

    @Test
    @Tag("ASVS-12.3.1")
    void a_server_without_starttls_gets_neither_mail_nor_password() {
        server.setUser("music", "music", "secret");
        var postman = new Postman(smtp(port(), "starttls", Optional.of("music"), "secret"));

        assertThatThrownBy(() -> send(postman))
                .isInstanceOf(MessagingException.class)
                .isNotInstanceOf(UndeliverableException.class);
        assertThat(received()).isEmpty();
    }

    @Test
    void a_server_that_wants_a_password_gets_it_and_a_wrong_one_is_tried_again_later() throws Exception {
        server.setUser("music", "music", "secret");
        server.getUserManager().setAuthRequired(true);

        send(new Postman(smtp(port(), "none", Optional.of("music"), "secret")));
        assertThat(received()).hasSize(1);
        assertThatThrownBy(() -> send(new Postman(smtp(port(), "none", Optional.of("music"), "wrong"))))
                .isInstanceOf(MessagingException.class)
                .isNotInstanceOf(UndeliverableException.class);
    }

    @Test
    void a_mail_arrives_in_two_forms_with_every_letter_right() throws Exception {
        send(plain());
        var mail = received()[0];

        assertThat(mail.getSubject()).isEqualTo("Grüße 🎻");
        assertThat(mail.getHeader("Subject")[0]).containsPattern("=\\?UTF-8\\?").isPrintable();
        assertThat(mail.getMessageID()).isEqualTo("<" + ID + "@music.example.org>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getSentDate()).isEqualTo(AT);
        assertThat(mail.getFrom()[0]).hasToString("MusicMuse <voss@music.example.org>");
        assertThat(mail.getRecipients(Message.RecipientType.TO)).hasSize(1);
        var parts = (MimeMultipart) mail.getContent();
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(text(parts.getBodyPart(0))).isEqualTo(MAIL.text());
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(text(parts.getBodyPart(1))).isEqualTo(MAIL.html());
    }

    @Test
    void a_second_copy_of_a_mail_has_the_same_message_id() throws Exception {
        send(plain());
        send(plain());

        assertThat(received()).hasSize(2);
        assertThat(received()[0].getMessageID()).isEqualTo(received()[1].getMessageID());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\r\nBcc: b@evil.example", "x\nBcc: b@evil.example", "x\u2028y", "x\u0000y", "x\u0085y"})
    @Tag("ASVS-1.3.11")
    void a_header_never_gets_a_second_line(String hostile) {
        assertThatThrownBy(() -> plain().send(ID, TO, new RenderedMail(hostile, "text", "html"), AT))
                .isInstanceOf(UndeliverableException.class);
        assertThatThrownBy(() -> plain().send(ID, hostile + "@example.org", MAIL, AT))
                .isInstanceOf(UndeliverableException.class);
        assertThat(received()).isEmpty();
    }

    @Test
    void while_the_server_is_down_nothing_is_lost_and_then_it_goes_on() {
        int port = port();
        server.stop();
        var postman = new Postman(smtp(port, "none", Optional.empty(), ""));

        assertThatThrownBy(() -> send(postman))
                .isInstanceOf(MessagingException.class)
                .isNotInstanceOf(UndeliverableException.class);
        var again = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        again.start();
        try {
            assertThatCode(() -> send(postman)).doesNotThrowAnyException();
            assertThat(again.getReceivedMessages()).hasSize(1);
        } finally {
            again.stop();
        }
    }

    @Test
    void an_address_that_the_server_refuses_for_good_is_not_tried_again() throws Exception {
        try (var refusing = refusingServer("550 no such user")) {
            assertThatThrownBy(() -> send(new Postman(smtp(refusing.getLocalPort(), "none", Optional.empty(), ""))))
                    .isInstanceOf(UndeliverableException.class);
        }
    }

    @Test
    void an_address_that_the_server_refuses_for_now_is_tried_again() throws Exception {
        try (var refusing = refusingServer("450 come back later")) {
            assertThatThrownBy(() -> send(new Postman(smtp(refusing.getLocalPort(), "none", Optional.empty(), ""))))
                    .isInstanceOf(MessagingException.class)
                    .isNotInstanceOf(UndeliverableException.class);
        }
    }

    /** Serves one client, and says this to its recipient. */
    private static ServerSocket refusingServer(String answer) throws IOException {
        var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var thread = new Thread(() -> {
            try (var client = listener.accept()) {
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                var out = client.getOutputStream();
                out.write("220 ready\r\n".getBytes(StandardCharsets.US_ASCII));
                for (var line = in.readLine(); line != null; line = in.readLine()) {
                    var reply = line.startsWith("RCPT") ? answer : "250 ok";
                    out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException ended) {
                // the test is over
            }
        });
        thread.setDaemon(true);
        thread.start();
        return listener;
    }

    private static void send(Postman postman) throws MessagingException {
        postman.send(ID, TO, MAIL, AT);
    }

    private int port() {
        return server.getSmtp().getPort();
    }

    private MimeMessage[] received() {
        return server.getReceivedMessages();
    }

    private Postman plain() {
        return new Postman(smtp(port(), "none", Optional.empty(), ""));
    }

    private static Postman postman(int port, String tls, TestCertificate trusted) throws Exception {
        var smtp = smtp(port, tls, Optional.empty(), "");
        Properties properties = smtp.sessionProperties();
        properties.put("mail.smtp.ssl.socketFactory", trusted.trusting());
        return new Postman(smtp, properties);
    }

    private static Smtp smtp(int port, String tls, Optional<String> user, String password) {
        return new Smtp("localhost", port, tls, user, password, "voss@music.example.org", Duration.ofSeconds(10));
    }

    private static String text(Part part) throws IOException, MessagingException {
        return ((String) part.getContent()).replace("\r\n", "\n");
    }
}
