package tw.minsheng.dataset.cases;

/** How the time from receipt to closing is measured. Times are seconds by the clock on the wall since 1970. */
public interface Measure {

    /** Plain differences of the clock on the wall. */
    Measure CALENDAR_DAYS = new Measure() {
        private static final long DAY = 86_400;

        @Override
        public String unit() {
            return "days";
        }

        @Override
        public long between(long received, long until) {
            return until - received;
        }

        @Override
        public long days(long received, long until) {
            return Math.floorDiv(until - received, DAY);
        }

        @Override
        public Durations durations() {
            return new Seconds();
        }
    };

    /** Its name in results: {@code days} or {@code working_days}. */
    String unit();

    /** The time between the two, in what {@link #durations} takes. */
    long between(long received, long until);

    /** Whole days between the two. */
    long days(long received, long until);

    /** Collects times. */
    Durations durations();
}
