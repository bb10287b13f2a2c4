package io.astrionix.musicmuse.legal.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** There is no such processor, or its contract has ended. */
public class ProcessorNotFoundException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public ProcessorNotFoundException() {
        super("legal.processor.notFound", "There is no such processor, or its contract has ended");
    }
}
