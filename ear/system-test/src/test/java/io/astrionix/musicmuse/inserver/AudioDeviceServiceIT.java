package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.inserver.inside.AsLearner;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.practice.boundary.AudioDeviceService;
import io.astrionix.musicmuse.practice.boundary.AudioDeviceView;
import io.astrionix.musicmuse.practice.boundary.CalibrateDeviceCommand;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AudioDeviceServiceIT extends Deployed {

    @Inject
    private AudioDeviceService devices;

    @Inject
    private AsLearner asLearner;

    @Inject
    private TestAccounts accounts;

    private AccountId learner;

    @BeforeEach
    void create_a_learner() {
        learner = accounts.create();
    }

    @Test
    void a_device_measured_twice_is_kept_once_with_the_newest_measurement() throws Exception {
        calibrate("usb", 120, 4);
        calibrate("usb", 95, 2);
        assertThat(devices()).singleElement().satisfies(device -> {
            assertThat(device.latencyMillis()).isEqualTo(95);
            assertThat(device.spreadMillis()).isEqualTo(2);
            assertThat(device.label()).isEqualTo("Microphone usb");
        });
    }

    @Test
    @Tag("ASVS-5.2.4")
    void only_the_twenty_devices_measured_last_stay() throws Exception {
        for (int i = 0; i < 22; i++) {
            calibrate("device-" + i, 100, 1);
        }
        assertThat(devices())
                .extracting(AudioDeviceView::deviceKey)
                .containsExactlyElementsOf(IntStream.rangeClosed(2, 21)
                        .mapToObj(i -> "device-" + (23 - i))
                        .toList());
    }

    @Test
    void another_accounts_devices_are_not_seen() throws Exception {
        calibrate("usb", 120, 4);
        var other = accounts.create();
        assertThat(asLearner.call(() -> devices.devices(other))).isEmpty();
    }

    @Test
    @Tag("ASVS-2.2.1")
    @Tag("ASVS-2.2.2")
    void a_delay_out_of_range_is_refused_and_not_kept() throws Exception {
        assertRefused("usb", -1, 1);
        assertRefused("usb", 501, 1);
        assertRefused("usb", 100, 30.5);
        assertRefused(" ", 100, 1);
        assertRefused("x".repeat(201), 100, 1);
        assertThat(devices()).isEmpty();
    }

    @Test
    void without_a_role_nobody_gets_in() {
        assertThatThrownBy(() -> devices.devices(learner)).isInstanceOf(EJBAccessException.class);
    }

    private void assertRefused(String key, double latencyMillis, double spreadMillis) {
        var measured = measured(key, latencyMillis, spreadMillis);
        // Looked at within: what runs this as a learner is an EJB too, which wraps what it does not expect.
        asLearner.run(() -> assertThatThrownBy(() -> devices.calibrate(learner, measured))
                .isInstanceOf(ConstraintViolationException.class));
    }

    private void calibrate(String key, double latencyMillis, double spreadMillis) {
        asLearner.run(() -> devices.calibrate(learner, measured(key, latencyMillis, spreadMillis)));
    }

    private static CalibrateDeviceCommand measured(String key, double latencyMillis, double spreadMillis) {
        return new CalibrateDeviceCommand(key, "Microphone " + key, latencyMillis, spreadMillis);
    }

    private List<AudioDeviceView> devices() throws Exception {
        return asLearner.call(() -> devices.devices(learner));
    }
}
