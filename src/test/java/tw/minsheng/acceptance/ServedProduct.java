package tw.minsheng.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import tw.minsheng.web.staff.Visitor;

/**
 * The built product with data of its own for the tests of a class:
 * {@code @RegisterExtension static final ServedProduct PRODUCT = new ServedProduct("--demo");} It has stopped and its
 * data are gone when the last of them has ended.
 */
final class ServedProduct implements BeforeAllCallback {

    private final Map<String, String> environment;
    private final List<String> options;
    private final AtomicReference<Serving> serving = new AtomicReference<>();

    private record Serving(Product product, Path data) {}

    private record Folder(Path path) implements AutoCloseable {

        static Folder made() {
            try {
                return new Folder(Files.createTempDirectory("minsheng"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            try (Stream<Path> all = Files.walk(path)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private ServedProduct(Map<String, String> environment, List<String> options) {
        this.environment = environment;
        this.options = options;
    }

    /** With these options of {@code serve}. */
    ServedProduct(String... options) {
        this(Map.of(), List.of(options));
    }

    /** The same for any number of answers from one address. */
    ServedProduct unlimited() {
        return new ServedProduct(Map.of("MINSHENG_RATE_LIMITS", "off"), options);
    }

    /** What is in the store closes with the class of tests, the last first. */
    @Override
    public void beforeAll(ExtensionContext context) {
        Store store = context.getStore(Namespace.create(ServedProduct.class));
        Path data = store.computeIfAbsent("folder", key -> Folder.made(), Folder.class)
                .path()
                .resolve("var");
        Product product = store.computeIfAbsent(
                "product", key -> Product.serve(data, environment, options.toArray(String[]::new)), Product.class);
        serving.set(new Serving(product, data));
    }

    Product product() {
        return now().product();
    }

    URI address() {
        return product().address();
    }

    /** Its folder of data, inside one that is there for the files of the tests. */
    Path data() {
        return now().data();
    }

    /** A person who has not signed in. */
    Visitor visitor() {
        return new Visitor(address().toString());
    }

    /** A person of the demonstration who has signed in. */
    Visitor signedIn(String role) {
        return DemoStaff.of(product(), role).signedIn(product());
    }

    private Serving now() {
        return Objects.requireNonNull(serving.get(), "the product runs from beforeAll on");
    }
}
