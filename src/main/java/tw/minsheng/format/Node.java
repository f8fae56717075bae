package tw.minsheng.format;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A piece of a YAML or JSON document with its place in the file. Walking never fails: what is not there is
 * {@link Nothing}, placed where its parent is.
 */
public sealed interface Node {

    Mark mark();

    /** The value under this key; {@link Nothing} when this is no mapping or has no such key. */
    default Node get(String key) {
        return new Nothing(mark());
    }

    /** The elements of a sequence, else none. */
    default List<Node> elements() {
        return List.of();
    }

    /** The entries of a mapping in the order of the file, else none. */
    default List<Entry> entries() {
        return List.of();
    }

    /** A scalar as written, {@code ""} for everything else. */
    default String text() {
        return "";
    }

    /** Whether there is a value: neither absent nor null. */
    default boolean isGiven() {
        return true;
    }

    /** The keys of a mapping. */
    default Set<String> keys() {
        return entries().stream().map(Entry::key).collect(Collectors.toUnmodifiableSet());
    }

    /** The texts of the elements of a sequence. */
    default List<String> texts() {
        return elements().stream().map(Node::text).toList();
    }

    /** The value of {@code true}; false for everything else. */
    default boolean isTrue() {
        return this instanceof Bool bool && bool.value();
    }

    /** This node and everything in it, in the order of the file. */
    default Stream<Node> everything() {
        return Stream.concat(
                Stream.of(this),
                Stream.concat(
                        elements().stream().flatMap(Node::everything),
                        entries().stream().flatMap(entry -> entry.value().everything())));
    }

    /** One key of a mapping with its value. */
    record Entry(String key, Mark mark, Node value) {}

    record Mapping(Mark mark, List<Entry> entries) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public Node get(String key) {
            for (Entry entry : entries) {
                if (entry.key().equals(key)) {
                    return entry.value();
                }
            }
            return new Nothing(mark);
        }
    }

    record Sequence(Mark mark, List<Node> elements) implements Node {
        public Sequence {
            elements = List.copyOf(elements);
        }
    }

    record Text(Mark mark, String text) implements Node {}

    /** A number, exactly as written. */
    record Num(Mark mark, String text, BigDecimal value) implements Node {

        /** Whether it is whole and fits an {@code int}. */
        public boolean isInt() {
            return value.stripTrailingZeros().scale() <= 0
                    && value.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
        }
    }

    record Bool(Mark mark, boolean value) implements Node {
        @Override
        public String text() {
            return Boolean.toString(value);
        }
    }

    /** Null, or nothing at all. */
    record Nothing(Mark mark) implements Node {
        @Override
        public boolean isGiven() {
            return false;
        }
    }
}
