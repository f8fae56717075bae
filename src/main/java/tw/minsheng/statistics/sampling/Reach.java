package tw.minsheng.statistics.sampling;

import java.util.Optional;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.Normal;

/**
 * What asking everybody gives, where a plan would need more people than there are.
 *
 * @param people all there are
 * @param answers that the expected rate makes of them, rounded down
 * @param margin of error of those answers, with design effect and population correction (SS4); {@code no_data} for none
 * @param bearable the smallest error that could be asked for instead (SS1 solved for it), 1 or more where none can
 * @param rate share of the people who would have to answer for the plan, in (0, 1]
 */
public record Reach(long people, long answers, Value margin, double bearable, double rate) {

    private static final double SLACK = 1e-9;

    /** @return empty when there are people enough, which an unlimited population always has */
    public static Optional<Reach> ofEverybody(SampleSize.Plan plan) {
        double people = plan.population().size().orElse(Double.POSITIVE_INFINITY);
        double answers = StrictMath.min(people, (double) SampleSize.of(plan).nDeffAfterFpcInt());
        if (answers / plan.responseRate() <= people + SLACK) {
            return Optional.empty();
        }
        long reached = answersOf((long) people, plan.responseRate());
        Value margin = MarginOfError.of(reached, plan.proportion(), plan.level(), plan.population(), plan.deff())
                .moeDeff();
        return Optional.of(new Reach((long) people, reached, margin, bearable(plan, reached), answers / people));
    }

    /** Answers of so many people at a rate in (0, 1], rounded down to whole answers. */
    public static long answersOf(long people, double rate) {
        return (long) StrictMath.floor(people * rate + SLACK);
    }

    /** The plan corrects for the population before the design effect, so its answers are taken by the effect first. */
    private static double bearable(SampleSize.Plan plan, long answers) {
        if (answers == 0) {
            return 1;
        }
        double effective = answers / plan.deff();
        return Normal.halfWidth(plan.level())
                * StrictMath.sqrt(plan.proportion() * (1 - plan.proportion()) / effective)
                * plan.population().errorFactor(effective);
    }
}
