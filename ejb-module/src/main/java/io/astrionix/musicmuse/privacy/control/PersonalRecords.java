package io.astrionix.musicmuse.privacy.control;

import io.astrionix.musicmuse.datamap.Export;
import io.astrionix.musicmuse.datamap.PersonalData;
import io.astrionix.musicmuse.datamap.PersonalRecord;
import io.astrionix.musicmuse.privacy.boundary.StoredRecords;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.metamodel.EntityType;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows of all entities whose {@link PersonalRecord} names the attribute that holds the account they are about. The audit
 * log is not among them: its rows name a pseudonym.
 */
@Dependent
public class PersonalRecords {

    /** Activities of what somebody confides in us. */
    private static final Set<String> CONFIDENTIAL = Set.of("support", "support-links", "abuse", "rights-requests");

    @PersistenceContext
    private EntityManager em;

    public List<StoredRecords> count(AccountId account) {
        return count(kinds(), account);
    }

    public List<StoredRecords> countWithoutConfidential(AccountId account) {
        return count(kinds().filter(PersonalRecords::isOpenToGuardians), account);
    }

    private List<StoredRecords> count(Stream<EntityType<?>> kinds, AccountId account) {
        return kinds.map(kind -> new StoredRecords(kind.getName(), count(kind, account)))
                .filter(records -> records.count() > 0)
                .toList();
    }

    public JsonObject toJson(AccountId account) {
        return toJson(kinds(), account);
    }

    public JsonObject toJsonWithoutConfidential(AccountId account) {
        return toJson(kinds().filter(PersonalRecords::isOpenToGuardians), account);
    }

    private static boolean isOpenToGuardians(EntityType<?> kind) {
        return !CONFIDENTIAL.contains(
                kind.getJavaType().getAnnotation(PersonalRecord.class).activity());
    }

    private JsonObject toJson(Stream<EntityType<?>> kinds, AccountId account) {
        var all = Json.createObjectBuilder();
        kinds.forEach(kind -> {
            var rows = Json.createArrayBuilder();
            rows(kind, account).forEach(row -> rows.add(object(row)));
            all.add(kind.getName(), rows);
        });
        return all.build();
    }

    /** Entities that say whose rows they have. */
    public Set<String> kindNames() {
        return kinds().map(EntityType::getName).collect(Collectors.toSet());
    }

    private Stream<EntityType<?>> kinds() {
        return em.getMetamodel().getEntities().stream()
                .filter(kind -> !subject(kind).isEmpty())
                .filter(kind -> kind.getAttribute(subject(kind)).getJavaType() == UUID.class)
                .sorted(Comparator.comparing(EntityType::getName));
    }

    private static String subject(EntityType<?> kind) {
        var record = kind.getJavaType().getAnnotation(PersonalRecord.class);
        return record == null ? "" : record.subject();
    }

    private int count(EntityType<?> kind, AccountId account) {
        return em.createQuery("select count(e) from " + whereSubject(kind), Long.class)
                .setParameter("account", account.value())
                .getSingleResult()
                .intValue();
    }

    private List<?> rows(EntityType<?> kind, AccountId account) {
        return em.createQuery("select e from " + whereSubject(kind))
                .setParameter("account", account.value())
                .getResultList();
    }

    private static String whereSubject(EntityType<?> kind) {
        return kind.getName() + " e where e." + subject(kind) + " = :account";
    }

    private static JsonObject object(Object row) {
        var object = Json.createObjectBuilder();
        fields(row.getClass()).forEach(field -> object.add(field.getName(), shown(field, row)));
        return object.build();
    }

    private static Stream<Field> fields(Class<?> type) {
        return Stream.<Class<?>>iterate(type, c -> c != null && c != Object.class, Class::getSuperclass)
                .flatMap(c -> Arrays.stream(c.getDeclaredFields()))
                .filter(field -> export(field) != Export.NONE);
    }

    private static Export export(Field field) {
        var data = field.getAnnotation(PersonalData.class);
        return data == null ? Export.NONE : data.export();
    }

    private static JsonValue shown(Field field, Object row) {
        var value = read(field, row);
        return export(field) == Export.EXISTENCE ? value == null ? JsonValue.FALSE : JsonValue.TRUE : json(value);
    }

    private static Object read(Field field, Object row) {
        try {
            field.setAccessible(true);
            return field.get(row);
        } catch (IllegalAccessException notAfterThat) {
            throw new IllegalStateException(notAfterThat);
        }
    }

    private static JsonValue json(Object value) {
        if (value == null) {
            return JsonValue.NULL;
        } else if (value instanceof Boolean yes) {
            return yes ? JsonValue.TRUE : JsonValue.FALSE;
        } else if (value instanceof Integer || value instanceof Long) {
            return Json.createValue(((Number) value).longValue());
        } else if (value instanceof Double number) {
            return Json.createValue(number);
        } else if (value instanceof Collection<?> many) {
            var array = Json.createArrayBuilder();
            many.forEach(one -> array.add(json(one)));
            return array.build();
        } else if (value.getClass().isAnnotationPresent(PersonalRecord.class)) {
            return object(value);
        }
        return Json.createValue(value.toString());
    }
}
