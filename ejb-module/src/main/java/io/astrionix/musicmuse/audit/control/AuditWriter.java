package io.astrionix.musicmuse.audit.control;

import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.control.chain.Commitment;
import io.astrionix.musicmuse.audit.control.chain.EntryFields;
import io.astrionix.musicmuse.audit.entity.AuditEntry;
import io.astrionix.musicmuse.audit.entity.AuditPersonal;
import io.astrionix.musicmuse.shared.RequestOrigin.Origin;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Turns an event into the rows that are stored of it: an entry that tells of nobody, and the personal values beside it. */
@Dependent
public class AuditWriter {

    /** The kind of object whose id is a person's: entries call it by its pseudonym. */
    private static final String ACCOUNT = "account";

    private static final JsonProvider JSON = JsonProvider.provider();

    private AuditEntryRepository entries;
    private WrittenEvents written;

    public AuditWriter() {} // required by the proxy

    @Inject
    public AuditWriter(AuditEntryRepository entries, WrittenEvents written) {
        this.entries = entries;
        this.written = written;
    }

    public void write(AuditEvent event, Origin origin, Instant now) {
        var id = UUID.randomUUID();
        var values = new ArrayList<AuditPersonal>();
        var commitments = new HashMap<String, String>();
        personal(event, origin).forEach((name, value) -> {
            var salt = Commitment.newSalt();
            boolean forSecurity = isOrigin(name) && event.action().isSecurity();
            values.add(new AuditPersonal(id, name, salt, value, forSecurity));
            commitments.put(name, Commitment.of(salt, value));
        });
        var fields = new EntryFields(
                id,
                now.truncatedTo(ChronoUnit.MICROS),
                event.action().name(),
                event.outcome().name(),
                event.actor().map(actor -> entries.pseudonym(actor.value())).orElse(null),
                PlainText.of(event.objectType()),
                objectId(event),
                json(event.details()),
                Commitment.join(commitments));
        entries.add(id, new AuditEntry(fields), values);
        written.follow(fields);
    }

    private static Map<String, String> personal(AuditEvent event, Origin origin) {
        var personal = new TreeMap<String, String>();
        event.personal().forEach((name, value) -> personal.put(name, PlainText.of(value)));
        origin.address().ifPresent(address -> personal.put("address", PlainText.of(address)));
        if (event.action().isSecurity()) {
            origin.device().ifPresent(device -> personal.put("device", PlainText.of(device)));
        }
        return personal;
    }

    private static boolean isOrigin(String name) {
        return "address".equals(name) || "device".equals(name);
    }

    private String objectId(AuditEvent event) {
        if (!ACCOUNT.equals(event.objectType())) {
            return PlainText.of(event.objectId());
        }
        return entries.pseudonym(UUID.fromString(event.objectId()));
    }

    private static String json(Map<String, String> details) {
        var object = JSON.createObjectBuilder();
        new TreeMap<>(details).forEach((name, value) -> object.add(PlainText.of(name), PlainText.of(value)));
        return object.build().toString();
    }
}
