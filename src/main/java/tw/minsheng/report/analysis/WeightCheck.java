package tw.minsheng.report.analysis;

/**
 * One thing that must be known before answers are weighted.
 *
 * @param variable that it is about
 * @param category code of the category, "" where it is about the whole variable
 * @param n answers; 0 where there are none, or where they are too few to be told
 * @param population of the category, or of the whole variable
 * @param than another variable that it does not agree with, "" for none; {@code other} its population
 */
public record WeightCheck(
        Kind kind, String variable, String category, long n, long population, String than, long other) {

    /** What it is. */
    public enum Kind {
        /** The population has a category that nobody of the sample is in. */
        WITHOUT_SAMPLE(true),
        /** Somebody is in a category that the population file does not have. */
        WITHOUT_POPULATION(true),
        /** Somebody is in a category of which the population file says 0. */
        ZERO_POPULATION(true),
        /** Two variables count different populations. */
        MARGINS_DISAGREE(true),
        /** The answers came with weights of their own. */
        GIVEN_WEIGHTS(true),
        /** Few are in a category. */
        FEW(false),
        /** So few are in a category that their number is not shown. */
        TOO_FEW_TO_SHOW(false),
        /** Some did not tell the variable. */
        NOT_TOLD(false);

        private final boolean blocks;

        Kind(boolean blocks) {
            this.blocks = blocks;
        }

        /** Whether there can be no weights before it is mended. */
        public boolean blocks() {
            return blocks;
        }
    }

    static WeightCheck of(Kind kind, String variable, String category, long n, long population) {
        return new WeightCheck(kind, variable, category, n, population, "", 0);
    }
}
