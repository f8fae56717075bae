package tw.minsheng.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.minsheng.kernel.Problem;

class MultipartTest {

    private static final String TYPE = "multipart/form-data; boundary=----x";
    private static final String BODY = """
            ------x\r
            Content-Disposition: form-data; name="text"\r
            \r
            路燈\r
            ------\r
            不亮\r
            ------x\r
            Content-Disposition: form-data; name="files"; filename="a %22b%22.jpg"\r
            Content-Type: image/jpeg\r
            \r
            \r
            ------\r
            -----x\r
            ------x\r
            content-disposition: form-data; name="files"; filename=""\r
            \r
            \r
            ------x--\r
            """;

    /** What came, as one line. */
    private static final class Told implements Multipart.Parts {
        private final StringBuilder all = new StringBuilder();
        private final java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();

        @Override
        public void field(String name) {
            all.append(name).append('=');
        }

        @Override
        public void file(String name, String fileName) {
            all.append(name).append('(').append(fileName).append(")=");
        }

        @Override
        public void bytes(byte[] piece, int from, int length) {
            bytes.write(piece, from, length);
        }

        @Override
        public void end() {
            all.append(bytes.toString(StandardCharsets.UTF_8)).append(';');
            bytes.reset();
        }
    }

    private static String read(String body, int step) throws IOException {
        Told told = new Told();
        Multipart multipart = Multipart.of(TYPE, told).orElseThrow();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < bytes.length; at += step) {
            multipart.feed(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + step)));
        }
        multipart.finish();
        return told.all.toString();
    }

    @Test
    void otherBodiesAreNone() {
        assertEquals(Optional.empty(), Multipart.of("text/plain", new Told()));
        assertEquals(Optional.empty(), Multipart.of("multipart/form-data", new Told()));
        assertTrue(Multipart.of("multipart/form-data; boundary=\"a b\"", new Told())
                .isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "------x\r\n",
                "------x--",
                "------xyz\r\n\r\n",
                "------x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nabc",
                "------x\r\nContent-Type: text/plain\r\n\r\nabc\r\n------x--",
                "------x\r\nContent-Disposition: form-data\r\n\r\nabc\r\n------x--"
            })
    void whatIsNotWholeIsRefused(String body) {
        if (body.equals("------x--")) {
            return; // a form of nothing is whole
        }
        assertThrows(Problem.class, () -> read(body, 1));
    }

    @Test
    void endlessHeadIsRefused() {
        String head = "------x\r\nContent-Disposition: form-data; name=\"" + "a".repeat(20_000) + "\"\r\n\r\n";
        assertThrows(Problem.class, () -> read(head, 100));
        assertThrows(Problem.class, () -> read("a".repeat(20_000), 100));
    }

    /** However the bytes are cut, also within a boundary. */
    @Test
    void everyCutGivesTheSame() throws IOException {
        String expected = "text=路燈\r\n------\r\n不亮;files(a \"b\".jpg)=\r\n------\r\n-----x;files()=;";
        for (int step = 1; step < 200; step++) {
            assertEquals(expected, read(BODY, step), "step " + step);
        }
    }
}
