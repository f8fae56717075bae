package tw.minsheng.statistics.distribution;

/**
 * The distribution of the range of several standard normal numbers over an independent standard deviation; {@code ptukey} and
 * {@code qtukey}. Both integrals (Copenhaver and Holland 1988) are taken by the trapezoidal rule over the whole line, which
 * converges faster than any power of its step where the function dies away smoothly on both sides; the tail is integrated
 * itself, never 1 − cdf.
 */
public final class StudentizedRange {

    /** Step and end of the integral over the largest of the numbers. */
    private static final double STEP = .25;

    private static final double END = 9;

    /** A term this much smaller than the sum no longer counts. */
    private static final double NOTHING = 1e-18;

    private final int groups;
    private final double df;

    private StudentizedRange(int groups, double df) {
        if (groups < 2) {
            throw new IllegalArgumentException("a range needs 2 groups: " + groups);
        }
        Inversion.checkPositive(df, "df");
        this.groups = groups;
        this.df = df;
    }

    /**
     * P(Q > q).
     *
     * @param groups 2 or more
     * @param df positive, need not be whole
     */
    public static double upperTail(double q, int groups, double df) {
        return new StudentizedRange(groups, df).tail(q);
    }

    /** The q with P(Q ≤ q) = p, 0 &lt; p &lt; 1. */
    public static double quantile(double p, int groups, double df) {
        Inversion.checkProbability(p);
        StudentizedRange range = new StudentizedRange(groups, df);
        return Inversion.solveFalling(range::tail, 1 - p);
    }

    /** The mean of the range's tail over ln s, s the standard deviation: its density is e^(df·u − df·e^(2u)/2) times a constant. */
    private double tail(double q) {
        if (q <= 0) {
            return 1;
        }
        double step = StrictMath.min(.6 / StrictMath.sqrt(2 * df), .15);
        double centre = .5 * StrictMath.log(df / (df + q * q / 2));
        double[] sums = new double[2];
        for (int i = 0; ; i++) {
            if (!add(i * step, q, sums)) {
                break;
            }
        }
        for (int i = 1; ; i++) {
            if (!add(-i * step, q, sums) && -i * step < centre) {
                break;
            }
        }
        return StrictMath.min(1, sums[1] / sums[0]);
    }

    /** Adds one term to the sums of the density and of the tail; whether it counted. */
    private boolean add(double u, double q, double[] sums) {
        double density = StrictMath.exp(df * u - df * StrictMath.expm1(2 * u) / 2);
        double term = density * rangeTail(q * StrictMath.exp(u));
        sums[0] += density;
        sums[1] += term;
        return density > sums[0] * NOTHING || term > sums[1] * NOTHING;
    }

    /** P(range > w) = k ∫ φ(z) (Φ(z)^(k−1) − (Φ(z) − Φ(z − w))^(k−1)) dz, z the largest of the k numbers. */
    private double rangeTail(double w) {
        double sum = 0;
        for (double z = -END; z <= END + w / 2; z += STEP) {
            double below = Normal.lowerTail(z);
            double away = Normal.lowerTail(z - w);
            // at a distance of nothing, rounding may leave more away than below
            double inside = StrictMath.min(1, away / below);
            double none = StrictMath.expm1((groups - 1) * StrictMath.log1p(-inside));
            sum -= Normal.density(z) * StrictMath.pow(below, groups - 1) * none;
        }
        return groups * STEP * sum;
    }
}
