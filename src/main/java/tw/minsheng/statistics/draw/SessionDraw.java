package tw.minsheng.statistics.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.SplitMix64;

/**
 * On-site sampling (現場系統抽樣) (DR5), for visitors of whom there is no list: within each counter half-days are drawn by {@link
 * RandomDraw}; in a session every k-th visitor is asked, from a random start of 1 to k on. A session is a first-stage unit in its
 * counter as stratum (Cochran 1977, chapter 10; Särndal, Swensson and Wretman 1992, section 4.3).
 *
 * @param sessions drawn, by counter and then by time
 * @param interval k, 1 or more: every visitor
 */
public record SessionDraw(List<Session> sessions, int interval) {

    /** A variance within a counter needs two of its sessions. */
    public static final int LEAST = 2;

    /**
     * A session that was drawn.
     *
     * @param counter from 0
     * @param halfDay of the period, from 0
     * @param start the first visitor who is asked, 1 to k
     * @param probability with which the session was drawn, in (0, 1]
     */
    public record Session(int counter, int halfDay, int start, double probability) {}

    public SessionDraw {
        sessions = List.copyOf(sessions);
        if (interval < 1) {
            throw new IllegalArgumentException("an interval of 1 or more");
        }
    }

    /**
     * Draws; the same seed gives the same sessions and starts. One number of the generator goes to each half-day of each counter, in
     * this order, and then one to the start of each session drawn.
     *
     * @param halfDays M of each counter: half-days of the period in which it is open
     * @param drawn m of each counter, see {@link #checked}
     * @param interval k, 1 or more
     * @throws IllegalArgumentException when the lists differ in length or a number is refused
     */
    public static SessionDraw of(List<Integer> halfDays, List<Integer> drawn, int interval, SplitMix64 random) {
        if (halfDays.size() != drawn.size() || interval < 1) {
            throw new IllegalArgumentException("as many numbers of half-days as of sessions, and an interval");
        }
        for (int counter = 0; counter < drawn.size(); counter++) {
            if (!checked("", halfDays.get(counter), drawn.get(counter)).isKnown()) {
                throw new IllegalArgumentException("sessions of counter " + counter);
            }
        }
        int[] counterOf = new int[halfDays.stream().mapToInt(Integer::intValue).sum()];
        int[] halfDayOf = new int[counterOf.length];
        int row = 0;
        for (int counter = 0; counter < halfDays.size(); counter++) {
            for (int halfDay = 0; halfDay < halfDays.get(counter); halfDay++) {
                counterOf[row] = counter;
                halfDayOf[row++] = halfDay;
            }
        }
        int[] sizes = drawn.stream().mapToInt(Integer::intValue).toArray();
        List<Session> sessions = new ArrayList<>();
        for (int won : RandomDraw.of(counterOf, sizes, random)) {
            int counter = counterOf[won];
            double probability = (double) sizes[counter] / halfDays.get(counter);
            int start = 1 + (int) StrictMath.floor(random.nextUniform() * interval);
            sessions.add(new Session(counter, halfDayOf[won], start, probability));
        }
        return new SessionDraw(sessions, interval);
    }

    /**
     * Whether so many sessions of a counter can be drawn: the number drawn, {@code lonely_stratum} for fewer than two, or {@code
     * sample_exceeds_population} for more than there are.
     *
     * @param counter its name, for the words of the reason
     */
    public static Value checked(String counter, int halfDays, int drawn) {
        if (drawn < LEAST) {
            return Value.undefined(Reason.LONELY_STRATUM, Map.of("stratum", counter));
        }
        return drawn <= halfDays
                ? Value.of(drawn)
                : Value.undefined(
                        Reason.SAMPLE_EXCEEDS_POPULATION,
                        Map.of("n", Integer.toString(drawn), "N", Integer.toString(halfDays)));
    }

    /** How many of so many visitors are asked in a session: those numbered start, start + k, … */
    public long asked(Session session, long visitors) {
        return visitors < session.start() ? 0 : 1 + (visitors - session.start()) / interval;
    }

    /** What an answer of this session stands for when nothing was counted: k over the probability of the session. */
    public double weight(Session session) {
        return interval / session.probability();
    }
}
