package io.astrionix.musicmuse.notification.control;

import io.astrionix.musicmuse.notification.boundary.OneLine;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;

/** Takes one mail to the mail server. */
final class Postman {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String SENDER = "MusicMuse";

    private final Smtp smtp;
    private final Session session;

    Postman(Smtp smtp) {
        this(smtp, smtp.sessionProperties());
    }

    /** @param properties those of {@code smtp}, and what a test adds */
    Postman(Smtp smtp, Properties properties) {
        this.smtp = smtp;
        this.session = Session.getInstance(properties);
    }

    /**
     * Returns when the server has taken the mail.
     *
     * @param id of the mail; the same one gives the same Message-ID, by which a second copy is recognised
     * @throws UndeliverableException if the server refuses the address for good, or the mail cannot be written
     * @throws MessagingException if it was not sent this time
     */
    void send(UUID id, String to, RenderedMail mail, Instant at) throws MessagingException {
        var message = write(id, to, mail, at);
        try (var transport = session.getTransport()) {
            transport.connect(smtp.user().orElse(null), smtp.user().isPresent() ? smtp.password() : null);
            deliver(transport, message);
        }
    }

    private static void deliver(Transport transport, Message message) throws MessagingException {
        try {
            transport.sendMessage(message, message.getAllRecipients());
        } catch (SendFailedException refused) {
            if (refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0) {
                throw new UndeliverableException(refused);
            }
            throw refused;
        }
    }

    MimeMessage write(UUID id, String to, RenderedMail mail, Instant at) throws MessagingException {
        if (!OneLine.is(to) || !OneLine.is(mail.subject())) {
            throw new UndeliverableException(new MessagingException("a header would have two lines"));
        }
        var message = new NamedMessage(
                session, "<" + id + smtp.from().substring(smtp.from().indexOf('@')) + ">");
        try {
            message.setFrom(new InternetAddress(smtp.from(), SENDER, UTF_8));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        } catch (MessagingException | UnsupportedEncodingException malformed) {
            throw new UndeliverableException(malformed);
        }
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(at));
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no out-of-office answers
        message.setContent(alternatives(mail));
        message.saveChanges();
        return message;
    }

    /** The last one is the best (RFC 2046, 5.1.4). */
    private static MimeMultipart alternatives(RenderedMail mail) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(mail.text(), UTF_8);
        var html = new MimeBodyPart();
        html.setText(mail.html(), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    /** Keeps its own Message-ID, which Jakarta Mail would make anew. */
    private static final class NamedMessage extends MimeMessage {

        private final String messageId;

        NamedMessage(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }

    /** Trying again is no use. */
    static final class UndeliverableException extends MessagingException {

        private static final long serialVersionUID = 1L;

        UndeliverableException(Exception cause) {
            super(cause.getMessage(), cause);
        }
    }
}
