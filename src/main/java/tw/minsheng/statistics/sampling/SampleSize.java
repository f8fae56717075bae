package tw.minsheng.statistics.sampling;

import tw.minsheng.statistics.distribution.Normal;

/**
 * How many answers a proportion needs (SS1). Cochran: n0 = z²p(1−p)/e²; with a finite population n0/(1 + (n0−1)/N).
 * Numbers are given raw and rounded up, ⌈x − 1e-9⌉ (S14), because newspapers round to the nearest.
 *
 * @param n0 for an unlimited population
 * @param nFpc with the finite population ({@code n_fpc})
 * @param nDeffAfterFpc deff·n_fpc, the default of the field (OpenEpi; S15)
 * @param nDeffBeforeFpc the correction applied to deff·n0
 * @param responseRate in (0, 1]
 */
public record SampleSize(double n0, double nFpc, double nDeffAfterFpc, double nDeffBeforeFpc, double responseRate) {

    private static final double SLACK = 1e-9;

    /**
     * What is asked of the sample.
     *
     * @param margin half width e, in (0, 1)
     * @param level confidence level, in (0, 1)
     * @param proportion expected p, in (0, 1); .5 is the safe one
     * @param deff design effect, positive
     * @param responseRate in (0, 1]
     */
    public record Plan(
            double margin, double level, double proportion, Population population, double deff, double responseRate) {

        public Plan {
            require("margin", margin, margin < 1);
            require("level", level, level < 1);
            require("proportion", proportion, proportion < 1);
            require("design effect", deff, Double.isFinite(deff));
            require("response rate", responseRate, responseRate <= 1);
        }

        /** 95 %, p = .5, no design effect, everyone answers. */
        public static Plan of(double margin, Population population) {
            return new Plan(margin, .95, .5, population, 1, 1);
        }

        private static void require(String name, double number, boolean inside) {
            if (!(number > 0) || !inside) {
                throw new IllegalArgumentException(name + " out of range: " + number);
            }
        }
    }

    public static SampleSize of(Plan plan) {
        double z = Normal.halfWidth(plan.level());
        double n0 = z * z * plan.proportion() * (1 - plan.proportion()) / (plan.margin() * plan.margin());
        double corrected = plan.population().correctForProportion(n0);
        return new SampleSize(
                n0,
                corrected,
                plan.deff() * corrected,
                plan.population().correctForProportion(plan.deff() * n0),
                plan.responseRate());
    }

    public long n0Int() {
        return roundUp(n0);
    }

    public long nFpcInt() {
        return roundUp(nFpc);
    }

    public long nDeffAfterFpcInt() {
        return roundUp(nDeffAfterFpc);
    }

    public long nDeffBeforeFpcInt() {
        return roundUp(nDeffBeforeFpc);
    }

    /** Invitations for {@link #nDeffAfterFpcInt} answers at the expected response rate ({@code invites_after}). */
    public long invitesAfter() {
        return roundUp(nDeffAfterFpcInt() / responseRate);
    }

    /** Invitations for {@link #nDeffBeforeFpcInt} answers ({@code invites_before}). */
    public long invitesBefore() {
        return roundUp(nDeffBeforeFpcInt() / responseRate);
    }

    /** ⌈x − 1e-9⌉, so that a whole number that came out of a division is not pushed up by its last bit. */
    public static long roundUp(double number) {
        return (long) StrictMath.ceil(number - SLACK);
    }

    /**
     * How many answers a mean needs (SS2): n0 = (z·s/e)², with a finite population n0/(1 + n0/N).
     *
     * @param margin half width, positive, in the units of the answers
     * @param sd standard deviation of the answers, positive
     */
    public static double forMean(double margin, double sd, double level, Population population) {
        if (!(margin > 0) || !(sd > 0)) {
            throw new IllegalArgumentException("margin and standard deviation are positive: " + margin + ", " + sd);
        }
        double root = Normal.halfWidth(level) * sd / margin;
        return population.correctForMean(root * root);
    }

    /** The table of Krejcie and Morgan 1970 (SS3): χ² = 3.841, p = .5, e = .05; it rounds to the nearest. */
    public static double krejcieMorgan(double population) {
        return 3.841 * population * .25 / (.05 * .05 * (population - 1) + 3.841 * .25);
    }

    /** N/(1 + N·e²) of Yamane 1967 (SS3), which is Cochran with z = 2 and p = .5. */
    public static double yamane(double population, double margin) {
        return population / (1 + population * margin * margin);
    }
}
