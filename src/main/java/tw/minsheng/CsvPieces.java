package tw.minsheng;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import tw.minsheng.format.CsvWriter;

/** A CSV file that goes out piece by piece. */
final class CsvPieces {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CsvWriter csv;

    CsvPieces() {
        try {
            csv = new CsvWriter(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CsvWriter csv() {
        return csv;
    }

    /** What was written since the last piece. */
    Buffer take() {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Buffer taken = Buffer.buffer(bytes.toByteArray());
        bytes.reset();
        return taken;
    }
}
