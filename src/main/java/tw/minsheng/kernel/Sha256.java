package tw.minsheng.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256, which every Java platform has. */
public final class Sha256 {

    private Sha256() {}

    /** A new one, for what is not in memory as a whole. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public static byte[] of(String text) {
        return digest().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of the UTF-8 bytes, in lower case hex. */
    public static String hex(String text) {
        return hex(of(text));
    }

    /** Of these bytes, in lower case hex. */
    public static String hexOf(byte[] content) {
        return hex(digest().digest(content));
    }

    /** What a digest gathered, in lower case hex. */
    public static String hex(MessageDigest gathered) {
        return hex(gathered.digest());
    }

    /** Of the UTF-8 bytes, in base64url without padding. */
    public static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(of(text));
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
