package tw.minsheng;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import tw.minsheng.kernel.Problem;

/** The secret under which form keys are made: from the environment, so that several nodes share it, else from a file. */
final class ServerSecret {

    private static final String VARIABLE = "MINSHENG_SECRET";
    private static final int BYTES = 32;

    private ServerSecret() {}

    /** @throws Problem {@code secret.bad} when what is there is no secret of 32 bytes in hex */
    static byte[] of(Path data, Map<String, String> environment) {
        try {
            String given = environment.getOrDefault(VARIABLE, "");
            return parse(given.isEmpty() ? file(data.resolve("form-secret")) : given);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] made = new byte[BYTES];
            new SecureRandom().nextBytes(made);
            OwnerOnly.write(file, HexFormat.of().formatHex(made).getBytes(StandardCharsets.US_ASCII));
        }
        return Files.readString(file).strip();
    }

    private static byte[] parse(String hex) {
        try {
            byte[] secret = HexFormat.of().parseHex(hex);
            if (secret.length >= BYTES) {
                return secret;
            }
        } catch (IllegalArgumentException notHex) {
            // told below, without the secret
        }
        throw Problem.of(Problem.Kind.UNAVAILABLE, "secret.bad");
    }
}
