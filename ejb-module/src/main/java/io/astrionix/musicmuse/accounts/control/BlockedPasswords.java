package io.astrionix.musicmuse.accounts.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Passwords that are tried first although they are long: phrases, lines of songs, rows of keys. Compared without case,
 * spaces, punctuation and digits that stand for letters, as a whole. Short ones are zxcvbn's business.
 */
final class BlockedPasswords {

    private static final String FILE = "/io/astrionix/musicmuse/accounts/blocked-passwords.txt";
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern DIGITS_AT_THE_END = Pattern.compile("(?<=\\p{L})\\p{N}+$");

    private final Set<String> phrases;

    private BlockedPasswords(Set<String> phrases) {
        this.phrases = phrases;
    }

    static BlockedPasswords shipped() {
        try (var lines = new BufferedReader(
                new InputStreamReader(BlockedPasswords.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            return new BlockedPasswords(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(BlockedPasswords::plain)
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether the password is one of the phrases, or one with digits at its end, or one said twice. */
    boolean contains(String password) {
        var plain = plain(password);
        var half = plain.substring(0, plain.length() / 2);
        return phrases.contains(plain) || (!half.isEmpty() && plain.equals(half + half) && phrases.contains(half));
    }

    private static String plain(String text) {
        var signless = SIGNS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        return unleet(DIGITS_AT_THE_END.matcher(signless).replaceAll(""));
    }

    private static String unleet(String text) {
        return text.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't');
    }
}
