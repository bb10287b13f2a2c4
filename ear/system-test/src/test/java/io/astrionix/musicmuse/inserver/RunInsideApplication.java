package io.astrionix.musicmuse.inserver;

import io.astrionix.musicmuse.inserver.inside.InsideApplication;
import jakarta.enterprise.inject.spi.CDI;
import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** In the server, runs each test, and what comes before and after it, inside the application's EJB module. */
public final class RunInsideApplication implements InvocationInterceptor {

    @Override
    public void interceptTestMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(test);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(test);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> before, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(before);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> after, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(after);
    }

    private static void run(Invocation<Void> invocation) throws Throwable {
        var inside = inside();
        if (inside.isEmpty()) {
            invocation.proceed();
        } else {
            var failure = inside.get().run(invocation::proceed);
            if (failure.isPresent()) {
                throw failure.get();
            }
        }
    }

    /** Empty outside the server, where Arquillian sends the test on its way. */
    private static Optional<InsideApplication> inside() {
        try {
            return Optional.of(CDI.current().select(InsideApplication.class).get());
        } catch (IllegalStateException notInTheServer) {
            return Optional.empty();
        }
    }
}
