package tw.minsheng.statistics.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tw.minsheng.statistics.sampling.LonelyRule;
import tw.minsheng.statistics.sampling.Population;

/**
 * 24 people drawn from two strata of 60 and 110, with answers, for the tests of procedures that take a sample by rows. What R's
 * survey 4.1-1 says of them stands in the tests.
 */
public final class StratifiedRows {

    private static final double[] W = {
        1.5, 2, 2.5, 3, 1, 2, 4, 1.2, 2.2, 3.1, 1.7, 5, 4.5, 6, 3.5, 4, 5.5, 2.5, 3.3, 4.4, 2.9, 6.1, 1.9, 3.6
    };
    private static final double[] Y = {3, 7, 5, 9, 4, 8, 6, 10, 2, 11, 5, 12, 1, 6, 14, 9, 3, 8, 13, 7, 4, 10, 15, 6};
    private static final double[] X = {1, 3, 2, 5, 2, 4, 4, 6, 1, 5, 3, 7, 1, 2, 6, 5, 2, 3, 7, 4, 2, 6, 8, 3};
    private static final int[] G = {0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 0, 0, 1, 1, 0, 1, 0, 1, 0, 1, 0, 0};
    private static final int[] H = {0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 2, 1, 0};
    private static final double[] B = {0, 1, 0, 1, 0, 0, 1, 1, 0, 1, 0, 1, 0, 1, 1, 0, 0, 0, 1, 1, 0, 1, 1, 0};
    public static final int N = 24;

    private StratifiedRows() {}

    public static double[] w() {
        return W.clone();
    }

    public static double[] y() {
        return Y.clone();
    }

    public static double[] x() {
        return X.clone();
    }

    public static int[] g() {
        return G.clone();
    }

    public static int[] h() {
        return H.clone();
    }

    public static double[] b() {
        return B.clone();
    }

    public static RowSample sample() {
        List<Integer> strata = new ArrayList<>();
        List<Population> populations = new ArrayList<>();
        for (int i = 0; i < N; i++) {
            strata.add(i < 11 ? 1 : 2);
            populations.add(Population.of(i < 11 ? 60 : 110));
        }
        Stage stage = new Stage(strata, IntStream.range(0, N).boxed().toList(), populations);
        return RowSample.of(W, List.of(stage), LonelyRule.ADJUST);
    }

    /** One person, who is all of the sample. */
    public static RowSample single() {
        Stage stage = new Stage(List.of(0), List.of(0), List.of(Population.unlimited()));
        return RowSample.of(new double[] {2}, List.of(stage), LonelyRule.ADJUST);
    }

    /** Everybody of a population of 24. */
    public static RowSample census() {
        List<Integer> zeros = IntStream.range(0, N).mapToObj(i -> 0).toList();
        List<Population> all =
                IntStream.range(0, N).mapToObj(i -> Population.of(N)).toList();
        Stage stage = new Stage(zeros, IntStream.range(0, N).boxed().toList(), all);
        double[] ones = new double[N];
        Arrays.fill(ones, 1);
        return RowSample.of(ones, List.of(stage), LonelyRule.ADJUST);
    }

    public static boolean[] all() {
        boolean[] all = new boolean[N];
        Arrays.fill(all, true);
        return all;
    }
}
