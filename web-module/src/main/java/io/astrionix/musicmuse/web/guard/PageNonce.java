package io.astrionix.musicmuse.web.guard;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.primefaces.csp.CspState;

/**
 * The nonce of the page's inline scripts, made for each answer, in place of PrimeFaces' own, which takes the one that
 * the client sends back. Only an answer to Ajax repeats the page's: its scripts run in that page, under that page's
 * policy, and its own policy has another. The header is {@link ResponseHeaders}' business.
 */
public class PageNonce extends CspState {

    private static final String ATTRIBUTE = PageNonce.class.getName();
    private static final String PARAMETER = "primefaces.nonce";
    private static final int BYTES = 18;
    private static final Pattern MADE_HERE = Pattern.compile("[A-Za-z0-9_-]{24}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final FacesContext context;

    PageNonce(FacesContext context) {
        super(context);
        this.context = context;
    }

    /** The nonce in the policy of the answer to this request: 144 random bits. */
    static String of(HttpServletRequest request) {
        var nonce = (String) request.getAttribute(ATTRIBUTE);
        if (nonce == null) {
            var bytes = new byte[BYTES];
            RANDOM.nextBytes(bytes);
            nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            request.setAttribute(ATTRIBUTE, nonce);
        }
        return nonce;
    }

    @Override
    public String getNonce() {
        var external = context.getExternalContext();
        var sent = external.getRequestParameterMap().get(PARAMETER);
        boolean repeats = context.getPartialViewContext().isAjaxRequest()
                && sent != null
                && MADE_HERE.matcher(sent).matches();
        return repeats ? sent : of((HttpServletRequest) external.getRequest());
    }

    /** Always, so that PrimeFaces adds no second policy. */
    @Override
    public boolean isInitialized() {
        return true;
    }
}
