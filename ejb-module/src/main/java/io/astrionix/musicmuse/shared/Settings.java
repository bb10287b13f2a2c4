package io.astrionix.musicmuse.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The values of all {@link Setting settings}, read and checked once at the start. */
@ApplicationScoped
public class Settings {

    /** Half of what retention.yml leaves a take that was begun. */
    private static final Duration LONGEST_TAKE = Duration.ofHours(12);

    private final Map<Setting, Object> values = new EnumMap<>(Setting.class);

    /** @throws InvalidSettingException if a value cannot be used */
    public Settings() {
        this(fromConfig(ConfigProvider.getConfig()));
    }

    /**
     * @param raw the text set for a key, empty where none is
     * @throws InvalidSettingException if a value cannot be used
     */
    public Settings(Function<String, Optional<String>> raw) {
        for (var setting : Setting.values()) {
            var text = raw.apply(setting.key()).filter(t -> !t.isBlank()).orElse(setting.defaultValue());
            values.put(setting, setting.parse(text));
        }
        if (duration(Setting.TAKE_LIMIT).plus(duration(Setting.TAKE_GRACE)).compareTo(LONGEST_TAKE) > 0) {
            throw new InvalidSettingException(
                    Setting.TAKE_LIMIT,
                    "together with " + Setting.TAKE_GRACE.variable()
                            + " at most 12 hours: after a day a take counts as abandoned");
        }
        SmtpRules.check(this);
        TlsRules.check(this);
    }

    private static Function<String, Optional<String>> fromConfig(Config config) {
        return key -> config.getOptionalValue(key, String.class);
    }

    /** The text of a TEXT, ORIGIN or TLS setting; empty where it is not set. */
    public Optional<String> text(Setting setting) {
        return Optional.of((String) values.get(setting)).filter(text -> !text.isEmpty());
    }

    /** The site's origin where it is one with TLS, such as https://music.example.org. */
    public Optional<String> originWithTls() {
        return text(Setting.SITE_ORIGIN).filter(origin -> origin.startsWith("https:"));
    }

    /** Whether an OPENNESS setting says open. */
    public boolean open(Setting setting) {
        return (Boolean) values.get(setting);
    }

    /** The number of a COUNT or PORT setting. */
    public int count(Setting setting) {
        return (Integer) values.get(setting);
    }

    public Rate rate(Setting setting) {
        return (Rate) values.get(setting);
    }

    public Duration duration(Setting setting) {
        return (Duration) values.get(setting);
    }

    /** Whether a SWITCH setting is true. */
    public boolean isOn(Setting setting) {
        return (Boolean) values.get(setting);
    }

    /** The addresses of an ADDRESSES setting; empty where none is set. */
    @SuppressWarnings("unchecked") // SettingType reads nothing else for it
    public Set<InetAddress> addresses(Setting setting) {
        return (Set<InetAddress>) values.get(setting);
    }
}
