package tw.minsheng.statistics;

/**
 * How a missing answer stands in a row of doubles. NaN is never used for it: a NaN in a row is a fault of the caller and
 * is refused, so that it cannot spread unseen.
 */
public final class Missing {

    /** Stands for "no valid answer" (not answered, not asked, or a missing code such as 不知道). */
    public static final double ANSWER = -Double.MAX_VALUE;

    private Missing() {}

    public static boolean is(double answer) {
        return answer == ANSWER;
    }

    /** The answer itself. @throws IllegalArgumentException when it is NaN or infinite */
    public static double checked(double answer) {
        if (Double.isNaN(answer) || Double.isInfinite(answer)) {
            throw new IllegalArgumentException("an answer is a finite number or Missing.ANSWER, not " + answer);
        }
        return answer;
    }
}
