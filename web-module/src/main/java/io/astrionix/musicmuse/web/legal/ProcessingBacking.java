package io.astrionix.musicmuse.web.legal;

import io.astrionix.musicmuse.datamap.Recipient;
import io.astrionix.musicmuse.datamap.Words;
import io.astrionix.musicmuse.legal.boundary.LegalCard;
import io.astrionix.musicmuse.legal.boundary.ProcessingRecord;
import io.astrionix.musicmuse.legal.boundary.ProcessorView;
import io.astrionix.musicmuse.web.shared.Messages;
import io.astrionix.musicmuse.web.shared.SignedIn;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.omnifaces.util.Faces;

/** Backs admin/processing.xhtml: the record of processing activities and the register of processors. */
@Named
@ViewScoped
public class ProcessingBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ProcessingRecord register;

    @Inject
    private SignedIn signedIn;

    private List<ProcessorView> processors;
    private ProcessorForm form = new ProcessorForm();

    @PostConstruct
    void load() {
        processors = register.processors();
    }

    /** Action: writes a processor into the register. */
    public void add() {
        register.add(signedIn.account(), form.toCommand());
        form = new ProcessorForm();
        Messages.info("processing.added");
        load();
    }

    /** Action: the contract has ended. */
    public void end(UUID id) {
        register.end(signedIn.account(), id);
        Messages.info("processing.ended");
        load();
    }

    /** Action: sends the record and the register as JSON. */
    public void json() throws IOException {
        send(register.asJson(signedIn.account(), Messages.locale()), "musicmuse-processing.json");
    }

    /** Action: sends the record and the register as CSV. */
    public void csv() throws IOException {
        send(register.asCsv(signedIn.account(), Messages.locale()), "musicmuse-processing.csv");
    }

    private static void send(String text, String name) throws IOException {
        Faces.sendFile(text.getBytes(StandardCharsets.UTF_8), name, true);
    }

    public List<LegalCard> getActivities() {
        return register.cards(Messages.locale());
    }

    public String role(Recipient role) {
        return new Words(Messages.locale()).recipient(role);
    }

    public List<ProcessorView> getProcessors() {
        return processors;
    }

    public ProcessorForm getForm() {
        return form;
    }
}
