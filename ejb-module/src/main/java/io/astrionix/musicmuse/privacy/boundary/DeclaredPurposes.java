package io.astrionix.musicmuse.privacy.boundary;

import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.datamap.MappedAttribute;
import io.astrionix.musicmuse.datamap.Purpose;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Data is read for what the data map says it is there for, and for nothing else (R20). */
@Dependent
public class DeclaredPurposes {

    private DataMap map;
    private AuditLog audit;

    public DeclaredPurposes() {} // required by CDI beside the constructor below

    @Inject
    public DeclaredPurposes(DataMap map, AuditLog audit) {
        this.map = map;
        this.audit = audit;
    }

    /**
     * @param record the name of a record in the data map, such as PracticeSession
     * @throws PurposeNotDeclaredException if none of its attributes is there for that; noted in the audit log
     */
    public void require(String record, Purpose purpose) {
        boolean declared = map.records().stream()
                .filter(mapped -> mapped.name().equals(record))
                .flatMap(mapped -> mapped.attributes().stream())
                .map(MappedAttribute::personal)
                .flatMap(Optional::stream)
                .anyMatch(personal -> personal.purposes().contains(purpose));
        if (!declared) {
            audit.recordRefusal(AuditEvent.refused(AuditAction.PURPOSE_REFUSED)
                    .on("record", record)
                    .with("purpose", purpose));
            throw new PurposeNotDeclaredException(record, purpose);
        }
    }
}
