package io.astrionix.musicmuse.legal.boundary;

import java.util.List;

/**
 * A legal document as a page shows it.
 *
 * @param version of {@code blocks}
 * @param versions all that are published, newest first
 */
public record LegalPage(LegalVersionView version, List<LegalBlock> blocks, List<LegalVersionView> versions) {}
