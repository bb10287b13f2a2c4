package io.astrionix.musicmuse.notification.control;

import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.datamap.RetentionRule;
import io.astrionix.musicmuse.datamap.Words;
import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import io.astrionix.musicmuse.notification.boundary.MailValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes plain text and HTML of a template's texts and a mail's values. Nothing in it is loaded from elsewhere. */
@ApplicationScoped
public class MailRenderer {

    static final String BUNDLE = "io.astrionix.musicmuse.notification.mail";

    /** A place in a text, such as {name}, or {export-48h} for the period of that rule of retention.yml. */
    static final Pattern PLACE = Pattern.compile("\\{([a-z]+(?:-[0-9a-z]+)*)}");

    private static final Pattern PARAGRAPHS = Pattern.compile("\n\n");
    private static final Pattern ADDRESS = Pattern.compile("\\{link}|\\{site}/[a-z./-]*");

    private static final String FRAME = "/io/astrionix/musicmuse/notification/mail-frame.html";
    private static final String PARAGRAPH = "<p style=\"margin:0 0 16px\">%s</p>";
    private static final String BUTTON =
            "<p style=\"margin:0 0 8px\"><a href=\"%s\" style=\"display:inline-block;padding:12px 22px;"
                    + "border-radius:24px;background:#5b3fd6;color:#ffffff;font-weight:bold;text-decoration:none\">%s</a></p>"
                    + "<p style=\"margin:0 0 16px;font-size:14px;word-break:break-all\">%s</p>";

    private final String frame = read();
    private DataMap map;

    public MailRenderer() {} // required by the proxy

    @Inject
    public MailRenderer(DataMap map) {
        this.map = map;
    }

    /**
     * @param values as the mail was queued with; empty where it was sent and they are gone
     * @param queuedAt shown in the server's time zone: a school's server stands where its pupils are
     * @param site the origin of our pages
     */
    public RenderedMail render(
            MailTemplate template, Locale language, Map<String, String> values, Instant queuedAt, String site) {
        var texts = texts(language);
        var filled = periods(ofTexts(texts));
        for (var value : template.needs()) {
            filled.put(value.key(), shown(value, values.get(value.key()), texts));
        }
        filled.put("site", site);
        filled.put("at", moment(queuedAt, ofTexts(texts)));
        var subject = fill(texts.getString(template + ".subject"), filled);
        var footer = fill(texts.getString("frame.footer"), filled);
        var body = texts.getString(template + ".text");
        var html = fill(
                frame,
                Map.of(
                        "language", texts.getString("frame.language"),
                        "subject", escape(subject),
                        "content", content(body, template, filled, texts),
                        "footer", escape(footer)));
        return new RenderedMail(subject, fill(body, filled) + "\n\n-- \n" + footer + "\n", html);
    }

    /** By the ids of their rules. */
    private Map<String, String> periods(Locale language) {
        var words = new Words(language);
        return map.rules().stream()
                .filter(rule -> rule.period().isPresent())
                .collect(Collectors.toMap(RetentionRule::id, words::period, (one, other) -> one, HashMap::new));
    }

    static ResourceBundle texts(Locale language) {
        var noFallback = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle(BUNDLE, language, MailRenderer.class.getClassLoader(), noFallback);
    }

    private static String content(
            String body, MailTemplate template, Map<String, String> filled, ResourceBundle texts) {
        return String.join(
                "\n",
                paragraphs(body).stream()
                        .map(paragraph -> {
                            var text = escape(fill(paragraph, filled));
                            return ADDRESS.matcher(paragraph).matches()
                                    ? BUTTON.formatted(text, escape(texts.getString(template + ".button")), text)
                                    : PARAGRAPH.formatted(text);
                        })
                        .toList());
    }

    private static List<String> paragraphs(String body) {
        return Arrays.asList(PARAGRAPHS.split(body));
    }

    private static String shown(MailValue value, String given, ResourceBundle texts) {
        if (given == null) {
            return texts.getString("frame.removed");
        }
        return switch (value) {
            case LINK, REFERENCE -> given;
            case NAME, DEVICE, REASON, SUCCESSOR, DETAIL -> withoutAddresses(given);
            case CHANGE, ROLE, DOCUMENT, REQUEST, TROUBLE -> texts.getString(value.key() + "." + given);
            case DAY ->
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(ofTexts(texts))
                        .format(LocalDate.parse(given));
        };
    }

    /**
     * Mail programs make links of what looks like one: whoever registers somebody else's address and calls themselves
     * "free.example/win" must not have us send a link of theirs.
     */
    private static String withoutAddresses(String text) {
        return text.replaceAll("[/\\\\:@\\s]+", " ")
                .replaceAll("\\.(?=[^\\s.]{2})", ". ")
                .strip();
    }

    /** The bundle without a language is English. */
    private static Locale ofTexts(ResourceBundle texts) {
        return texts.getLocale().getLanguage().isEmpty() ? Locale.ENGLISH : texts.getLocale();
    }

    private static String moment(Instant at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG)
                .withLocale(locale)
                .withZone(ZoneId.systemDefault())
                .format(at);
    }

    private static String fill(String text, Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            var value = Objects.requireNonNull(values.get(place.group(1)), place.group());
            return Matcher.quoteReplacement(value);
        });
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String read() {
        try (var in = Objects.requireNonNull(MailRenderer.class.getResourceAsStream(FRAME), FRAME)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
