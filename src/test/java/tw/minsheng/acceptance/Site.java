package tw.minsheng.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import tw.minsheng.format.CsvLimits;
import tw.minsheng.format.CsvReader;
import tw.minsheng.format.CsvRow;

/** A running product whose processes can be killed. */
final class Site implements AutoCloseable {

    private static final Map<String, String> UNLIMITED = Map.of("MINSHENG_RATE_LIMITS", "off");

    private final Path data;
    private final String[] options;
    private final AtomicReference<Product> product;

    private Site(Path data, String[] options) {
        this.data = data;
        this.options = options;
        this.product = new AtomicReference<>(Product.serve(data, UNLIMITED, options));
    }

    static Site open(Path data, String... options) {
        return new Site(data, options.clone());
    }

    URI address() {
        return product.get().address();
    }

    /** Starts the product again when it has been killed. */
    void repair() throws InterruptedException {
        if (product.get().process().waitFor() != 0) {
            product.set(Product.serve(data, UNLIMITED, options));
        }
    }

    ProcessHandle program() {
        return product.get().process().toHandle();
    }

    Path data() {
        return data;
    }

    /** The processes of the database, the first of them first. */
    List<ProcessHandle> database() {
        return program()
                .descendants()
                .filter(each -> each.info().command().orElse("").endsWith("/postgres"))
                .toList();
    }

    /** The text of every stored answer, as the product exports it. */
    List<String> storedTexts(String survey, String variable, Path file) throws IOException {
        Product.Run export = Product.run(
                "export", "answers", survey, "--set", "live", "--data", data.toString(), "--out", file.toString());
        if (export.exit() != 0) {
            throw new IllegalStateException("the export failed: " + export.err());
        }
        try (InputStream in = Files.newInputStream(file);
                CsvReader rows = CsvReader.open(file.toString(), in, CsvLimits.DEFAULT)) {
            int column = rows.next().orElseThrow().fields().indexOf(variable);
            List<String> texts = new ArrayList<>();
            Stream.iterate(rows.next(), row -> row.isPresent(), row -> rows.next())
                    .forEach(row ->
                            texts.add(row.map(CsvRow::fields).orElseThrow().get(column)));
            return texts;
        }
    }

    @Override
    public void close() {
        product.get().close();
    }
}
