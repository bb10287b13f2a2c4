package io.astrionix.musicmuse.privacy.control.export;

import io.astrionix.musicmuse.shared.AccountId;
import java.time.Instant;
import java.util.Locale;

/**
 * Whose export it is.
 *
 * @param language of everything that is not data
 */
record ExportHead(AccountId account, Instant madeAt, Locale language) {}
