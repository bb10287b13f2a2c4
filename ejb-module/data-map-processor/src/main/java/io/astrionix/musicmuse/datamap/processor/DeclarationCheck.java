package io.astrionix.musicmuse.datamap.processor;

import io.astrionix.musicmuse.datamap.NotPersonal;
import io.astrionix.musicmuse.datamap.PersonalData;
import io.astrionix.musicmuse.datamap.PersonalRecord;
import jakarta.persistence.Cacheable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.VariableElement;

/** What one class has to say: something about each attribute, whose rows they are, and that no cache keeps them. */
final class DeclarationCheck {

    private final PersistentType type;
    private final List<Problem> problems = new ArrayList<>();

    private DeclarationCheck(PersistentType type) {
        this.type = type;
    }

    static List<Problem> check(PersistentType type) {
        var check = new DeclarationCheck(type);
        check.access();
        check.attributes();
        check.personalRecord();
        check.cache();
        return check.problems;
    }

    private void access() {
        if (type.mapsGetters()) {
            problem("map fields, not getters: the data map reads fields");
        }
    }

    private void attributes() {
        for (var field : type.ownFields()) {
            var personal = field.getAnnotation(PersonalData.class);
            var not = field.getAnnotation(NotPersonal.class);
            if (personal != null && (not != null || type.has(NotPersonal.class))) {
                problem(field, "is personal or it is not: one of @PersonalData and @NotPersonal");
            } else if (personal == null && not == null && !type.has(NotPersonal.class)) {
                problem(field, "is stored: say @PersonalData or @NotPersonal");
            } else if (personal != null) {
                complete(field, personal);
            } else if (not != null && not.value().isBlank()) {
                problem(field, "says no reason why it is not personal");
            }
        }
    }

    private void complete(VariableElement field, PersonalData says) {
        if (says.purpose().length == 0) {
            problem(field, "has no purpose (R20)");
        }
        if (says.why().isBlank()) {
            problem(field, "does not say why it is kept");
        }
    }

    private void personalRecord() {
        var personalRecord = type.element().getAnnotation(PersonalRecord.class);
        boolean concrete = type.isEntity() || type.isEmbeddable();
        if (personalRecord == null) {
            if (concrete && personalFields().findAny().isPresent()) {
                problem("holds personal data: say whose, why and how long with @PersonalRecord");
            }
            return;
        }
        if (personalFields().findAny().isEmpty()) {
            problem("is a @PersonalRecord without personal data");
        }
        if (personalRecord.activity().isBlank()) {
            problem("names no processing activity (R27)");
        }
        if (personalRecord.retention().length == 0) {
            problem("names no rule of retention.yml");
        }
        if (type.isEmbeddable() != personalRecord.subject().isEmpty()) {
            problem("an entity names its subject; an embeddable leaves that to its owner");
        } else if (type.isEntity() && !leadsToSomebody(type, personalRecord.subject())) {
            problem("its subject \"" + personalRecord.subject() + "\" is no attribute that leads to a person");
        }
    }

    /** Follows the way through associations and embeddables to its last attribute, which has to be personal. */
    private static boolean leadsToSomebody(PersistentType from, String way) {
        int dot = way.indexOf('.');
        var first = dot < 0 ? way : way.substring(0, dot);
        var field = from.withSuperclasses().stream()
                .flatMap(each -> each.ownFields().stream())
                .filter(each -> each.getSimpleName().contentEquals(first))
                .findFirst();
        if (dot < 0) {
            return field.map(last -> last.getAnnotation(PersonalData.class)).isPresent();
        }
        Optional<PersistentType> next = field.flatMap(each -> PersistentType.of(each.asType()));
        return next.isPresent() && leadsToSomebody(next.get(), way.substring(dot + 1));
    }

    private void cache() {
        var cacheable = type.element().getAnnotation(Cacheable.class);
        if (type.isEntity() && cacheable == null) {
            problem("does not say whether it is cached: @Cacheable(false), unless nothing in it is personal");
        } else if (type.isEntity()
                && cacheable.value()
                && personalFields().findAny().isPresent()) {
            problem("holds personal data: say @Cacheable(false), an erased row must not live on in a cache");
        }
    }

    /** Its own and inherited ones; an embedded personal value makes the field that embeds it personal. */
    private Stream<VariableElement> personalFields() {
        return type.withSuperclasses().stream()
                .flatMap(each -> each.ownFields().stream())
                .filter(field -> field.getAnnotation(PersonalData.class) != null);
    }

    private void problem(String message) {
        problems.add(Problem.at(type.element(), type.name() + " " + message));
    }

    private void problem(VariableElement field, String message) {
        problems.add(Problem.at(field, type.name() + "." + field.getSimpleName() + " " + message));
    }
}
