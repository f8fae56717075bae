package tw.minsheng.security;

import java.time.Instant;

/**
 * A person signed in with one browser.
 *
 * @param idHash SHA-256 of the cookie; the cookie itself is stored nowhere
 * @param account name of the account
 * @param started when the person signed in
 * @param used when the last page was asked for, up to a minute ago
 * @param device what the browser calls itself, shortened, so that the person recognises it in the list
 */
public record Session(String idHash, String account, Instant started, Instant used, String device) {

    private static final int DEVICE = 120;

    public Session {
        String clean = device.replaceAll("\\p{Cntrl}", " ");
        device = clean.substring(0, Math.min(clean.length(), DEVICE));
    }
}
