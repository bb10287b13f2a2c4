package io.astrionix.musicmuse.legal.boundary;

import io.astrionix.musicmuse.accounts.boundary.CredentialService;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.legal.control.ProcessingRecordFile;
import io.astrionix.musicmuse.legal.control.ProcessorRepository;
import io.astrionix.musicmuse.legal.entity.Processor;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The record of processing activities and the register of processors with their contracts (R27, R65). */
@Stateless
@RolesAllowed({Role.Names.PLATFORM_ADMIN, Role.Names.TRUST})
public class ProcessingRecord {

    private static final String PROCESSOR = "processor";

    private ProcessorRepository processors;
    private ProcessingRecordFile file;
    private CredentialService credentials;
    private AuditLog audit;
    private Clock clock;

    public ProcessingRecord() {} // required by the EJB proxy

    @Inject
    public ProcessingRecord(
            ProcessorRepository processors,
            ProcessingRecordFile file,
            CredentialService credentials,
            AuditLog audit,
            Clock clock) {
        this.processors = processors;
        this.file = file;
        this.credentials = credentials;
        this.audit = audit;
        this.clock = clock;
    }

    /** All processors there ever were, by name. */
    public List<ProcessorView> processors() {
        return processors.all().stream().map(Processor::view).toList();
    }

    /** The whole record as the page shows it. */
    public List<LegalCard> cards(@NotNull Locale language) {
        return file.cards(language);
    }

    /** The whole record with the register of processors, in words. */
    public String asJson(@NotNull AccountId who, @NotNull Locale language) {
        exported(who, "json");
        return file.json(processors(), language);
    }

    /** A line for each activity, then one for each processor. */
    public String asCsv(@NotNull AccountId who, @NotNull Locale language) {
        exported(who, "csv");
        return file.csv(processors(), language);
    }

    /** @throws io.astrionix.musicmuse.accounts.boundary.CredentialNotFreshException if the password must be typed before */
    public void add(@NotNull AccountId who, @NotNull @Valid ProcessorCommand command) {
        credentials.requireFresh();
        var processor = new Processor(command);
        processors.add(processor);
        audit.record(AuditEvent.done(AuditAction.PROCESSOR_ADDED)
                .by(who)
                .on(PROCESSOR, processor.id())
                .with("role", command.role())
                .with("ground", command.ground()));
    }

    /**
     * The contract has ended; the entry stays.
     *
     * @throws io.astrionix.musicmuse.accounts.boundary.CredentialNotFreshException if the password must be typed before
     * @throws ProcessorNotFoundException if there is none, or it had ended before
     */
    public void end(@NotNull AccountId who, @NotNull UUID id) {
        credentials.requireFresh();
        boolean ended = processors
                .lock(id)
                .filter(processor -> processor.end(LocalDate.now(clock)))
                .isPresent();
        if (!ended) {
            throw new ProcessorNotFoundException();
        }
        audit.record(AuditEvent.done(AuditAction.PROCESSOR_ENDED).by(who).on(PROCESSOR, id));
    }

    private void exported(AccountId who, String format) {
        audit.record(
                AuditEvent.done(AuditAction.PROCESSING_RECORD_EXPORTED).by(who).on("processing-record", format));
    }
}
