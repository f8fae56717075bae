package tw.minsheng.dataset.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tw.minsheng.kernel.Problem;
import tw.minsheng.statistics.sampling.Allotment;

/** The strata of a frame in the order of their names, by code point. */
final class Strata {

    private final List<String> names;
    private final int[] ofRows;
    private final long[] sizes;
    private final double[] spreads;

    private Strata(List<String> names, int[] ofRows, long[] sizes, double[] spreads) {
        this.names = names;
        this.ofRows = ofRows;
        this.sizes = sizes;
        this.spreads = spreads;
    }

    static Strata of(SamplingFrame frame) {
        Map<String, Integer> places = new TreeMap<>(CodePoints.ORDER);
        frame.groups().forEach(group -> places.put(group, 0));
        List<String> names = List.copyOf(places.keySet());
        IntStream.range(0, names.size()).forEach(h -> places.put(names.get(h), h));
        int[] ofRows = frame.groups().stream().mapToInt(places::get).toArray();
        long[] sizes = new long[names.size()];
        for (int h : ofRows) {
            sizes[h]++;
        }
        return new Strata(names, ofRows, sizes, spreads(frame, ofRows, sizes));
    }

    /** Stratum of each row, counted from 0. */
    int[] ofRows() {
        return ofRows.clone();
    }

    /**
     * S_h of the measure with the divisor N_h − 1; 0 in a stratum of one unit, or where there is no measure. In two passes, so
     * that large numbers of little spread keep their digits.
     */
    private static double[] spreads(SamplingFrame frame, int[] ofRows, long[] sizes) {
        double[] means = new double[sizes.length];
        double[] spreads = new double[sizes.length];
        if (frame.measures().isEmpty()) {
            return spreads;
        }
        for (int row = 0; row < ofRows.length; row++) {
            means[ofRows[row]] += frame.measures().get(row) / sizes[ofRows[row]];
        }
        for (int row = 0; row < ofRows.length; row++) {
            double off = frame.measures().get(row) - means[ofRows[row]];
            spreads[ofRows[row]] += off * off;
        }
        for (int h = 0; h < sizes.length; h++) {
            spreads[h] = sizes[h] > 1 ? StrictMath.sqrt(spreads[h] / (sizes[h] - 1)) : 0;
        }
        return spreads;
    }

    /** How many of each, no more than it has. */
    List<DrawnSample.Stratum> share(DrawPlan plan) {
        double[] shares = IntStream.range(0, sizes.length)
                .mapToDouble(h -> switch (plan.share()) {
                    case PROPORTIONAL -> sizes[h];
                    case EQUAL -> 1;
                    case NEYMAN -> sizes[h] * spreads[h];
                })
                .toArray();
        Allotment allotment = allotment(shares, plan);
        List<DrawnSample.Stratum> strata = new ArrayList<>();
        for (int h = 0; h < sizes.length; h++) {
            strata.add(new DrawnSample.Stratum(
                    names.get(h),
                    sizes[h],
                    allotment.whole().get(h),
                    allotment.takeAll().contains(h)));
        }
        return strata;
    }

    private Allotment allotment(double[] shares, DrawPlan plan) {
        long floors =
                Arrays.stream(sizes).map(size -> Math.min(size, plan.least())).sum();
        if (floors > plan.size()) {
            throw Problem.of(
                    Problem.Kind.INVALID,
                    "draw.least",
                    Map.of(
                            "size", Integer.toString(plan.size()),
                            "least", Long.toString(plan.least()),
                            "sum", Long.toString(floors)));
        }
        try {
            return Allotment.between(sizes, shares, plan.size(), plan.least());
        } catch (IllegalArgumentException noShare) {
            throw new Problem(Problem.Kind.INVALID, "draw.no_spread", Map.of(), noShare);
        }
    }
}
