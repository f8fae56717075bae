package tw.minsheng.statistics.factor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.ChiSquare;
import tw.minsheng.statistics.moments.SymmetricMatrix;
import tw.minsheng.statistics.optimise.Descent;

/**
 * 測量恆等性 (IV1): whether the declared 構面 are measured alike in several groups, waves or modes. The same model is fitted to all
 * groups by maximum likelihood, each time with more that must be equal: nothing (configural), loadings (metric), loadings and
 * intercepts (scalar). Jöreskog 1971, Meredith 1993, Cheung and Rensvold 2002; {@code lavaan::cfa(group =, group.equal =)}. Only
 * where the scalar model holds do differences of construct scores say something of people.
 *
 * @param steps configural, metric, scalar; none when it was refused
 * @param refusal why there is none; empty otherwise
 */
public record Invariance(List<Step> steps, List<Value> refusal) {

    /** Groups of fewer people are not compared. */
    public static final long LEAST_PEOPLE = 30;

    /** How much must be equal. */
    public enum Level {
        CONFIGURAL,
        METRIC,
        SCALAR
    }

    /** What the models say, taken one after the other; the first that does not hold decides. */
    public enum Verdict {
        /** 結構模型不符: even the model without equalities does not fit, so that nothing can be said of equality. */
        MISFIT,
        /** The same items belong together in all groups, with different loadings. */
        CONFIGURAL,
        /** Loadings are alike, intercepts are not: relations may be compared between groups, means not. */
        METRIC,
        /** Means may be compared. */
        SCALAR;

        /** As tables and files have it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One model.
     *
     * @param chiSquare Σ n·F over the groups
     * @param rmsea with √groups, as lavaan has it
     * @param deltaChiSquare what the further equalities cost against the step before; none for the first
     * @param deltaCfi against the step before: a fall of more than .01 speaks against the equality
     */
    public record Step(
            Level level,
            Value chiSquare,
            int df,
            Value p,
            Value cfi,
            Value rmsea,
            Value deltaChiSquare,
            int deltaDf,
            Value deltaP,
            Value deltaCfi,
            Value deltaRmsea) {}

    public Invariance {
        steps = List.copyOf(steps);
        refusal = List.copyOf(refusal);
    }

    /**
     * @param groups 2 or more, each with more complete answers than its configural model has parameters, else {@code n_too_small}
     * @return {@code not_identified}, {@code singular_matrix}, {@code not_psd} or {@code not_converged} where there is none
     */
    public static Invariance of(FactorModel model, List<GroupMoments> groups) {
        Optional<Value> refusal = refusal(model, groups);
        if (refusal.isPresent()) {
            return new Invariance(List.of(), List.of(refusal.get()));
        }
        List<GroupMoments> even = inCommonUnits(groups);
        List<Step> steps = new ArrayList<>();
        for (Level level : Level.values()) {
            GroupModel equal = new GroupModel(model, groups.size(), level);
            Discrepancy discrepancy = new Discrepancy(equal, even);
            Descent.End end = Descent.of(discrepancy, discrepancy.start());
            if (!end.isConverged()) {
                return new Invariance(List.of(), List.of(end.refusal()));
            }
            double chiSquare = StrictMath.max(0, people(groups) * end.place().value());
            steps.add(step(level, chiSquare, equal.degreesOfFreedom(), groups, steps));
        }
        return new Invariance(steps, List.of());
    }

    private static double people(List<GroupMoments> groups) {
        return groups.stream().mapToDouble(GroupMoments::n).sum();
    }

    /** Variances near 1: the same units in all groups change nothing of a model. */
    private static List<GroupMoments> inCommonUnits(List<GroupMoments> groups) {
        SymmetricMatrix first = groups.get(0).covariance();
        double[] units = new double[first.size()];
        Arrays.setAll(units, i -> StrictMath.sqrt(first.at(i, i)));
        return groups.stream().map(group -> group.over(units)).toList();
    }

    /** χ² of a model in which nothing goes together, with means as they are. */
    private static double independence(List<GroupMoments> groups) {
        return groups.stream()
                .mapToDouble(
                        group -> -group.n() * group.covariance().correlation().lnDeterminant())
                .sum();
    }

    /** Whether a group of n complete answers is large enough to be one of those that are compared. */
    public static boolean isEnough(FactorModel model, long n) {
        return n >= LEAST_PEOPLE && n > model.parameters();
    }

    /** How far the 構面 are measured alike; none where there are no models. */
    public Optional<Verdict> verdict(FitLimits limits) {
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        Step first = steps.get(0);
        if (first.cfi().number() < limits.cfi() || first.rmsea().number() > limits.rmsea()) {
            return Optional.of(Verdict.MISFIT);
        }
        Verdict held = Verdict.CONFIGURAL;
        for (Step step : steps.subList(1, steps.size())) {
            if (step.deltaCfi().number() < -limits.deltaCfi()) {
                break;
            }
            held = step.level() == Level.SCALAR ? Verdict.SCALAR : Verdict.METRIC;
        }
        return Optional.of(held);
    }

    private static Optional<Value> refusal(FactorModel model, List<GroupMoments> groups) {
        if (groups.size() < 2 || !model.isIdentified() || model.degreesOfFreedom() == 0) {
            return Optional.of(Value.undefined(Reason.NOT_IDENTIFIED));
        }
        for (GroupMoments group : groups) {
            if (group.n() <= model.parameters()) {
                return Optional.of(Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Long.toString(group.n()))));
            }
            Optional<Value> singular = FactorRefusal.ofInverse(group.covariance());
            if (singular.isPresent()) {
                return singular;
            }
        }
        return Optional.empty();
    }

    private static Step step(Level level, double chiSquare, int df, List<GroupMoments> groups, List<Step> before) {
        int items = groups.get(0).items();
        int baselineDf = groups.size() * items * (items - 1) / 2;
        double off = StrictMath.max(0, chiSquare - df);
        Value cfi = Value.of(off == 0 ? 1 : 1 - off / StrictMath.max(off, independence(groups) - baselineDf));
        Value rmsea = Value.of(StrictMath.sqrt(off / (people(groups) * df) * groups.size()));
        Value p = Value.of(ChiSquare.upperTail(chiSquare, df));
        if (before.isEmpty()) {
            Value none = Value.undefined(Reason.NO_DATA);
            return new Step(level, Value.of(chiSquare), df, p, cfi, rmsea, none, 0, none, none, none);
        }
        Step last = before.get(before.size() - 1);
        double more = StrictMath.max(0, chiSquare - last.chiSquare().number());
        int free = df - last.df();
        return new Step(
                level,
                Value.of(chiSquare),
                df,
                p,
                cfi,
                rmsea,
                Value.of(more),
                free,
                Value.of(ChiSquare.upperTail(more, free)),
                Value.of(cfi.number() - last.cfi().number()),
                Value.of(rmsea.number() - last.rmsea().number()));
    }
}
