package tw.minsheng.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import tw.minsheng.kernel.Language;

/**
 * The language in which a request is answered.
 *
 * @param chosen whether the address itself says it; links of the page then say it too, so that the choice holds where
 *     cookies do not
 */
public record RequestLanguage(Language language, boolean chosen) {

    private static final String KEY = "request-language";
    private static final String COOKIE = "lang";
    private static final long ONE_YEAR = 31_536_000;
    private static final List<Language> OURS = List.of(Language.ZH_TW, Language.EN);

    /** {@code ?lang=}, else the cookie that the last choice left, else what the browser asks for, else zh-TW. */
    public static RequestLanguage of(RoutingContext context) {
        RequestLanguage known = context.get(KEY);
        if (known != null) {
            return known;
        }
        RequestLanguage found = find(context);
        context.put(KEY, found);
        return found;
    }

    private static RequestLanguage find(RoutingContext context) {
        String query = context.request().query();
        Optional<Language> asked = query == null || !query.contains("lang=")
                ? Optional.empty()
                : ours(context.queryParams().get("lang"));
        if (asked.isPresent()) {
            context.response()
                    .addCookie(Cookie.cookie(COOKIE, asked.get().tag())
                            .setPath("/")
                            .setMaxAge(ONE_YEAR)
                            .setHttpOnly(true)
                            .setSameSite(CookieSameSite.LAX));
            return new RequestLanguage(asked.get(), true);
        }
        Cookie cookie = context.request().getCookie(COOKIE);
        Optional<Language> kept = cookie == null ? Optional.empty() : ours(cookie.getValue());
        return new RequestLanguage(kept.orElseGet(() -> accepted(context)), false);
    }

    /** The address of a page of ours, in the chosen language. */
    public String link(String path) {
        return chosen ? path + (path.contains("?") ? "&" : "?") + "lang=" + language.tag() : path;
    }

    private static Language accepted(RoutingContext context) {
        for (LanguageHeader wanted : context.acceptableLanguages()) {
            if (wanted.tag().equalsIgnoreCase("zh")) {
                return Language.ZH_TW;
            }
            if (wanted.tag().equalsIgnoreCase("en")) {
                return Language.EN;
            }
        }
        return Language.ZH_TW;
    }

    private static Optional<Language> ours(@org.jspecify.annotations.Nullable String tag) {
        return OURS.stream().filter(each -> each.tag().equals(tag)).findFirst();
    }
}
