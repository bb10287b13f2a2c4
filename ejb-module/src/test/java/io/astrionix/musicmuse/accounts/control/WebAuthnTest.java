package io.astrionix.musicmuse.accounts.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.accounts.entity.Passkey;
import io.astrionix.musicmuse.shared.SecretToken;
import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("ASVS-6.3.3")
class WebAuthnTest {

    private final WebAuthn webAuthn = at("https://music.example.org");
    private final String challenge = SecretToken.next();
    private TestDevice device;

    private static WebAuthn at(String origin) {
        var values = Map.of(
                Setting.SITE_ORIGIN.key(),
                origin,
                Setting.TRUSTED_PROXIES.key(),
                origin.startsWith("https:") ? "192.0.2.10" : "");
        return new WebAuthn(new Settings(key -> Optional.ofNullable(values.get(key))));
    }

    @BeforeEach
    void a_new_device() throws GeneralSecurityException {
        device = new TestDevice();
    }

    private Passkey.Key registered() throws GeneralSecurityException {
        return webAuthn.registered(device.create(challenge), challenge).orElseThrow();
    }

    @Test
    void a_passkey_is_registered_and_used() throws GeneralSecurityException {
        device.count = 7;
        var key = registered();
        assertThat(key.credentialId()).isEqualTo(TestDevice.id());
        assertThat(key.signCount()).isEqualTo(7);
        device.count = 8;
        var next = SecretToken.next();
        var answer = device.use(next);
        assertThat(webAuthn.credentialId(answer)).hasValue(TestDevice.id());
        assertThat(webAuthn.used(answer, next, key)).hasValue(8L);
    }

    static Stream<Consumer<TestDevice>> faults() {
        return Stream.of(
                device -> device.origin = "https://evil.example",
                device -> device.origin = "http://music.example.org",
                device -> device.origin = "https://music.example.org.evil.example",
                device -> device.name = "evil.example",
                device -> device.flags = TestDevice.USER_PRESENT,
                device -> device.flags = TestDevice.USER_VERIFIED,
                device -> device.type = "webauthn.other");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_registration_with_a_fault_is_refused(Consumer<TestDevice> fault) throws GeneralSecurityException {
        fault.accept(device);
        assertThat(webAuthn.registered(device.create(challenge), challenge)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_use_with_a_fault_is_refused(Consumer<TestDevice> fault) throws GeneralSecurityException {
        var key = registered();
        device.count = 1;
        fault.accept(device);
        assertThat(webAuthn.used(device.use(challenge), challenge, key)).isEmpty();
    }

    @Test
    void the_answer_to_another_challenge_is_refused() throws GeneralSecurityException {
        assertThat(webAuthn.registered(device.create(challenge), SecretToken.next()))
                .isEmpty();
        var key = registered();
        device.count = 1;
        assertThat(webAuthn.used(device.use(challenge), SecretToken.next(), key))
                .isEmpty();
    }

    @Test
    void another_devices_signature_is_refused() throws GeneralSecurityException {
        var key = registered();
        var other = new TestDevice();
        other.count = 1;
        assertThat(webAuthn.used(other.use(challenge), challenge, key)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5, 5, false", "5, 4, false", "5, 0, false", "5, 6, true", "0, 0, true"})
    void a_count_that_does_not_grow_shows_a_copy(int before, int now, boolean right) throws GeneralSecurityException {
        device.count = before;
        var key = registered();
        device.count = now;
        assertThat(webAuthn.used(device.use(challenge), challenge, key).isPresent())
                .isEqualTo(right);
    }

    @Test
    void an_answer_cut_anywhere_is_refused_and_breaks_nothing() throws GeneralSecurityException {
        var registration = device.create(challenge);
        var key = registered();
        device.count = 1;
        var use = device.use(challenge);
        for (int end = 0; end < registration.length(); end++) {
            assertThat(webAuthn.registered(registration.substring(0, end), challenge))
                    .isEmpty();
        }
        for (int end = 0; end < use.length(); end++) {
            assertThat(webAuthn.used(use.substring(0, end), challenge, key)).isEmpty();
            assertThat(webAuthn.credentialId(use.substring(0, end))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"response\":null}", "{\"id\":\"%%%\",\"response\":{}}", "\"x\""})
    void what_is_no_answer_is_refused(String text) throws GeneralSecurityException {
        assertThat(webAuthn.registered(text, challenge)).isEmpty();
        assertThat(webAuthn.credentialId(text)).isEmpty();
        assertThat(webAuthn.used(text, challenge, registered())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://music.example.org, music.example.org",
        "http://localhost:8080, localhost",
        "http://127.0.0.1:8080, ",
        "http://[::1]:8080, "
    })
    void passkeys_belong_to_a_name(String origin, String name) {
        assertThat(at(origin).name()).isEqualTo(Optional.ofNullable(name));
    }
}
