package tw.minsheng.web;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URISyntaxException;
import tw.minsheng.kernel.Problem;

/**
 * Refuses forms that another site sends in the name of its visitor. Browsers say where a form comes from; a program that
 * says nothing acts for itself.
 */
public final class OriginCheck {

    private final String publicUrl;

    /** @param publicUrl as in {@link WebSettings} */
    public OriginCheck(String publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** @throws Problem forbidden when the request comes from another site */
    public void check(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        boolean siteIsOurs = site == null || site.equals("same-origin") || site.equals("none");
        if (!siteIsOurs || (origin != null && site == null && !isOurs(origin, request))) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "request.foreign");
        }
    }

    private boolean isOurs(String origin, HttpServerRequest request) {
        if (origin.equals(publicUrl)) {
            return true;
        }
        try {
            String authority = new URI(origin).getAuthority();
            return authority != null && authority.equals(request.getHeader("Host"));
        } catch (URISyntaxException opaque) {
            return false;
        }
    }
}
