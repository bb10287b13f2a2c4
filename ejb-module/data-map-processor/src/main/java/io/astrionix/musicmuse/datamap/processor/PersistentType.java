package io.astrionix.musicmuse.datamap.processor;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** An entity, embeddable or mapped superclass, and the fields that Jakarta Persistence stores of it. */
record PersistentType(TypeElement element) {

    static Optional<PersistentType> of(TypeMirror type) {
        return element(type).map(PersistentType::new).filter(PersistentType::isPersistent);
    }

    private static Optional<TypeElement> element(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? Optional.of(element)
                : Optional.empty();
    }

    private boolean isPersistent() {
        return isEntity() || isEmbeddable() || has(MappedSuperclass.class);
    }

    boolean isEntity() {
        return has(Entity.class);
    }

    boolean isEmbeddable() {
        return has(Embeddable.class);
    }

    boolean has(Class<? extends Annotation> annotation) {
        return element.getAnnotation(annotation) != null;
    }

    String name() {
        return element.getSimpleName().toString();
    }

    /** In the order of the source. */
    List<VariableElement> ownFields() {
        return ElementFilter.fieldsIn(element.getEnclosedElements()).stream()
                .filter(field -> field.getKind() == ElementKind.FIELD
                        && !field.getModifiers().contains(Modifier.STATIC)
                        && !field.getModifiers().contains(Modifier.TRANSIENT)
                        && field.getAnnotation(Transient.class) == null)
                .toList();
    }

    /** Itself and the persistent classes it extends, the topmost first. */
    List<PersistentType> withSuperclasses() {
        var types = new ArrayList<PersistentType>();
        for (var type = Optional.of(element);
                type.isPresent();
                type = element(type.get().getSuperclass())) {
            var persistent = new PersistentType(type.get());
            if (persistent.isPersistent()) {
                types.add(0, persistent);
            }
        }
        return types;
    }

    /** Whether a getter is mapped instead of its field. */
    boolean mapsGetters() {
        return ElementFilter.methodsIn(element.getEnclosedElements()).stream()
                .flatMap(method -> method.getAnnotationMirrors().stream())
                .map(annotation -> annotation.getAnnotationType().toString())
                .anyMatch(name -> name.equals("jakarta.persistence.Id")
                        || name.equals("jakarta.persistence.EmbeddedId")
                        || name.equals("jakarta.persistence.Column"));
    }
}
