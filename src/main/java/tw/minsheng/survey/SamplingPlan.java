package tw.minsheng.survey;

import java.time.LocalDate;

/**
 * How people are reached (抽樣設計).
 *
 * @param frame 母體清冊; {@link Frame#NONE} for quota and convenience
 */
public record SamplingPlan(
        Design design, Frame frame, Strata strata, Cluster cluster, Onsite onsite, Precision precision) {

    public enum Design {
        CENSUS,
        SRS,
        SYSTEMATIC,
        STRATIFIED,
        CLUSTER,
        ONSITE,
        QUOTA,
        CONVENIENCE;

        /** Whether people are drawn with a known chance, so that a sampling error exists. */
        public boolean isProbability() {
            return this != CENSUS && this != QUOTA && this != CONVENIENCE;
        }
    }

    /** @param size number of units, 0 when there is no frame */
    public record Frame(String name, long size, LocalDate asOf) {
        public static final Frame NONE = new Frame("", 0, LocalDate.EPOCH);

        public boolean isGiven() {
            return size > 0;
        }
    }

    public enum Allocation {
        PROPORTIONAL,
        EQUAL,
        NEYMAN
    }

    /** @param targets population counts of the strata, empty when none is named */
    public record Strata(String variable, Allocation allocation, Population targets) {
        public static final Strata NONE = new Strata("", Allocation.PROPORTIONAL, Population.NONE);

        public boolean isGiven() {
            return !variable.isEmpty();
        }
    }

    public record Cluster(String variable, int size) {
        public static final Cluster NONE = new Cluster("", 0);
    }

    /** 現場系統抽樣. */
    public record Onsite(int counters, int sessions, int drawSessions, int interval) {
        public static final Onsite NONE = new Onsite(0, 0, 0, 0);
    }

    /** What is planned; confidence 0 when nothing is planned. */
    public record Precision(double confidence, double marginOfError, double expectedResponseRate) {
        public static final Precision NONE = new Precision(0, 0, 0);

        public boolean isGiven() {
            return confidence > 0;
        }
    }
}
