package io.astrionix.musicmuse.web.legal;

import io.astrionix.musicmuse.legal.boundary.BusinessTransfers;
import io.astrionix.musicmuse.legal.boundary.LegalVersionView;
import io.astrionix.musicmuse.web.shared.Messages;
import io.astrionix.musicmuse.web.shared.SignedIn;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.omnifaces.util.Faces;

/** Backs admin/transfer.xhtml: the business goes to somebody else. */
@Named
@ViewScoped
public class TransferBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private BusinessTransfers transfers;

    @Inject
    private SignedIn signedIn;

    private List<LegalVersionView> notices;

    @NotBlank
    @Size(max = 200)
    @Pattern(regexp = "\\P{Cntrl}*")
    private String successor;

    private LocalDate on;

    @PostConstruct
    void load() {
        notices = transfers.list();
    }

    /** Action: begins to tell everybody. */
    public void announce() {
        transfers.announce(signedIn.account(), successor, Optional.ofNullable(on));
        successor = null;
        on = null;
        Messages.info("transfer.announced");
        load();
    }

    /** Action: sends everything that is stored about everybody, once everybody has been told. */
    public void export(int number) throws IOException {
        transfers.requireExportable(signedIn.account(), number);
        Faces.sendFile("musicmuse-transfer-" + number + ".jsonl", true, out -> {
            var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            transfers.export(signedIn.account(), number, writer);
            writer.flush();
        });
    }

    public List<LegalVersionView> getNotices() {
        return notices;
    }

    public String getSuccessor() {
        return successor;
    }

    public void setSuccessor(String successor) {
        this.successor = successor;
    }

    public LocalDate getOn() {
        return on;
    }

    public void setOn(LocalDate on) {
        this.on = on;
    }
}
