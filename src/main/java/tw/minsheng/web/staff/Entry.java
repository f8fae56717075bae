package tw.minsheng.web.staff;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.Optional;
import tw.minsheng.security.SecretToken;

/** The cookies of the staff pages: one for a person who is signed in, one that binds the sign-in form to its browser. */
final class Entry {

    private static final String SESSION = "minsheng_staff";
    private static final String ENTRY = "minsheng_entry";

    private final boolean secure;
    private final SecureRandom random;

    Entry(boolean secure, SecureRandom random) {
        this.secure = secure;
        this.random = random;
    }

    Optional<SecretToken> session(RoutingContext context) {
        return read(context, SESSION);
    }

    void startSession(RoutingContext context, SecretToken token) {
        context.response().addCookie(cookie(SESSION, token.reveal()));
        drop(context, ENTRY);
    }

    void endSession(RoutingContext context) {
        drop(context, SESSION);
    }

    /** The token of the browser's sign-in form, made when it has none. */
    SecretToken entry(RoutingContext context) {
        return read(context, ENTRY).orElseGet(() -> {
            SecretToken token = SecretToken.random(random);
            context.response().addCookie(cookie(ENTRY, token.reveal()));
            return token;
        });
    }

    /** Whether the form was made for this browser. */
    boolean holds(RoutingContext context, String csrf) {
        return read(context, ENTRY).map(token -> token.acceptsCsrf(csrf)).orElse(false);
    }

    private static Optional<SecretToken> read(RoutingContext context, String name) {
        Cookie cookie = context.request().getCookie(name);
        return cookie == null ? Optional.empty() : SecretToken.read(cookie.getValue());
    }

    private Cookie cookie(String name, String value) {
        return Cookie.cookie(name, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(CookieSameSite.LAX);
    }

    private void drop(RoutingContext context, String name) {
        if (context.request().getCookie(name) != null) {
            context.response().addCookie(cookie(name, "").setMaxAge(0));
        }
    }
}
