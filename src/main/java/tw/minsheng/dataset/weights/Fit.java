package tw.minsheng.dataset.weights;

import java.util.List;
import tw.minsheng.statistics.weighting.CalibrationDistance;
import tw.minsheng.statistics.weighting.Groups;
import tw.minsheng.statistics.weighting.Margin;
import tw.minsheng.statistics.weighting.MarginCalibration;
import tw.minsheng.statistics.weighting.Raking;
import tw.minsheng.statistics.weighting.Weighting;

/** Weights by the method that a survey or a file of margins names; trimming comes after it. */
public final class Fit {

    private Fit() {}

    /**
     * The one way to the weights of a plan; post-stratification to several margins is raking.
     *
     * @param margins those of the plan, in the same order, with a category for answers that do not tell them
     * @param levels by margin, the category of each group
     */
    public static Weighting of(tw.minsheng.survey.Weighting plan, Groups groups, List<Margin> margins, int[][] levels) {
        return switch (plan.method()) {
            case NONE -> Weighting.none(groups);
            case CELL ->
                margins.size() == 1
                        ? Raking.postStratify(groups, margins.get(0), levels[0])
                        : Raking.rake(groups, margins, levels);
            case RAKING -> Raking.rake(groups, margins, levels);
            case LINEAR ->
                MarginCalibration.fit(
                        groups, margins, levels, distance(CalibrationDistance.Kind.LINEAR, plan.bounds()));
            case LOGIT ->
                MarginCalibration.fit(groups, margins, levels, distance(CalibrationDistance.Kind.LOGIT, plan.bounds()));
        };
    }

    private static CalibrationDistance distance(
            CalibrationDistance.Kind kind, tw.minsheng.survey.Weighting.Bounds bounds) {
        return bounds.isGiven()
                ? new CalibrationDistance(kind, bounds.low(), bounds.high())
                : CalibrationDistance.of(kind);
    }
}
