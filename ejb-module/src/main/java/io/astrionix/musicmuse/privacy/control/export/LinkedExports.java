package io.astrionix.musicmuse.privacy.control.export;

import io.astrionix.musicmuse.privacy.control.RequestRepository;
import io.astrionix.musicmuse.privacy.entity.ExportFile;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The file that the link of a mail leads to. */
@Dependent
@Transactional
public class LinkedExports {

    @Inject
    private RequestRepository requests;

    @Inject
    private ExportRepository files;

    Optional<ExportFile> by(String token) {
        return requests.findByLink(token).flatMap(request -> files.find(request.id()));
    }
}
