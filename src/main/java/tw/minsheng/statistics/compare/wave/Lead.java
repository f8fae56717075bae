package tw.minsheng.statistics.compare.wave;

/** The lead of one answer over another of the same question (WV2). */
public final class Lead {

    private Lead() {}

    /**
     * p₁ − p₂ with se = √(deff·(p₁ + p₂ − (p₁ − p₂)²)/n), the covariance of a multinomial (Kish 1965): the margin of a lead is
     * neither that of one share nor twice it.
     *
     * @param first share of one answer, in [0, 1]
     * @param second share of another; together 1 at most
     * @param n valid answers, 1 or more
     * @param deff design effect, above 0; 1 without a design
     * @throws IllegalArgumentException when a number is out of its range
     */
    public static NormalTest of(double first, double second, double n, double deff, double level) {
        if (!(first >= 0 && second >= 0 && first + second <= 1 + 1e-12 && n >= 1 && deff > 0)) {
            throw new IllegalArgumentException("no two shares of one question: " + first + ", " + second);
        }
        double lead = first - second;
        double variance = deff * StrictMath.max(0, first + second - lead * lead) / n;
        return NormalTest.of(lead, StrictMath.sqrt(variance), level);
    }
}
