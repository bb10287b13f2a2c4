package io.astrionix.musicmuse.accounts.control;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.astrionix.musicmuse.accounts.boundary.WeakPasswordException;
import io.astrionix.musicmuse.accounts.boundary.WeakPasswordException.Why;
import io.astrionix.musicmuse.accounts.entity.Account;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a new password must be (SP 800-63B-4, 3.1.1.2; ASVS 6.2): long enough, not one that everybody tries, not made of
 * what the account itself tells. No rule about kinds of characters.
 */
@ApplicationScoped
public class PasswordPolicy {

    /** Code points, where the password is all there is. */
    public static final int LEAST = 15;

    /** Code points, where a second factor is set up. */
    public static final int LEAST_WITH_SECOND_FACTOR = 8;

    public static final int MOST = 128;

    /** zxcvbn's third of four degrees: safe against guessing at a fast pace. In tries, as a power of ten. */
    private static final double GUESSES_LOG10 = 8;

    /** zxcvbn's time grows with the square of the length; what follows can only make a password better. */
    private static final int MEASURED_CHARACTERS = 64;

    private static final List<String> SITE = List.of("musicmuse", "music", "muse", "voss", "astrionix");
    private static final int SHORTEST_CONTEXT_WORD = 3;

    /** What is left of a password without words about the site and its owner must still be worth something. */
    private static final int LEAST_WITHOUT_CONTEXT = 8;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");

    private final Zxcvbn zxcvbn = new Zxcvbn();
    private final BlockedPasswords blocked = BlockedPasswords.shipped();

    /** Whether it is long enough only beside a second factor. */
    static boolean isShort(String password) {
        return length(Passwords.normalised(password)) < LEAST;
    }

    private static int length(String normalised) {
        return normalised.codePointCount(0, normalised.length());
    }

    /** @throws WeakPasswordException if the password cannot be used for this account */
    public void require(String password, Account account, boolean secondFactor) {
        require(password, List.of(account.displayName(), account.email()), secondFactor);
    }

    /**
     * @param about texts that others know of the owner, such as name and email
     * @param secondFactor whether one is set up
     * @throws WeakPasswordException if the password cannot be used
     */
    public void require(String password, Collection<String> about, boolean secondFactor) {
        var normalised = Passwords.normalised(password);
        int length = length(normalised);
        int least = secondFactor ? LEAST_WITH_SECOND_FACTOR : LEAST;
        refuseIf(length < least, Why.TOO_SHORT, least);
        refuseIf(length > MOST, Why.TOO_LONG, MOST);
        refuseIf(blocked.contains(normalised), Why.COMMON, least);
        var words = contextWords(about);
        refuseIf(isMadeOf(words, normalised), Why.ABOUT_YOU, least);
        var measured = normalised.substring(0, Math.min(normalised.length(), MEASURED_CHARACTERS));
        refuseIf(zxcvbn.measure(measured, words).getGuessesLog10() < GUESSES_LOG10, Why.EASY_TO_GUESS, least);
    }

    private static void refuseIf(boolean wrong, Why why, int limit) {
        if (wrong) {
            throw new WeakPasswordException(why, limit);
        }
    }

    /** The longest first, so that taking them out of a password leaves no piece of one. */
    private static List<String> contextWords(Collection<String> about) {
        var words = new ArrayList<>(SITE);
        for (var text : about) {
            var lower = text.toLowerCase(Locale.ROOT);
            words.add(BETWEEN_WORDS.matcher(lower).replaceAll(""));
            words.addAll(List.of(BETWEEN_WORDS.split(lower)));
        }
        words.removeIf(word -> word.length() < SHORTEST_CONTEXT_WORD);
        words.sort(Comparator.comparingInt(String::length).reversed());
        return words;
    }

    private static boolean isMadeOf(List<String> words, String password) {
        var rest = BETWEEN_WORDS.matcher(password.toLowerCase(Locale.ROOT)).replaceAll("");
        int before = rest.length();
        for (var word : words) {
            rest = rest.replace(word, "");
        }
        return rest.length() < before && NO_LETTER.matcher(rest).replaceAll("").length() < LEAST_WITHOUT_CONTEXT;
    }
}
