package tw.minsheng.invite.draw;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tw.minsheng.invite.Seed;

/**
 * A draw of a wave with all that proves it (DR4); of whoever was drawn nothing.
 *
 * @param no 1, 2, 3 … within the wave
 * @param rows units drawn
 * @param sha256 of the ids drawn, lower-case hex
 * @param audit text of {@code audit.json}
 * @param on day of the draw, as it stands in the record
 * @param reason why it was discarded, "" when it was not
 * @param groups what an answer of each stratum or cluster stands for
 */
public record SampleDraw(
        int no,
        DrawnFrame frame,
        Rule rule,
        int rows,
        String sha256,
        String audit,
        LocalDate on,
        String actor,
        Instant at,
        State state,
        String reason,
        List<Group> groups) {

    public SampleDraw {
        groups = List.copyOf(groups);
    }

    /** What became of a draw. */
    public enum State {
        /** it stands, and nobody was invited */
        DRAWN,
        /** who was drawn is invited; it can no longer be taken back */
        INVITED,
        /** another one takes its place */
        DISCARDED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException when there is no such state */
        public static State of(String key) {
            return Arrays.stream(values())
                    .filter(state -> state.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(key));
        }
    }

    /**
     * How it was drawn, in the keys of the command line.
     *
     * @param size n: units, or clusters where clusters are drawn
     * @param least fewest from each stratum
     * @param group column of strata or clusters, "" where there is none
     * @param measure column of sizes, "" where there is none
     */
    public record Rule(String design, String share, int size, long least, Seed seed, String group, String measure) {}

    /**
     * A stratum, a drawn cluster, or the whole frame under the name "".
     *
     * @param size N of it
     * @param weight 1/π of its units, 0 where they differ
     * @param whole whether all of it was taken
     */
    public record Group(String name, long size, long drawn, double weight, boolean whole) {}

    /** The same in another state. */
    public SampleDraw as(State other, String why) {
        return new SampleDraw(no, frame, rule, rows, sha256, audit, on, actor, at, other, why, groups);
    }
}
