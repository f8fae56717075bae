package tw.minsheng.statistics;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * A number that exists, or the reason why it does not. NaN, infinities and −0.0 cannot be held, so they cannot reach a
 * page or a file.
 */
public sealed interface Value {

    /** A value that exists. −0.0 becomes 0. @throws IllegalArgumentException when the number is NaN or infinite */
    static Value of(double number) {
        return new Known(number);
    }

    /** A value that does not exist, for a reason that needs no further words. */
    static Value undefined(Reason reason) {
        return new Undefined(reason, Map.of());
    }

    /** A value that does not exist; {@code args} fill the placeholders of the reason's words. */
    static Value undefined(Reason reason, Map<String, String> args) {
        return new Undefined(reason, args);
    }

    /** The quotient, or {@code zero_denominator}. */
    static Value ratio(double numerator, double denominator) {
        return denominator == 0 ? undefined(Reason.ZERO_DENOMINATOR) : of(numerator / denominator);
    }

    boolean isKnown();

    /** The number. @throws IllegalStateException when there is none: ask {@link #isKnown} or use {@link #asOptional} */
    double number();

    OptionalDouble asOptional();

    Optional<Reason> reason();

    /** What fills the words of the reason; empty for a known value. */
    Map<String, String> reasonArgs();

    /** The function of the number; a missing number stays missing for its reason. */
    Value map(DoubleUnaryOperator function);

    /** A finite number. */
    record Known(double number) implements Value {

        public Known {
            if (Double.isNaN(number) || Double.isInfinite(number)) {
                throw new IllegalArgumentException("not a number that can be shown: " + number);
            }
            number = number + 0.0; // −0.0 + 0.0 is 0.0
        }

        @Override
        public boolean isKnown() {
            return true;
        }

        @Override
        public OptionalDouble asOptional() {
            return OptionalDouble.of(number);
        }

        @Override
        public Optional<Reason> reason() {
            return Optional.empty();
        }

        @Override
        public Map<String, String> reasonArgs() {
            return Map.of();
        }

        @Override
        public Value map(DoubleUnaryOperator function) {
            return Value.of(function.applyAsDouble(number));
        }
    }

    /** No number. */
    record Undefined(Reason cause, Map<String, String> args) implements Value {

        public Undefined {
            args = Ordered.copyOf(args);
        }

        @Override
        public boolean isKnown() {
            return false;
        }

        @Override
        public double number() {
            throw new IllegalStateException("no number: " + cause.key() + " " + args);
        }

        @Override
        public OptionalDouble asOptional() {
            return OptionalDouble.empty();
        }

        @Override
        public Optional<Reason> reason() {
            return Optional.of(cause);
        }

        @Override
        public Map<String, String> reasonArgs() {
            return args;
        }

        @Override
        public Value map(DoubleUnaryOperator function) {
            return this;
        }
    }
}
