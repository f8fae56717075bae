package tw.minsheng.statistics.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;

/** Two measures of the same people. R 4.2: {@code cor.test}. */
class AssociationTest {

    private static final double[] X = {3, 5, 4, 2, 5, 4, 1, 3};
    private static final double[] Y = {2, 5, 3, 2, 3, 1, 2, 4};

    private static void close(double expected, double found) {
        assertEquals(expected, found, 1e-12);
    }

    @Test
    void pearsonWithItsIntervalIsThatOfR() {
        Association found = Association.pearson(X, Y, .9);
        assertEquals(8, found.n());
        close(.45520018366341547, found.r().number());
        close(1.2522706649050825, found.t().number());
        close(.25707162622452556, found.p().number());
        close(-.23961039589316915, found.interval().lower().number());
        close(.8416606046203301, found.interval().upper().number());
    }

    @Test
    void ranksGoTogetherAsInR() {
        Association spearman = Association.spearman(X, Y);
        close(.47503711372432117, spearman.r().number());
        close(.23423037124256701, spearman.p().number());
        assertEquals(Optional.of(Reason.NO_DATA), spearman.interval().lower().reason());
        close(.3674234614174767, Association.kendall(X, Y).number());
    }

    /** Knight's sorted count against each pair by itself, with many ties. */
    @Test
    void kendallIsTheCountOfAllPairs() {
        Random random = new Random(45);
        for (int set = 0; set < 200; set++) {
            int n = 2 + random.nextInt(12);
            double[] x = random.ints(n, 0, 4).asDoubleStream().toArray();
            double[] y = random.ints(n, 0, 4).asDoubleStream().toArray();
            double sum = 0;
            double first = 0;
            double second = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    double a = Math.signum(x[i] - x[j]);
                    double b = Math.signum(y[i] - y[j]);
                    sum += a * b;
                    first += a * a;
                    second += b * b;
                }
            }
            if (first > 0 && second > 0) {
                close(sum / Math.sqrt(first * second), Association.kendall(x, y).number());
            } else {
                assertEquals(
                        Optional.of(Reason.NO_VARIATION),
                        Association.kendall(x, y).reason());
            }
        }
    }

    @Test
    void fewPairsAndPerfectOnesSayWhatTheyLack() {
        double[] two = {1, 2};
        double[] three = {1, 2, 4};
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                Association.pearson(two, two, .95).r().reason());
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                Association.kendall(new double[1], new double[1]).reason());
        assertEquals(1, Association.kendall(two, two).number());
        Association short3 = Association.pearson(three, new double[] {1, 5, 2}, .95);
        assertEquals(Optional.of(Reason.N_TOO_SMALL), short3.interval().lower().reason());
        Association perfect = Association.pearson(X, X, .95);
        assertEquals(1, perfect.r().number());
        assertEquals(0, perfect.p().number());
        assertEquals(Optional.of(Reason.SINGULAR_MATRIX), perfect.t().reason());
        assertEquals(
                Optional.of(Reason.INTERVAL_OUTSIDE_RANGE),
                perfect.interval().lower().reason());
        double[] same = {2, 2, 2, 2, 2, 2, 2, 2};
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                Association.pearson(X, same, .95).r().reason());
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                Association.pearson(same, X, .95).p().reason());
    }
}
