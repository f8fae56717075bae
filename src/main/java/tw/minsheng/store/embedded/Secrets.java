package tw.minsheng.store.embedded;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Problem.Kind;

/**
 * The passwords of the embedded server, kept in the data folder with mode 0600.
 *
 * @param administrator of the role that owns the server; used to furnish it, never to serve
 * @param program of the role that owns only our database
 */
record Secrets(String administrator, String program) {

    private static final String FILE = "secret";
    private static final int BYTES = 24;

    static Secrets create(DataFolder folder) throws IOException {
        SecureRandom random = new SecureRandom();
        Secrets fresh = new Secrets(draw(random), draw(random));
        folder.write(FILE, "administrator=" + fresh.administrator + "\nprogram=" + fresh.program + "\n");
        return fresh;
    }

    static Secrets read(Path home) throws IOException {
        Path file = home.resolve(FILE);
        Properties lines = new Properties();
        if (Files.exists(file)) {
            lines.load(new StringReader(Files.readString(file)));
        }
        String administrator = lines.getProperty("administrator");
        String program = lines.getProperty("program");
        if (administrator == null || program == null) {
            throw Problem.of(Kind.UNAVAILABLE, "database.secret_missing", Map.of("file", file.toString()));
        }
        return new Secrets(administrator, program);
    }

    private static String draw(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Secrets[…]";
    }
}
