package io.astrionix.musicmuse.web.guard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Refuses parameters that no page of ours sends, before Faces reads them: control characters, which neither logs nor
 * PostgreSQL take well, another render kit, half an Ajax request, and view states that are none. What a field may hold, its page and service
 * check.
 */
final class ParameterCheck {

    private static final String VIEW_STATE = "jakarta.faces.ViewState";
    private static final String RENDER_KIT = "jakarta.faces.RenderKitId";

    private static final String AJAX = "jakarta.faces.partial.ajax";

    /** As Mojarra writes it, which both servers have; "stateless" for pages without a state. */
    private static final Pattern STATE = Pattern.compile("-?[0-9]{1,19}:-?[0-9]{1,19}|stateless");

    /** Parameters that only scripts send; without Ajax, Mojarra fails half-way on them. */
    private static final Pattern ONLY_AJAX = Pattern.compile("jakarta\\.faces\\.(partial|behavior)\\..*");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern CONTROL_BUT_LINES = Pattern.compile("[\\p{Cntrl}&&[^\\t\\r\\n]]");

    private ParameterCheck() {}

    /** The HTTP status that refuses the request: 400. */
    static Optional<Integer> refusal(HttpServletRequest request) {
        return isReadable(request) && !isUsable(request)
                ? Optional.of(HttpServletResponse.SC_BAD_REQUEST)
                : Optional.empty();
    }

    /** A body of parts is read by the page it is for, with that page's limits. */
    private static boolean isReadable(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static boolean isUsable(HttpServletRequest request) {
        Map<String, String[]> parameters;
        try {
            parameters = request.getParameterMap();
        } catch (IllegalStateException | IllegalArgumentException tooManyOrBadlyEscaped) {
            return false;
        }
        // Mojarra fails half-way where only one of the two says that it is Ajax; its scripts and PrimeFaces' send both.
        boolean ajax = "partial/ajax".equals(request.getHeader("Faces-Request"));
        if (parameters.containsKey(RENDER_KIT) || ajax != parameters.containsKey(AJAX)) {
            return false;
        }
        if (!ajax && parameters.keySet().stream().anyMatch(ONLY_AJAX.asMatchPredicate())) {
            return false;
        }
        return parameters.entrySet().stream().allMatch(ParameterCheck::isUsable);
    }

    private static boolean isUsable(Map.Entry<String, String[]> parameter) {
        if (CONTROL.matcher(parameter.getKey()).find()) {
            return false;
        }
        boolean state = parameter.getKey().equals(VIEW_STATE);
        if (state && parameter.getValue().length != 1) {
            return false;
        }
        for (var value : parameter.getValue()) {
            if (CONTROL_BUT_LINES.matcher(value).find()
                    || (state && !STATE.matcher(value).matches())) {
                return false;
            }
        }
        return true;
    }
}
