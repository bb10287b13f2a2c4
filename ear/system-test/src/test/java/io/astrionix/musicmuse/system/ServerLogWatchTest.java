package io.astrionix.musicmuse.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerLogWatchTest {

    private static final String BEFORE = "2026-11-28 16:03:45,000+0000 INFO [io.astrionix] A take begins\n";
    private static final String CALL_AFTER_THE_END = """
            2026-11-28 16:03:45,853+0000 SEVERE [null] Exception in thread "glassfish-web-async-thread-1"\s
            2026-11-28 16:03:45,853+0000 SEVERE [null] java.lang.NullPointerException: Cannot invoke "org.apache.catalina.Context.getLoader()"
            \tat org.apache.catalina.connector.InputBuffer$ReadHandlerImpl.processCallbacks(InputBuffer.java:443)
            \tat java.base/java.util.concurrent.ThreadPoolExecutor.runWorker(ThreadPoolExecutor.java:1136)
            \tat java.base/java.lang.Thread.run(Thread.java:840)
            """;

    @Test
    void a_call_of_payara_after_a_sockets_end_is_no_trouble() {
        assertThat(ServerLogWatch.troubleIn(BEFORE + CALL_AFTER_THE_END + BEFORE))
                .isEmpty();
        assertThat(ServerLogWatch.troubleIn(CALL_AFTER_THE_END.stripTrailing())).isEmpty();
    }

    @Test
    void the_same_trace_with_a_frame_of_somebody_else_is_trouble() {
        var ours = CALL_AFTER_THE_END.replace(
                "\tat org.apache", "\tat io.astrionix.musicmuse.web.Take.hear(Take.java:1)\n\tat org.apache");
        assertThat(ServerLogWatch.troubleIn(ours)).hasSize(5);
    }

    @Test
    void traces_exceptions_and_errors_are_trouble() {
        assertThat(ServerLogWatch.troubleIn(BEFORE + "\tat a.B.c(B.java:1)\nCaused by: x\nan Exception of b\n"))
                .hasSize(3);
    }
}
