package tw.minsheng.statistics.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Draws with probability proportional to size (規模比例機率抽樣, PPS), systematic in the order of the frame (DR3; Madow 1949;
 * R {@code sampling::inclusionprobabilities}).
 *
 * @param probabilities π of each unit, in (0, 1]; their sum is n
 */
public record SizeDraw(List<Double> probabilities) {

    /** A sum of probabilities falls short of a whole number by less. */
    private static final double SLACK = 1e-12;

    public SizeDraw {
        probabilities = List.copyOf(probabilities);
    }

    /**
     * π = n·x/Σx; where that reaches 1 the unit is certain, and the others share what is left.
     *
     * @param sizes x of each unit, finite and above 0
     * @param n 1 to the number of units
     * @throws IllegalArgumentException when a size or n is outside
     */
    public static SizeDraw of(double[] sizes, int n) {
        if (n < 1 || n > sizes.length || !Arrays.stream(sizes).allMatch(x -> x > 0 && Double.isFinite(x))) {
            throw new IllegalArgumentException("n of 1 to the units, and sizes above 0");
        }
        double[] shares = new double[sizes.length];
        boolean[] certain = new boolean[sizes.length];
        int before = -1;
        int taken = 0;
        while (taken != before) {
            before = taken;
            taken = share(sizes, certain, n - taken, shares);
        }
        return new SizeDraw(Arrays.stream(shares).boxed().toList());
    }

    /** Shares n among the units that are not certain, and says how many are now. */
    private static int share(double[] sizes, boolean[] certain, int n, double[] shares) {
        double sum = 0;
        for (int i = 0; i < sizes.length; i++) {
            sum += certain[i] ? 0 : sizes[i];
        }
        int taken = 0;
        for (int i = 0; i < sizes.length; i++) {
            shares[i] = certain[i] ? 1 : Math.min(1, n * (sizes[i] / sum));
        }
        for (int i = 0; i < sizes.length; i++) {
            certain[i] |= shares[i] >= 1;
            taken += certain[i] ? 1 : 0;
        }
        return taken;
    }

    /** Units with π = 1, counted from 0. */
    public int[] certain() {
        return IntStream.range(0, probabilities.size())
                .filter(i -> probabilities.get(i) >= 1 - SLACK)
                .toArray();
    }

    /**
     * Unit k wins where a step of 1 from u falls into its part of Σπ.
     *
     * @param u start, in [0, 1)
     * @return units drawn, counted from 0, ascending
     * @throws IllegalArgumentException when u is outside
     */
    public int[] draw(double u) {
        if (!(u >= 0 && u < 1)) {
            throw new IllegalArgumentException("a start in [0, 1)");
        }
        List<Integer> drawn = new ArrayList<>();
        double sum = 0;
        for (int k = 0; k < probabilities.size(); k++) {
            double next = sum + probabilities.get(k);
            if (StrictMath.floor(next - u + SLACK) > StrictMath.floor(sum - u + SLACK)) {
                drawn.add(k);
            }
            sum = next;
        }
        return drawn.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * π_kl, the probability that both are drawn, for every start u alike; the diagonal is π (R {@code sampling::UPsystematicpi2}).
     * Between two units that cannot come together it is 0, and no variance can be estimated without bias. Shape N × N: for plans of some hundred units.
     */
    public double[][] joint() {
        int units = probabilities.size();
        double[][] joint = new double[units][units];
        double[] borders = borders();
        for (int i = 1; i < borders.length; i++) {
            double length = borders[i] - borders[i - 1];
            if (length > SLACK) {
                for (int k : draw(borders[i - 1] + length / 2)) {
                    for (int l : draw(borders[i - 1] + length / 2)) {
                        joint[k][l] += length;
                    }
                }
            }
        }
        return joint;
    }

    /** The starts at which the units drawn change. */
    private double[] borders() {
        List<Double> borders = new ArrayList<>();
        double sum = 0;
        for (double probability : probabilities) {
            sum += probability;
            borders.add(sum - StrictMath.floor(sum));
        }
        return DoubleStream.concat(DoubleStream.of(0, 1), borders.stream().mapToDouble(Double::doubleValue))
                .sorted()
                .toArray();
    }
}
