package io.astrionix.musicmuse.support.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * A report as the staff sees it.
 *
 * @param reporter email; empty where that account is gone
 * @param accused email of the account that it is about; empty where none is named yet, or it is gone
 */
public record ReportView(
        ReportRow row, String text, Instant reportedAt, String reporter, String accused, List<ActionView> actions)
        implements Serializable {

    public ReportView {
        actions = List.copyOf(actions);
    }
}
