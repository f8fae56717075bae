package tw.minsheng;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.minsheng.kernel.Problem;

class ServerSecretTest {

    @TempDir
    private Path data;

    @Test
    void whatIsNoSecretIsRefused() {
        Problem problem = assertThrows(Problem.class, () -> ServerSecret.of(data, Map.of("MINSHENG_SECRET", "short")));
        assertEquals("secret.bad", problem.code());
    }

    /** The power fails while the secret is written for the first time. */
    @Test
    void aHalfWrittenFileIsNotTheSecret() throws IOException {
        Files.writeString(data.resolve("form-secret.part"), "ab");
        assertEquals(32, ServerSecret.of(data, Map.of()).length);
    }

    @Test
    void theSecretStaysAndIsItsOwnersAlone() throws IOException {
        byte[] made = ServerSecret.of(data, Map.of());
        assertArrayEquals(made, ServerSecret.of(data, Map.of()));
        Path file = data.resolve("form-secret");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (Stream<Path> left = Files.list(data)) {
            assertEquals(List.of(file), left.toList());
        }
    }
}
