package tw.minsheng.report.plan;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import tw.minsheng.statistics.sampling.Allotment;
import tw.minsheng.statistics.sampling.SampleSize;

/**
 * What a number of answers of people who were not drawn is good for: how finely they can be shown and whether the scales can be
 * examined. How far they are from everybody no number of answers says, so there is none here.
 *
 * @param answers that are wanted
 * @param smallest answers that fall to the smallest group
 * @param uses what needs how many answers, in the order in which they are told
 * @param quotas answers by category as the population has them, empty without categories
 */
public record OpenPlan(long answers, long smallest, List<Use> uses, List<Quota> quotas) {

    /** Fewer people in a group make an unsteady figure. */
    private static final long STEADY = 30;

    /** Answers for each item of a factor analysis. */
    private static final long OF_ITEM = 5;

    /** What answers are used for. */
    public enum Purpose {
        /** Figures of all are not hidden. */
        ALL,
        /** Figures of each group are not hidden. */
        GROUPS,
        /** Figures of each group are not called unsteady. */
        STEADY_GROUPS,
        /** 信度 of the constructs. */
        RELIABILITY,
        /** Factor analysis of all items. */
        FACTORS
    }

    /**
     * @param least answers it needs
     * @param enough whether there are as many
     */
    public record Use(Purpose purpose, long least, boolean enough) {}

    /** A category of a quota. */
    public record Quota(Wish.Layer layer, long answers) {}

    /**
     * What is asked of a survey.
     *
     * @param answers that are wanted, 1 or more
     * @param share of the smallest group, in (0, 1]; 1 where no groups are told apart
     * @param hidden groups smaller than this are not shown
     * @param items of all constructs, 0 where there are none
     * @param layers categories of a quota, none without
     */
    public record Asked(long answers, double share, int hidden, int items, List<Wish.Layer> layers) {
        public Asked {
            layers = List.copyOf(layers);
            if (answers < 1 || !(share > 0 && share <= 1)) {
                throw new IllegalArgumentException("answers or share out of range");
            }
        }
    }

    public OpenPlan {
        uses = List.copyOf(uses);
        quotas = List.copyOf(quotas);
    }

    public static OpenPlan of(Asked asked) {
        List<Use> uses = List.of(
                use(asked, Purpose.ALL, asked.hidden()),
                use(asked, Purpose.GROUPS, SampleSize.roundUp(asked.hidden() / asked.share())),
                use(asked, Purpose.STEADY_GROUPS, SampleSize.roundUp(STEADY / asked.share())),
                use(asked, Purpose.RELIABILITY, STEADY),
                use(asked, Purpose.FACTORS, OF_ITEM * asked.items()));
        boolean grouped = asked.share() < 1;
        return new OpenPlan(
                asked.answers(),
                (long) StrictMath.floor(asked.answers() * asked.share() + 1e-9),
                uses.stream()
                        .filter(use ->
                                grouped || (use.purpose() != Purpose.GROUPS && use.purpose() != Purpose.STEADY_GROUPS))
                        .filter(use -> asked.items() > 0
                                || (use.purpose() != Purpose.RELIABILITY && use.purpose() != Purpose.FACTORS))
                        .toList(),
                quotas(asked));
    }

    private static Use use(Asked asked, Purpose purpose, long least) {
        return new Use(purpose, least, asked.answers() >= least);
    }

    /** In proportion to the population; nobody can answer who is not there. */
    private static List<Quota> quotas(Asked asked) {
        if (asked.layers().isEmpty()) {
            return List.of();
        }
        long[] sizes = asked.layers().stream().mapToLong(Wish.Layer::size).toArray();
        long answers = StrictMath.min(asked.answers(), Arrays.stream(sizes).sum());
        Allotment allotment =
                Allotment.capped(sizes, Arrays.stream(sizes).asDoubleStream().toArray(), answers);
        return IntStream.range(0, sizes.length)
                .mapToObj(place ->
                        new Quota(asked.layers().get(place), allotment.whole().get(place)))
                .toList();
    }

    /** Answers that every use has enough of. */
    public OptionalLong enoughForAll() {
        return uses.stream().mapToLong(Use::least).max();
    }
}
