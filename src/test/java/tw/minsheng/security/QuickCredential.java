package tw.minsheng.security;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** The same kind of hash as the product stores, at the least cost that the function knows: for pages, whose tests open many accounts. */
public final class QuickCredential {

    private static final int MEMORY_KIB = 8;

    private QuickCredential() {}

    public static Credential of(String password) {
        byte[] salt = new byte[16];
        byte[] hash = new byte[32];
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(1)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        Base64.Encoder text = Base64.getEncoder().withoutPadding();
        return Credential.NONE.changedTo("$argon2id$v=19$m=" + MEMORY_KIB + ",t=1,p=1$" + text.encodeToString(salt)
                + "$" + text.encodeToString(hash));
    }
}
