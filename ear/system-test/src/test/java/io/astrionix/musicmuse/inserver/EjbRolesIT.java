package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.inserver.inside.roles.Caller;
import io.astrionix.musicmuse.inserver.inside.roles.Callers;
import io.astrionix.musicmuse.shared.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Calls every method of docs/access-ejb.md that is given to roles as each other role, and as nobody: the container refuses
 * before the method, or its validation, has seen anything.
 */
@Tag("R70")
class EjbRolesIT extends Deployed {

    private static final Pattern BEAN = Pattern.compile("^\\| `([^#`]+)#", Pattern.MULTILINE);

    /** A module of an EAR sees what is in a jar of it, not what another module keeps to itself. */
    private static final String OF_THE_WEB_MODULE = "web.";

    @Inject
    private Callers callers;

    @Test
    @Tag("ASVS-8.2.1")
    @Tag("ASVS-8.3.1")
    void whoever_lacks_the_role_is_refused_at_every_method() throws Exception {
        var open = new ArrayList<String>();
        int refused = 0;
        for (var method : methodsForRoles()) {
            for (var role : EnumSet.complementOf(EnumSet.copyOf(allowed(method)))) {
                if (isRefused(callers.byRole().get(role), method)) {
                    refused++;
                } else {
                    open.add(role + " may call " + method);
                }
            }
            if (!isRefused(new Nobody(), method)) {
                open.add("nobody may call " + method);
            }
        }
        assertThat(open).isEmpty();
        assertThat(refused).isGreaterThan(40);
    }

    /** Else a broken caller would make the other test green. Only where validation refuses before anything happens. */
    @Test
    void whoever_has_the_role_is_not_refused() throws Exception {
        int tried = 0;
        for (var method : methodsForRoles()) {
            if (isStoppedByValidation(method)) {
                for (var role : allowed(method)) {
                    assertThat(isRefused(callers.byRole().get(role), method))
                            .as("%s at %s", role, method)
                            .isFalse();
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(4);
    }

    private static List<Method> methodsForRoles() throws IOException, ClassNotFoundException {
        var methods = new ArrayList<Method>();
        for (var bean : beans()) {
            Arrays.stream(bean.getDeclaredMethods())
                    .filter(m -> Modifier.isPublic(m.getModifiers()) && !Modifier.isStatic(m.getModifiers()))
                    .filter(m -> !m.isSynthetic() && !allowed(m).isEmpty())
                    .forEach(methods::add);
        }
        assertThat(methods).isNotEmpty();
        return methods;
    }

    private static Set<Class<?>> beans() throws IOException, ClassNotFoundException {
        try (var page = EjbRolesIT.class.getResourceAsStream("/" + ACCESS_PAGE)) {
            var text = new String(Objects.requireNonNull(page).readAllBytes(), StandardCharsets.UTF_8);
            var beans = new LinkedHashSet<Class<?>>();
            for (var name :
                    BEAN.matcher(text).results().map(r -> r.group(1)).distinct().toList()) {
                if (!name.startsWith(OF_THE_WEB_MODULE)) {
                    beans.add(Class.forName("io.astrionix.musicmuse." + name));
                }
            }
            return beans;
        }
    }

    /** Empty where everybody may call it. */
    private static Set<Role> allowed(Method method) {
        if (method.isAnnotationPresent(PermitAll.class)) {
            return Set.of();
        }
        return Stream.of(
                        method.getAnnotation(RolesAllowed.class),
                        method.getDeclaringClass().getAnnotation(RolesAllowed.class))
                .filter(Objects::nonNull)
                .findFirst()
                .map(roles -> Arrays.stream(roles.value()).map(Role::valueOf).toList())
                .map(roles -> (Set<Role>) EnumSet.copyOf(roles))
                .orElse(Set.of());
    }

    private static boolean isStoppedByValidation(Method method) {
        return Arrays.stream(method.getParameters())
                .anyMatch(parameter -> parameter.isAnnotationPresent(NotNull.class));
    }

    private static boolean isRefused(Caller caller, Method method) throws Exception {
        var bean = CDI.current().select(method.getDeclaringClass()).get();
        var nothing = Arrays.stream(method.getParameterTypes())
                .map(EjbRolesIT::nothing)
                .toArray();
        return caller.call(() -> {
            try {
                method.invoke(bean, nothing);
                return false;
            } catch (InvocationTargetException thrown) {
                return thrown.getCause() instanceof EJBAccessException;
            }
        });
    }

    /** Null, or nought where there is no null. */
    private static Object nothing(Class<?> type) {
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }

    /** The test itself has not signed in. */
    private static final class Nobody implements Caller {

        @Override
        public <T> T call(Callable<T> work) throws Exception {
            return work.call();
        }
    }
}
