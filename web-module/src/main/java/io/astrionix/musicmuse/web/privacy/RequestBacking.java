package io.astrionix.musicmuse.web.privacy;

import io.astrionix.musicmuse.erasure.boundary.ErasureReport;
import io.astrionix.musicmuse.erasure.boundary.ErasureReports;
import io.astrionix.musicmuse.privacy.boundary.RequestDesk;
import io.astrionix.musicmuse.privacy.boundary.RequestStepView;
import io.astrionix.musicmuse.privacy.boundary.RequestView;
import io.astrionix.musicmuse.web.shared.Messages;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Backs admin/request.xhtml: one request, how far it has come, and what the desk can do. */
@Named
@ViewScoped
public class RequestBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private RequestDesk desk;

    @Inject
    private ErasureReports reports;

    private String id;
    private transient RequestView request;
    private transient Optional<ErasureReport> report;

    @Size(max = 500)
    @Pattern(regexp = "\\P{Cntrl}*")
    private String basis;

    /** View action: a request that is not there is no page. */
    public void open() throws IOException {
        request = find().orElse(null);
        if (request == null) {
            var faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
            faces.responseComplete();
        }
    }

    /** Action: denies it, and tells the person why. */
    public String deny() {
        if (basis == null || basis.isBlank()) {
            Messages.error("desk.basisMissing");
            return null;
        }
        desk.deny(getRequest().id(), basis);
        return again();
    }

    /** Action: says that it is done. */
    public String done() {
        desk.done(getRequest().id());
        return again();
    }

    private String again() {
        return "/admin/request.xhtml?faces-redirect=true&id=" + id;
    }

    public RequestView getRequest() {
        if (request == null) {
            request = find().orElseThrow();
        }
        return request;
    }

    public List<RequestStepView> getSteps() {
        return desk.steps(getRequest().id());
    }

    /** What was erased for it; null if nothing was. */
    public ErasureReport getReport() {
        if (report == null) {
            report = reports.of(getRequest().id());
        }
        return report.orElse(null);
    }

    private Optional<RequestView> find() {
        try {
            return desk.open(UUID.fromString(id == null ? "" : id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getBasis() {
        return basis;
    }

    public void setBasis(String basis) {
        this.basis = basis;
    }
}
