package tw.minsheng.survey;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tw.minsheng.kernel.LocalizedText;

/**
 * A scale (量尺) of ordered points.
 *
 * @param points in the order in which they are shown
 * @param neutral value of the middle, empty when there is none
 * @param satisfiedFrom this value and better count as satisfied, empty when not declared
 * @param missing codes offered to the respondent that never count as a value
 * @param ask words of the error, with {@code {item}}; empty for the default words
 */
public record Scale(
        String id,
        Kind kind,
        List<Point> points,
        OptionalBound neutral,
        OptionalBound satisfiedFrom,
        List<MissingCode> missing,
        LocalizedText ask) {

    public enum Kind {
        LIKERT,
        SEMANTIC,
        NPS
    }

    public record Point(int value, LocalizedText label) {}

    /** @param spss number under which the code is exported, −9 to −4 */
    public record MissingCode(String code, int spss, LocalizedText label) {}

    /** A value that may be undeclared. */
    public record OptionalBound(List<Integer> values) {
        public static final OptionalBound NONE = new OptionalBound(List.of());

        public static OptionalBound of(int value) {
            return new OptionalBound(List.of(value));
        }

        public OptionalBound {
            values = List.copyOf(values);
        }

        public OptionalInt value() {
            return values.isEmpty() ? OptionalInt.empty() : OptionalInt.of(values.get(0));
        }
    }

    public Scale {
        points = List.copyOf(points);
        missing = List.copyOf(missing);
    }

    public int min() {
        return points.stream().mapToInt(Point::value).min().orElseThrow();
    }

    public int max() {
        return points.stream().mapToInt(Point::value).max().orElseThrow();
    }

    public boolean has(int value) {
        for (Point point : points) {
            if (point.value() == value) {
                return true;
            }
        }
        return false;
    }

    /** Points from the lowest to the highest value. */
    public List<Point> ascending() {
        return points.stream().sorted(Comparator.comparingInt(Point::value)).toList();
    }

    public Optional<MissingCode> missingCode(String code) {
        for (MissingCode each : missing) {
            if (each.code().equals(code)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Score of an answer: as given, or min + max − value for a reverse item (反向題). */
    public int score(int value, boolean reverse) {
        return reverse ? min() + max() - value : value;
    }
}
