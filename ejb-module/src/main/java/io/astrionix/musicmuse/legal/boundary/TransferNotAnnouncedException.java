package io.astrionix.musicmuse.legal.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** Not everybody has been told of the transfer yet. */
public class TransferNotAnnouncedException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public TransferNotAnnouncedException() {
        super("transfer.notAnnounced", "Not everybody has been told of the transfer yet");
    }
}
