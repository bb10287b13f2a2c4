package io.astrionix.musicmuse.practice.boundary;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A measured device.
 *
 * @param deviceKey what tells the device from others
 * @param label the device's name as its browser gives it
 * @param latencyMillis median delay, 0 to 500 ms
 * @param spreadMillis interquartile range, at most 30 ms: a wider one measures nothing
 */
public record CalibrateDeviceCommand(
        @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*")
        String deviceKey,

        @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*")
        String label,

        @DecimalMin("0") @DecimalMax("500") double latencyMillis,
        @DecimalMin("0") @DecimalMax("30") double spreadMillis) {}
