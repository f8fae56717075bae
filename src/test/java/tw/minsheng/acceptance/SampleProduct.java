package tw.minsheng.acceptance;

import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The citizens' half over doors in memory, with the surveys that tests are about, for the tests of a class:
 * {@code @RegisterExtension static final SampleProduct PRODUCT = new SampleProduct();}
 */
final class SampleProduct implements BeforeAllCallback {

    private final AtomicReference<InMemoryProduct> opened = new AtomicReference<>();

    /** What is in the store closes with the class of tests. */
    @Override
    public void beforeAll(ExtensionContext context) {
        opened.set(context.getStore(Namespace.create(SampleProduct.class))
                .computeIfAbsent(
                        "product",
                        key -> new InMemoryProduct(0, false, Clock.systemUTC()).withSamples(),
                        InMemoryProduct.class));
    }

    InMemoryProduct product() {
        return Objects.requireNonNull(opened.get(), "the product is open from beforeAll on");
    }

    Citizen citizen() {
        return new Citizen(product().url());
    }
}
