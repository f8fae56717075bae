package tw.minsheng.report;

import java.util.Optional;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;

/** How sure a number is: an interval, the reason why there is none, or nothing because the statistic has none. */
public sealed interface Uncertainty {

    /** The statistic has no interval. */
    Uncertainty NONE = new None();

    /** An interval; a limit that does not exist makes it a reason. */
    static Uncertainty of(Interval interval) {
        return interval.lower()
                .reason()
                .or(() -> interval.upper().reason())
                .<Uncertainty>map(Undefined::new)
                .orElseGet(() -> new Within(interval));
    }

    static Uncertainty undefined(Reason reason) {
        return new Undefined(reason);
    }

    Optional<Interval> interval();

    Optional<Reason> reason();

    /** The value lies in this interval. */
    record Within(Interval known) implements Uncertainty {

        public Within {
            if (!known.isKnown()) {
                throw new IllegalArgumentException("an interval without limits");
            }
        }

        @Override
        public Optional<Interval> interval() {
            return Optional.of(known);
        }

        @Override
        public Optional<Reason> reason() {
            return Optional.empty();
        }
    }

    /** There could be an interval, but not here. */
    record Undefined(Reason cause) implements Uncertainty {

        @Override
        public Optional<Interval> interval() {
            return Optional.empty();
        }

        @Override
        public Optional<Reason> reason() {
            return Optional.of(cause);
        }
    }

    /** Nothing to say. */
    record None() implements Uncertainty {

        @Override
        public Optional<Interval> interval() {
            return Optional.empty();
        }

        @Override
        public Optional<Reason> reason() {
            return Optional.empty();
        }
    }
}
