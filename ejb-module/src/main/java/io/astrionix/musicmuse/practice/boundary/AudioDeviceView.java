package io.astrionix.musicmuse.practice.boundary;

import java.time.Instant;
import java.util.UUID;

/** A calibrated device; delays in milliseconds. */
public record AudioDeviceView(
        UUID id, String deviceKey, String label, double latencyMillis, double spreadMillis, Instant measuredAt) {}
