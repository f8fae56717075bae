package tw.minsheng.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104) under one key. Safe to share between threads. */
public final class Hmac {

    private static final String ALGORITHM = "HmacSHA256";

    /** Never fed itself: copies of it are, because making one anew means searching all providers. */
    private final Mac prepared;

    /** @throws IllegalArgumentException when the key is empty */
    public Hmac(byte[] key) {
        try {
            prepared = Mac.getInstance(ALGORITHM);
            prepared.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** 32 bytes. */
    public byte[] of(String text) {
        try {
            return ((Mac) prepared.clone()).doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException theOneOfJavaCanBeCopied) {
            throw new IllegalStateException(theOneOfJavaCanBeCopied);
        }
    }

    /** Of a text under a key that is itself a text, in base64url without padding. */
    public static String base64(String key, String text) {
        byte[] mac = new Hmac(key.getBytes(StandardCharsets.UTF_8)).of(text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }
}
