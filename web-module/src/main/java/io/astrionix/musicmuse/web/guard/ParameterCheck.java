package io.astrionix.musicmuse.web.guard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Refuses parameters that no page of ours sends, before Faces reads them: control characters, which neither logs nor
 * PostgreSQL take well, fields of forms in the address, another render kit, half an Ajax request, and view states that are
 * none. What a field may hold, its page and service check.
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

    /**
     * Names of form fields and of what belongs to a posted form, as an address writes them. They come in the body: in an
     * address a password would stay in histories and logs (ASVS 14.2.1), and Mojarra would run a form that is sent by GET,
     * past the check of where it comes from (ASVS 3.5.3).
     */
    private static final Pattern FIELD_IN_ADDRESS =
            Pattern.compile("(?i)(?:^|&)(?:[^=&]*(?::|%3a)|[^=&]*faces(?:\\.|%2e))");

    /** The HTTP status that refuses the request: 400. */
    static Optional<Integer> refusal(HttpServletRequest request) {
        return hasFieldsInAddress(request) || !isUsable(request)
                ? Optional.of(HttpServletResponse.SC_BAD_REQUEST)
                : Optional.empty();
    }

    private static boolean hasFieldsInAddress(HttpServletRequest request) {
        var query = request.getQueryString();
        return query != null && FIELD_IN_ADDRESS.matcher(query).find();
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
