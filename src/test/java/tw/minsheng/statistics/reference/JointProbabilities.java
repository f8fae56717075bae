package tw.minsheng.statistics.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import tw.minsheng.statistics.draw.SizeDraw;

/**
 * Joint inclusion probabilities of draws that the product does not make (R {@code sampling}): Sampford, elimination by Tillé,
 * maximum entropy; and of the one that it makes.
 */
final class JointProbabilities {

    /** R's stop rule. */
    private static final double STILL = 1e-6;

    void addTo(Map<String, Interpreter.Function> table) {
        table.put("UPsystematicpi2", call -> tree(new SizeDraw(call.vector(0).numbers()).joint()));
        table.put("UPsampfordpi2", call -> tree(sampford(call.vector(0).doubles())));
        table.put("UPtillepi2", call -> tree(eliminated(call.vector(0).doubles())));
        table.put("UPmaxentropypi2", call -> tree(entropy(call.vector(0).doubles())));
    }

    private static Object tree(double[][] joint) {
        return Tree.object()
                .set("values", Tree.array(joint.length, i -> Tree.array(joint.length, j -> Tree.of(joint[i][j]))));
    }

    private static int size(double[] inclusion) {
        return (int) Math.round(Arrays.stream(inclusion).sum());
    }

    /** P(s) ∝ Πλ·(n − Σπ), λ = π/(1 − π): over all samples. */
    private static double[][] sampford(double[] inclusion) {
        int n = size(inclusion);
        return overSamples(inclusion.length, n, sample -> {
            double chance = 1;
            double left = n;
            for (int unit : sample) {
                chance *= inclusion[unit] / (1 - inclusion[unit]);
                left -= inclusion[unit];
            }
            return chance * left;
        });
    }

    private static double[][] overSamples(int units, int n, ToDoubleFunction<List<Integer>> chance) {
        double[][] joint = new double[units][units];
        double all = 0;
        for (int set = 0; set < 1 << units; set++) {
            if (Integer.bitCount(set) != n) {
                continue;
            }
            List<Integer> sample = new ArrayList<>();
            for (int unit = 0; unit < units; unit++) {
                if ((set & 1 << unit) != 0) {
                    sample.add(unit);
                }
            }
            double own = chance.applyAsDouble(sample);
            all += own;
            sample.forEach(k -> sample.forEach(l -> joint[k][l] += own));
        }
        for (double[] row : joint) {
            for (int l = 0; l < units; l++) {
                row[l] /= all;
            }
        }
        return joint;
    }

    /** One unit after the other is left out, with chances that make a sample of each size proportional to size. */
    private static double[][] eliminated(double[] inclusion) {
        int units = inclusion.length;
        double[][] joint = new double[units][units];
        Arrays.stream(joint).forEach(row -> Arrays.fill(row, 1));
        double[] before = new double[units];
        Arrays.fill(before, 1);
        for (int size = units - 1; size >= size(inclusion); size--) {
            double[] next = SizeDraw.of(inclusion, size).probabilities().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            for (int k = 0; k < units; k++) {
                for (int l = 0; l < units; l++) {
                    joint[k][l] *= next[k] / before[k] + next[l] / before[l] - 1;
                }
            }
            before = next;
        }
        for (int k = 0; k < units; k++) {
            joint[k][k] = inclusion[k];
        }
        return joint;
    }

    /**
     * P(s) ∝ Πw, with w that give the inclusion probabilities: to R's stop rule, and pairs from those weights as R has them (Chen,
     * Dempster and Liu 1994); pairs of equal units share what is left.
     */
    private static double[][] entropy(double[] inclusion) {
        double[] chances = inclusion.clone();
        double moved = 1;
        while (moved > STILL) {
            double[] odds = odds(chances);
            double[][] joint = overSamples(
                    inclusion.length,
                    size(inclusion),
                    sample -> sample.stream().mapToDouble(unit -> odds[unit]).reduce(1, (a, b) -> a * b));
            moved = 0;
            for (int k = 0; k < chances.length; k++) {
                chances[k] += inclusion[k] - joint[k][k];
                moved += Math.abs(inclusion[k] - joint[k][k]);
            }
        }
        return pairs(inclusion, odds(chances));
    }

    private static double[] odds(double[] chances) {
        return Arrays.stream(chances).map(p -> p / (1 - p)).toArray();
    }

    private static double[][] pairs(double[] inclusion, double[] odds) {
        int n = size(inclusion);
        int units = inclusion.length;
        double[][] joint = new double[units][units];
        for (int k = 0; k < units; k++) {
            double told = inclusion[k];
            int equal = 0;
            for (int l = 0; l < units; l++) {
                boolean isOther = inclusion[k] != inclusion[l];
                joint[k][l] = isOther
                        ? (inclusion[k] * odds[l] - inclusion[l] * odds[k]) / (odds[l] - odds[k])
                        : inclusion[k];
                told += isOther ? joint[k][l] : 0;
                equal += isOther || k == l ? 0 : 1;
            }
            for (int l = 0; l < units; l++) {
                if (k != l && inclusion[k] == inclusion[l]) {
                    joint[k][l] = (n * inclusion[k] - told) / equal;
                }
            }
        }
        return joint;
    }
}
