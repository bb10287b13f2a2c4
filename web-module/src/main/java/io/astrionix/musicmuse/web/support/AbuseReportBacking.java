package io.astrionix.musicmuse.web.support;

import io.astrionix.musicmuse.accounts.boundary.EmailAddress;
import io.astrionix.musicmuse.support.boundary.AbuseDesk;
import io.astrionix.musicmuse.support.boundary.EnforcementAction;
import io.astrionix.musicmuse.support.boundary.MessageLine;
import io.astrionix.musicmuse.support.boundary.ReportNotFoundException;
import io.astrionix.musicmuse.support.boundary.ReportView;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.Serializable;

/** Backs admin/abuse/report.xhtml: one report, and what is done about it. */
@Named
@ViewScoped
public class AbuseReportBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private AbuseDesk desk;

    private String id;
    private ReportView report;

    @NotNull(message = "{io.astrionix.musicmuse.EmailAddress}")
    @EmailAddress
    private String email;

    @NotNull
    private EnforcementAction action;

    @MessageLine
    private String reason;

    /** View action: a report that is not there is no page. */
    public void open() throws IOException {
        try {
            report = desk.report(NotFound.id(id));
        } catch (ReportNotFoundException notThere) {
            NotFound.answer();
        }
    }

    /** Action: says whose account it is about. */
    public String name() {
        desk.name(report.row().id(), email);
        return samePage();
    }

    /** Action: does something about it. */
    public String act() {
        desk.act(report.row().id(), action, reason);
        return samePage();
    }

    private String samePage() {
        return "/admin/abuse/report.xhtml?faces-redirect=true&done=yes&id="
                + report.row().id();
    }

    public ReportView getReport() {
        return report;
    }

    public EnforcementAction[] getActions() {
        return EnforcementAction.values();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public EnforcementAction getAction() {
        return action;
    }

    public void setAction(EnforcementAction action) {
        this.action = action;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
