package tw.minsheng.statistics.draw;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.distribution.SplitMix64;
import tw.minsheng.statistics.estimate.MeanEstimate;
import tw.minsheng.statistics.estimate.MeanEstimator;
import tw.minsheng.statistics.estimate.VariableSums;
import tw.minsheng.statistics.sampling.Population;
import tw.minsheng.statistics.sampling.SampleDesign;
import tw.minsheng.statistics.sampling.Stratum;
import tw.minsheng.statistics.weighting.Calibration;
import tw.minsheng.statistics.weighting.Groups;

/**
 * 2,000 weeks of tickets: six counters, ten half-days each, 20 to 100 visitors in a half-day, who like it the less the more there
 * are, and by a mood of the session. Two half-days of each counter are drawn and every fourth visitor is asked; one in four refuses,
 * one in twenty is not meant.
 */
class OnsiteSimulationTest {

    private static final int WEEKS = 2_000;
    private static final int COUNTERS = 6;
    private static final int HALF_DAYS = 10;
    private static final int DRAWN = 2;
    private static final int INTERVAL = 4;

    /** What became of a visitor who comes by. */
    private enum Visitor {
        CONTENT,
        DISCONTENT,
        INELIGIBLE
    }

    /** A week of tickets: visitors by counter, half-day and arrival. */
    private record Week(List<List<List<Visitor>>> counters) {

        static Week of(SplitMix64 random) {
            List<List<List<Visitor>>> counters = new ArrayList<>();
            for (int counter = 0; counter < COUNTERS; counter++) {
                double level = .55 + .3 * random.nextUniform();
                List<List<Visitor>> halfDays = new ArrayList<>();
                for (int halfDay = 0; halfDay < HALF_DAYS; halfDay++) {
                    halfDays.add(session(level, random));
                }
                counters.add(halfDays);
            }
            return new Week(counters);
        }

        private static List<Visitor> session(double level, SplitMix64 random) {
            double crowd = random.nextUniform();
            double share = level - .2 * crowd + .3 * (random.nextUniform() - .5);
            int visitors = 20 + (int) (80 * crowd);
            return IntStream.range(0, visitors)
                    .mapToObj(i -> {
                        Visitor mood = random.nextUniform() < share ? Visitor.CONTENT : Visitor.DISCONTENT;
                        return random.nextUniform() < .05 ? Visitor.INELIGIBLE : mood;
                    })
                    .toList();
        }

        double truth() {
            List<Visitor> all = counters.stream()
                    .flatMap(List::stream)
                    .flatMap(List::stream)
                    .filter(visitor -> visitor != Visitor.INELIGIBLE)
                    .toList();
            return Collections.frequency(all, Visitor.CONTENT) / (double) all.size();
        }
    }

    /** What the slips of one session brought. */
    private record Slips(SessionTally tally, long content) {

        static Slips of(SessionDraw draw, SessionDraw.Session session, List<Visitor> visitors, SplitMix64 random) {
            long approached = 0;
            long refused = 0;
            long ineligible = 0;
            long content = 0;
            long complete = 0;
            for (int at = session.start() - 1; at < visitors.size(); at += draw.interval()) {
                approached++;
                if (visitors.get(at) == Visitor.INELIGIBLE) {
                    ineligible++;
                } else if (random.nextUniform() < .25) {
                    refused++;
                } else {
                    complete++;
                    content += visitors.get(at) == Visitor.CONTENT ? 1 : 0;
                }
            }
            assertTrue(approached == draw.asked(session, visitors.size()));
            return new Slips(new SessionTally(visitors.size(), approached, refused, ineligible, complete), content);
        }
    }

    private static MeanEstimate estimate(SampleDesign design, SessionDraw draw, List<Slips> slips) {
        Groups groups = new Groups(design.places(), 1);
        VariableSums sums = new VariableSums(groups);
        for (int i = 0; i < slips.size(); i++) {
            Slips each = slips.get(i);
            if (each.tally().complete() == 0) {
                continue;
            }
            int place = design.isClustered() ? i : 0;
            double weight = each.tally().weight(draw.sessions().get(i)).number();
            for (long answer = 0; answer < each.tally().complete(); answer++) {
                groups.add(place, weight);
                sums.add(place, weight, answer < each.content() ? 1 : 0);
            }
        }
        return new MeanEstimator(design, groups, Calibration.none(groups.size())).mean(sums);
    }

    private static boolean covers(Interval interval, double truth) {
        return interval.lower().number() <= truth && truth <= interval.upper().number();
    }

    @Test
    void intervalsThatKnowTheSessionsCoverAndOthersDoNot() {
        List<Stratum> counters = IntStream.range(0, COUNTERS)
                .mapToObj(counter -> new Stratum("counter " + counter, Population.unlimited()))
                .toList();
        SampleDesign ignoring = SampleDesign.simple(Population.unlimited());
        int knowing = 0;
        int blind = 0;
        double off = 0;
        for (int week = 0; week < WEEKS; week++) {
            SplitMix64 random = SplitMix64.replicate(2026, week);
            Week tickets = Week.of(random);
            SessionDraw draw = SessionDraw.of(
                    Collections.nCopies(COUNTERS, HALF_DAYS), Collections.nCopies(COUNTERS, DRAWN), INTERVAL, random);
            List<Slips> slips = new ArrayList<>();
            for (SessionDraw.Session session : draw.sessions()) {
                List<Visitor> visitors =
                        tickets.counters().get(session.counter()).get(session.halfDay());
                slips.add(Slips.of(draw, session, visitors, random));
            }
            SampleDesign sessions = SampleDesign.clustered(
                    counters,
                    draw.sessions().stream().map(SessionDraw.Session::counter).toList());
            MeanEstimate aware = estimate(sessions, draw, slips);
            knowing += covers(aware.logitInterval(.95), tickets.truth()) ? 1 : 0;
            blind += covers(estimate(ignoring, draw, slips).logitInterval(.95), tickets.truth()) ? 1 : 0;
            off += (aware.mean().number() - tickets.truth()) / WEEKS;
        }
        String told = "knowing " + knowing + ", blind " + blind + ", off " + off;
        System.out.println("SIM " + told);
        assertTrue(knowing >= .93 * WEEKS && knowing <= .97 * WEEKS, told);
        assertTrue(blind < .93 * WEEKS && blind < knowing - .02 * WEEKS, told);
        assertTrue(Math.abs(off) < .005, told);
    }
}
