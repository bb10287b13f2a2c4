package io.astrionix.musicmuse.privacy.boundary;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What somebody can ask for about the own data. The names are stored; the last three are those of California's law. */
public enum RequestKind {
    ACCESS,
    PORTABILITY,
    CORRECTION,
    DELETION,
    RESTRICTION,
    OBJECTION,
    CONSENT_WITHDRAWAL,
    KNOW,
    DELETE,
    OPT_OUT;

    private static final Set<RequestKind> EXPORTS = EnumSet.of(ACCESS, PORTABILITY, KNOW);
    private static final Set<RequestKind> DELETIONS = EnumSet.of(DELETION, DELETE);
    private static final Set<RequestKind> CALIFORNIAN = EnumSet.of(KNOW, DELETE, OPT_OUT);

    /** Whether a file with everything answers it. */
    public boolean isExport() {
        return EXPORTS.contains(this);
    }

    public boolean isDeletion() {
        return DELETIONS.contains(this);
    }

    public boolean isCalifornian() {
        return CALIFORNIAN.contains(this);
    }

    /** What has to be done, in this order. */
    public List<RequestStepName> steps() {
        if (isExport()) {
            return List.of(RequestStepName.EXPORT);
        }
        if (isDeletion()) {
            return List.of(RequestStepName.HIDE, RequestStepName.ERASE);
        }
        return List.of(this == OPT_OUT ? RequestStepName.NOTHING_SOLD : RequestStepName.DESK);
    }

    /** All kinds that one answer answers. */
    public Set<RequestKind> sameAnswer() {
        if (isExport()) {
            return EnumSet.copyOf(EXPORTS);
        }
        return isDeletion() ? EnumSet.copyOf(DELETIONS) : EnumSet.of(this);
    }
}
