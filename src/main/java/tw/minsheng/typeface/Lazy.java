package tw.minsheng.typeface;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A value that is made at its first use, once, by whichever thread comes first. */
final class Lazy<T> {

    private final ConcurrentHashMap<Boolean, T> made = new ConcurrentHashMap<>(1);
    private final Supplier<T> maker;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    T get() {
        return made.computeIfAbsent(Boolean.TRUE, key -> maker.get());
    }
}
