package io.astrionix.musicmuse.retention.boundary;

import java.io.Serializable;

/**
 * The evidence report of a run.
 *
 * @param text JSON, byte for byte what was signed
 * @param signature Ed25519, in base64
 * @param valid whether the signature is this installation's, and the text what it signed
 */
public record SignedReport(String text, String signature, boolean valid) implements Serializable {}
