package io.astrionix.musicmuse.web.support;

import io.astrionix.musicmuse.support.boundary.AbuseReports;
import io.astrionix.musicmuse.support.boundary.MessageLine;
import io.astrionix.musicmuse.support.boundary.MessageText;
import io.astrionix.musicmuse.support.boundary.OwnReport;
import io.astrionix.musicmuse.support.boundary.ReportCommand;
import io.astrionix.musicmuse.support.boundary.ReportKind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** Backs account/report.xhtml: reporting abuse, and how the own reports stand. */
@Named
@RequestScoped
public class ReportBacking {

    @Inject
    private AbuseReports reports;

    @NotNull
    private ReportKind kind;

    @MessageLine
    private String about;

    @MessageText
    private String text;

    private List<OwnReport> own;

    /** Action: sends the report. */
    public String send() {
        var reference = reports.report(new ReportCommand(kind, about, text));
        return "/account/report.xhtml?faces-redirect=true&sent=" + reference;
    }

    public List<OwnReport> getOwn() {
        if (own == null) {
            own = reports.own();
        }
        return own;
    }

    public ReportKind[] getKinds() {
        return ReportKind.values();
    }

    /** What was sent before, by the address of the page; empty where it is no number of ours. */
    public String getSent() {
        return SentReference.ofRequest();
    }

    public ReportKind getKind() {
        return kind;
    }

    public void setKind(ReportKind kind) {
        this.kind = kind;
    }

    public String getAbout() {
        return about;
    }

    public void setAbout(String about) {
        this.about = about;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
