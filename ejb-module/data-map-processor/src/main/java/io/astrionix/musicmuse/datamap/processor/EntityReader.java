package io.astrionix.musicmuse.datamap.processor;

import io.astrionix.musicmuse.datamap.MappedAttribute;
import io.astrionix.musicmuse.datamap.MappedAttribute.Personal;
import io.astrionix.musicmuse.datamap.MappedRecord;
import io.astrionix.musicmuse.datamap.MappedRecord.About;
import io.astrionix.musicmuse.datamap.NotPersonal;
import io.astrionix.musicmuse.datamap.PersonalData;
import io.astrionix.musicmuse.datamap.PersonalRecord;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.datamap.Recipient;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/** Turns an entity and what it embeds into a record of the map. Gaps are left to {@link DeclarationCheck}. */
final class EntityReader {

    private final PersistentType entity;
    private final Optional<About> about;
    private final List<MappedAttribute> attributes = new ArrayList<>();

    private EntityReader(PersistentType entity) {
        this.entity = entity;
        this.about = Optional.ofNullable(entity.element().getAnnotation(PersonalRecord.class))
                .map(says -> new About(
                        says.subject(),
                        says.activity(),
                        List.of(says.retention()),
                        says.erase(),
                        List.of(says.others())));
    }

    static MappedRecord read(PersistentType entity) {
        var reader = new EntityReader(entity);
        for (var type : entity.withSuperclasses()) {
            var table = Columns.table(entity, type);
            type.ownFields().forEach(field -> reader.add("", table, field, f -> Columns.column(table, f)));
        }
        return new MappedRecord(entity.name(), true, reader.about, List.copyOf(reader.attributes));
    }

    private void add(String way, String table, VariableElement field, Function<VariableElement, String> column) {
        var path = way + field.getSimpleName();
        if (field.getAnnotation(ElementCollection.class) != null) {
            addCollection(path, field);
            return;
        }
        var embedded = PersistentType.of(field.asType()).filter(PersistentType::isEmbeddable);
        attributes.add(attribute(path, embedded.isPresent() ? List.of() : columns(table, field, column), field));
        embedded.ifPresent(type -> type.withSuperclasses().stream()
                .flatMap(each -> each.ownFields().stream())
                .forEach(inner -> add(path + ".", table, inner, f -> Columns.column(table, field, f))));
    }

    private void addCollection(String path, VariableElement field) {
        var table = Columns.collectionTable(entity, field);
        var columns = new ArrayList<>(Columns.keysOfCollection(entity, field));
        var embedded = element(field).filter(PersistentType::isEmbeddable);
        if (embedded.isEmpty()) {
            columns.add(Columns.column(table, field));
        }
        attributes.add(attribute(path, List.copyOf(columns), field));
        embedded.ifPresent(type ->
                type.ownFields().forEach(inner -> add(path + ".", table, inner, f -> Columns.column(table, field, f))));
    }

    private static List<String> columns(String table, VariableElement field, Function<VariableElement, String> column) {
        var join = field.getAnnotation(JoinTable.class);
        if (join != null) {
            return Columns.joinTable(join);
        }
        var oneToOne = field.getAnnotation(OneToOne.class);
        if (field.getAnnotation(ManyToOne.class) != null
                || (oneToOne != null && oneToOne.mappedBy().isEmpty())) {
            return List.of(Columns.reference(table, field));
        }
        // the other side's column
        boolean otherSide = oneToOne != null
                || field.getAnnotation(OneToMany.class) != null
                || field.getAnnotation(ManyToMany.class) != null;
        return otherSide ? List.of() : List.of(column.apply(field));
    }

    /** What a collection holds: its last type argument. */
    private static Optional<PersistentType> element(VariableElement field) {
        return field.asType() instanceof DeclaredType type
                        && !type.getTypeArguments().isEmpty()
                ? PersistentType.of(
                        type.getTypeArguments().get(type.getTypeArguments().size() - 1))
                : Optional.empty();
    }

    private MappedAttribute attribute(String path, List<String> columns, VariableElement field) {
        var personal =
                Optional.ofNullable(field.getAnnotation(PersonalData.class)).map(this::personal);
        var reason = Optional.ofNullable(field.getAnnotation(NotPersonal.class))
                .or(() -> Optional.ofNullable(entity.element().getAnnotation(NotPersonal.class)))
                .map(NotPersonal::value)
                .filter(says -> personal.isEmpty());
        return new MappedAttribute(path, columns, personal, reason);
    }

    private Personal personal(PersonalData says) {
        var ofRecord = about.map(About::retention).orElse(List.of());
        return new Personal(
                says.category(),
                Constants.sorted(
                        Purpose.class,
                        Arrays.stream(says.purpose()).map(Purpose::name).toList()),
                says.basis(),
                says.source(),
                Constants.withHosting(Constants.sorted(
                        Recipient.class,
                        Arrays.stream(says.recipients()).map(Recipient::name).toList())),
                says.export(),
                says.erase(),
                says.restriction(),
                says.retention().isEmpty() ? ofRecord : List.of(says.retention()),
                says.why());
    }
}
