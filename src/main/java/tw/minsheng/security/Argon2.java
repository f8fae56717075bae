package tw.minsheng.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) with m = 19 MiB, t = 2, p = 1, written in the usual form
 * {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. About 80 ms of CPU a call: never on the event loop.
 */
public final class Argon2 {

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int LENGTH = 32;
    private static final int SALT = 16;
    /** The most that a stored hash may ask for: a damaged row must not take the machine down. */
    private static final int MEMORY_LIMIT_KIB = 1 << 20;

    private static final Pattern FORM = Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})"
            + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{16,86})");

    private Argon2() {}

    public static String hash(String password, SecureRandom random) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        byte[] hash = derive(password, salt, MEMORY_KIB, PASSES, LANES, LENGTH);
        Base64.Encoder text = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$" + text.encodeToString(salt) + "$"
                + text.encodeToString(hash);
    }

    /** Whether the hash was made from this password; false for anything that is not such a hash. */
    public static boolean matches(String password, String encoded) {
        Matcher parts = FORM.matcher(encoded);
        if (!parts.matches() || Integer.parseInt(parts.group(1)) > MEMORY_LIMIT_KIB) {
            return false;
        }
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        int memory = Integer.parseInt(parts.group(1));
        int passes = Integer.parseInt(parts.group(2));
        int lanes = Integer.parseInt(parts.group(3));
        return MessageDigest.isEqual(expected, derive(password, salt, memory, passes, lanes, expected.length));
    }

    private static byte[] derive(String password, byte[] salt, int memory, int passes, int lanes, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        String folded = Normalizer.normalize(password, Normalizer.Form.NFKC);
        generator.generateBytes(folded.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
