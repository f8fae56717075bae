package tw.minsheng.web;

import java.time.ZoneId;
import java.util.Set;

/**
 * How the server is reached.
 *
 * @param port 0 takes a free one
 * @param publicUrl address under which people reach the server, without a slash at the end; "" when it is the listening
 *     address itself
 * @param trustedProxies addresses whose {@code X-Forwarded-For} is believed
 * @param rateLimits false only for measuring
 * @param zone decides which day it is
 */
public record WebSettings(
        String host, int port, String publicUrl, Set<String> trustedProxies, boolean rateLimits, ZoneId zone) {

    public WebSettings {
        trustedProxies = Set.copyOf(trustedProxies);
    }

    /** Whether people come over an encrypted connection. */
    public boolean secure() {
        return publicUrl.startsWith("https://");
    }
}
