package tw.minsheng.report.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tw.minsheng.statistics.power.Power;
import tw.minsheng.statistics.sampling.Allotment;
import tw.minsheng.statistics.sampling.MarginOfError;
import tw.minsheng.statistics.sampling.Population;
import tw.minsheng.statistics.sampling.Reach;
import tw.minsheng.statistics.sampling.SampleSize;

/**
 * A sample that fulfils a wish (SS1, SS4, AL1, AL2, PW1).
 *
 * @param steps of the computation
 * @param answers that are needed, {@code contacts} who must be asked for them; no more than there are, in no stratum either
 * @param reached answers that they give, fewer where people or those of a stratum are too few
 * @param wholeFrame whether everybody must be asked
 * @param everybody what everybody gives where the wish cannot be reached; empty where it can
 * @param cost of all contacts
 * @param curve sampling error by number of answers, from few to many
 * @param rates what other answer rates do
 * @param group answers in each group of equal size, and their error; of those that can be reached
 * @param layers shares of the strata, empty without strata
 * @param sharingDeff design effect of sharing out of proportion (Kish), 1 in proportion; empty without strata
 * @param change the smallest difference between two such waves that is found with 80 % certainty; empty when none is
 */
public record SamplePlan(
        Steps steps,
        long answers,
        long contacts,
        long reached,
        boolean wholeFrame,
        Optional<Everybody> everybody,
        double cost,
        List<Point> curve,
        List<Rate> rates,
        Point group,
        List<Share> layers,
        OptionalDouble sharingDeff,
        OptionalDouble change) {

    /** Power that is usually asked for (Cohen 1988). */
    public static final double POWER = .8;

    private static final long FEWEST = 30;
    private static final int POINTS = 40;
    private static final List<Double> RATES = List.of(.1, .2, 1 / 3.0, .5, .7);

    /**
     * Numbers before they are rounded up.
     *
     * @param unlimited for a very large population, {@code corrected} for this one, {@code withDeff} times the design effect
     * @param deffFirst people, where the design effect comes before the correction
     */
    public record Steps(double unlimited, double corrected, double withDeff, long deffFirst) {}

    /**
     * What asking everybody gives where the wish cannot be reached.
     *
     * @param answers to expect, with their {@code margin}; empty without answers
     * @param bearable the smallest error that could be wished instead; empty where none can
     * @param rate share of the people who would have to answer for the wish, in (0, 1]
     */
    public record Everybody(long people, long answers, OptionalDouble margin, OptionalDouble bearable, double rate) {

        private static Everybody of(Reach reach) {
            return new Everybody(
                    reach.people(),
                    reach.answers(),
                    reach.margin().asOptional(),
                    reach.bearable() < 1 ? OptionalDouble.of(reach.bearable()) : OptionalDouble.empty(),
                    reach.rate());
        }
    }

    /** A number of answers with its sampling error; empty where everybody has answered. */
    public record Point(long answers, OptionalDouble margin) {}

    /**
     * What an answer rate does.
     *
     * @param contacts needed for the same answers; {@code most} what they give where people, or those of a stratum, are too few
     * @param answers of the contacts of the plan, with their {@code margin}
     */
    public record Rate(double rate, long contacts, OptionalLong most, long answers, OptionalDouble margin) {}

    /**
     * What falls to a stratum.
     *
     * @param answers wished, {@code contacts} who must be asked for them; no more than there are
     * @param reached answers that those contacts give, no more than wished
     * @param margin of those reached; empty without any, and where everybody answers
     * @param whole whether everybody's answer is wished
     */
    public record Share(
            Wish.Layer layer, long answers, long contacts, long reached, OptionalDouble margin, boolean whole) {

        /** Who must be asked at another rate; no more than there are. */
        private long asked(double rate) {
            return StrictMath.min(layer.size(), SampleSize.roundUp(answers / rate));
        }

        private long reached(double rate) {
            return StrictMath.min(answers, Reach.answersOf(asked(rate), rate));
        }

        /** Whether its people are too few for the wish at the expected rate. */
        public boolean isShort() {
            return reached < answers;
        }
    }

    public SamplePlan {
        curve = List.copyOf(curve);
        rates = List.copyOf(rates);
        layers = List.copyOf(layers);
    }

    /** Numbers above this are no numbers of people. */
    private static final double MOST = 1e12;

    /** @return empty when more people are needed than can be counted */
    public static Optional<SamplePlan> of(Wish wish) {
        SampleSize size = SampleSize.of(wish.plan());
        if (!(size.nDeffAfterFpc() / wish.responseRate() < MOST)) {
            return Optional.empty();
        }
        double frame = wish.frame().size().orElse(MOST);
        long answers = (long) StrictMath.min(frame, (double) size.nDeffAfterFpcInt());
        long wanted = SampleSize.roundUp(answers / wish.responseRate());
        List<Share> shares = shares(wish, answers);
        long contacts = shares.isEmpty()
                ? (long) StrictMath.min(frame, (double) wanted)
                : shares.stream().mapToLong(Share::contacts).sum();
        Optional<Everybody> everybody = Reach.ofEverybody(wish.plan()).map(Everybody::of);
        long reached = everybody
                .map(Everybody::answers)
                .orElse(
                        shares.isEmpty()
                                ? answers
                                : shares.stream().mapToLong(Share::reached).sum());
        return Optional.of(new SamplePlan(
                new Steps(size.n0(), size.nFpc(), size.nDeffAfterFpc(), size.nDeffBeforeFpcInt()),
                answers,
                contacts,
                reached,
                wanted >= frame,
                everybody,
                contacts * wish.cost(),
                curve(wish, answers),
                rates(wish, answers, contacts, shares),
                point(wish, reached / wish.groups()),
                shares,
                sharingDeff(shares),
                change(wish, reached)));
    }

    private static OptionalDouble margin(Wish wish, long answers, Population population) {
        return MarginOfError.of(answers, wish.proportion(), wish.confidence(), population, wish.deff())
                .moeDeff()
                .asOptional();
    }

    private static Point point(Wish wish, long answers) {
        return new Point(answers, margin(wish, answers, wish.frame()));
    }

    private static List<Point> curve(Wish wish, long answers) {
        double most = StrictMath.min(wish.frame().size().orElse(MOST), StrictMath.max(2.0 * answers, 10.0 * FEWEST));
        double least = StrictMath.min((double) FEWEST, most);
        return IntStream.rangeClosed(0, POINTS)
                .mapToLong(i -> StrictMath.round(least * StrictMath.pow(most / least, (double) i / POINTS)))
                .distinct()
                .mapToObj(n -> point(wish, n))
                .toList();
    }

    private static List<Rate> rates(Wish wish, long answers, long contacts, List<Share> shares) {
        return DoubleStream.concat(
                        RATES.stream()
                                .mapToDouble(Double::doubleValue)
                                .filter(rate -> StrictMath.abs(rate - wish.responseRate()) > .005),
                        DoubleStream.of(wish.responseRate()))
                .sorted()
                .mapToObj(rate -> rate(wish, rate, answers, contacts, shares))
                .toList();
    }

    private static Rate rate(Wish wish, double rate, long answers, long contacts, List<Share> shares) {
        double frame = wish.frame().size().orElse(MOST);
        double wanted = (double) SampleSize.roundUp(answers / rate);
        long asked = (long) StrictMath.min(wanted, frame);
        long most = wanted > frame ? Reach.answersOf((long) frame, rate) : answers;
        long reached = Reach.answersOf(contacts, rate);
        if (!shares.isEmpty()) {
            asked = shares.stream().mapToLong(share -> share.asked(rate)).sum();
            most = shares.stream().mapToLong(share -> share.reached(rate)).sum();
            reached = shares.stream()
                    .mapToLong(share -> Reach.answersOf(share.contacts(), rate))
                    .sum();
        }
        return new Rate(
                rate,
                asked,
                most < answers ? OptionalLong.of(most) : OptionalLong.empty(),
                reached,
                margin(wish, reached, wish.frame()));
    }

    private static List<Share> shares(Wish wish, long answers) {
        List<Wish.Layer> layers = wish.layers();
        if (layers.isEmpty()) {
            return List.of();
        }
        long[] sizes = layers.stream().mapToLong(Wish.Layer::size).toArray();
        Allotment allotment = allotment(wish, sizes, answers);
        List<Share> shares = new ArrayList<>();
        for (int h = 0; h < sizes.length; h++) {
            long n = StrictMath.min(allotment.whole().get(h), sizes[h]);
            long contacts = StrictMath.min(sizes[h], SampleSize.roundUp(n / wish.responseRate()));
            long reached = StrictMath.min(n, Reach.answersOf(contacts, wish.responseRate()));
            OptionalDouble margin = margin(wish, reached, Population.of((double) sizes[h]));
            shares.add(new Share(layers.get(h), n, contacts, reached, margin, n == sizes[h]));
        }
        return shares;
    }

    /** Answers that the wish for each stratum adds up to; a stratum gives no more than it has. */
    public static long leastOfAll(Wish wish) {
        return wish.layers().stream()
                .mapToLong(layer -> StrictMath.min(wish.least(), layer.size()))
                .sum();
    }

    /** A minimum that the whole sample cannot hold is lowered to what it can. */
    private static Allotment allotment(Wish wish, long[] sizes, long answers) {
        if (wish.sharing() == Wish.Sharing.EQUAL) {
            return Allotment.capped(
                    sizes, Arrays.stream(sizes).mapToDouble(size -> 1).toArray(), answers);
        }
        long least = leastOfAll(wish) <= answers ? wish.least() : StrictMath.min(wish.least(), answers / sizes.length);
        return Allotment.between(sizes, Arrays.stream(sizes).asDoubleStream().toArray(), answers, least);
    }

    private static OptionalDouble sharingDeff(List<Share> shares) {
        if (shares.isEmpty()) {
            return OptionalDouble.empty();
        }
        return Allotment.designEffect(
                        shares.stream().mapToLong(share -> share.layer().size()).toArray(),
                        shares.stream().mapToLong(Share::answers).toArray())
                .asOptional();
    }

    private static OptionalDouble change(Wish wish, long answers) {
        return new Power(1 - wish.confidence())
                .smallestDifference(wish.proportion(), answers / wish.deff(), POWER)
                .asOptional();
    }
}
