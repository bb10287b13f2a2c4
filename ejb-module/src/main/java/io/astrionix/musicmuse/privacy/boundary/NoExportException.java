package io.astrionix.musicmuse.privacy.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** There is no file to download, or none any more. */
public class NoExportException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public NoExportException() {
        super("export.gone", "No export to download");
    }
}
