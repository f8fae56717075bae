package tw.minsheng.panel;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import tw.minsheng.kernel.Hmac;
import tw.minsheng.kernel.Sha256;

/**
 * Makes and recognises the links of experts (256 bits). A token follows from a random seed under the secret of the server;
 * the database holds its hash, and the seed only while a mail waits to be sent. Safe to share.
 */
public final class PanelKeys {

    /** Under which all pages of experts lie. */
    public static final String PATH = "/panel/";

    private static final int SEED_BYTES = 16;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final Hmac secret;
    private final SecureRandom random = new SecureRandom();

    /** @param secret of this installation, the same on all its nodes, 32 bytes or more */
    public PanelKeys(byte[] secret) {
        this.secret = new Hmac(secret);
    }

    /** @param path that leads in, shown once; {@code hash} is what is stored of it */
    public record Fresh(String seed, String path, String hash) {
        /** A link must not get into logs. */
        @Override
        public String toString() {
            return "Fresh";
        }
    }

    public Fresh fresh() {
        byte[] bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        String seed = TEXT.encodeToString(bytes);
        return new Fresh(seed, path(seed), hash(token(seed)));
    }

    private String token(String seed) {
        return TEXT.encodeToString(secret.of("panel " + seed));
    }

    /** The way from the address of the server to her page, for a mail. */
    public String path(String seed) {
        return PATH + token(seed);
    }

    /** What is stored of a token; empty for what cannot be one. */
    public static Optional<String> typed(String text) {
        return TOKEN.matcher(text).matches() ? Optional.of(hash(text)) : Optional.empty();
    }

    private static String hash(String token) {
        return Sha256.base64("panel " + token);
    }
}
