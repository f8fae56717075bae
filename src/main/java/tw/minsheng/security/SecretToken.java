package tw.minsheng.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tw.minsheng.kernel.Sha256;

/** 256 random bits that whoever holds them may use; only the hash is ever stored, and neither is ever logged. */
public final class SecretToken {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final String value;

    private SecretToken(String value) {
        this.value = value;
    }

    public static SecretToken random(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The token that somebody sent; empty when it cannot be one. */
    public static Optional<SecretToken> read(String sent) {
        return FORM.matcher(sent).matches() ? Optional.of(new SecretToken(sent)) : Optional.empty();
    }

    /** The token itself: only for a cookie, or for a link shown once to the person it is meant for. */
    public String reveal() {
        return value;
    }

    /** SHA-256 in lower case hex: what is stored. */
    public String hash() {
        return Sha256.hex(value);
    }

    /** The token of the forms of this session: derived, so that it needs no place of its own. */
    public String csrf() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(value.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal("csrf".getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    /** Whether a form carries the token of this session; takes the same time wherever they differ. */
    public boolean acceptsCsrf(String sent) {
        return MessageDigest.isEqual(csrf().getBytes(StandardCharsets.US_ASCII), sent.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "secret";
    }
}
