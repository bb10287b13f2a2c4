package io.astrionix.musicmuse.notification.boundary;

import io.astrionix.musicmuse.shared.AccountId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A mail to one person.
 *
 * @param key unique: a second mail with the same key is not sent (R82)
 * @param account whose mail it is, so that it goes when the account goes; empty for a guardian or a stranger
 * @param to one address without a name
 * @param values for the template's places: exactly those that {@link MailTemplate#needs} names, by {@link
 *     MailValue#key}
 */
public record Mail(
        String key,
        MailTemplate template,
        Optional<AccountId> account,
        String to,
        Locale language,
        Map<String, String> values) {

    private static final int LONGEST_KEY = 200;

    /** RFC 5321, 4.5.3.1.3. */
    private static final int LONGEST_ADDRESS = 254;

    /** @throws IllegalArgumentException if the values are not the template's, or any text is not one line */
    public Mail {
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(language, "language");
        values = Map.copyOf(values);
        require(!key.isBlank() && key.length() <= LONGEST_KEY && OneLine.is(key), "key cannot be used");
        require(isOneAddress(to), "to is not one address");
        var needed = template.needs().stream().map(MailValue::key).collect(Collectors.toSet());
        require(values.keySet().equals(needed), template + " needs the values " + needed);
        for (var value : template.needs()) {
            value.objection(values.get(value.key())).ifPresent(why -> {
                throw new IllegalArgumentException(why);
            });
        }
    }

    /** Whether a mail can go to it: one address, without a name or spaces. */
    public static boolean isOneAddress(String to) {
        int at = to.indexOf('@');
        return to.length() <= LONGEST_ADDRESS
                && at > 0
                && at == to.lastIndexOf('@')
                && at < to.length() - 1
                && OneLine.is(to)
                && to.chars().noneMatch(c -> Character.isSpaceChar(c) || "<>()[],;:\\\"".indexOf(c) >= 0);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
