package tw.minsheng.house.broken.survey;

import de.siegmar.fastcsv.reader.CsvReader;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tw.minsheng.house.broken.chart.Ring;

/** Opens a file, keeps a server, sleeps, and closes the ring. */
public record Leak(Vertx vertx, Optional<Ring> ring) {

    /** Breaks the rules on files, libraries and waiting. */
    public Object read(Path file) throws IOException, InterruptedException {
        Thread.sleep(1);
        return CsvReader.builder().ofCsvRecord(Files.readString(file));
    }
}
