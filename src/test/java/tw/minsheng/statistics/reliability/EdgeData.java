package tw.minsheng.statistics.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import tw.minsheng.statistics.Missing;

/** The small data sets of the edge cases. */
final class EdgeData {

    private static final Path FOLDER = Path.of("src/test/resources/reference/psychometrics/edge");

    private EdgeData() {}

    static double[][] read(String name) {
        try {
            return Files.readAllLines(FOLDER.resolve(name + ".csv")).stream()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .mapToDouble(cell ->
                                    cell.isEmpty() || cell.equals("NA") ? Missing.ANSWER : Double.parseDouble(cell))
                            .toArray())
                    .toArray(double[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
