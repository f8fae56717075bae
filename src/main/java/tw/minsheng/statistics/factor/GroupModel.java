package tw.minsheng.statistics.factor;

import java.util.ArrayList;
import java.util.List;
import tw.minsheng.statistics.factor.Invariance.Level;

/**
 * Which number of a list of parameters stands for what in which group. Factor variances are 1 and factor means 0 in the first group; in
 * the others variances are free once loadings are equal, and means once intercepts are, too. Without equal intercepts the means
 * of the items are fitted exactly and stay out of the model.
 */
final class GroupModel {

    private static final int FIXED = -1;

    private final FactorModel model;
    private final int groups;
    private final Level level;
    private final List<int[]> loadings = new ArrayList<>();
    private final List<int[]> uniquenesses = new ArrayList<>();
    private final List<int[][]> spreads = new ArrayList<>();
    private final List<int[]> factorMeans = new ArrayList<>();
    private final int[] intercepts;
    private final int parameters;

    GroupModel(FactorModel model, int groups, Level level) {
        this.model = model;
        this.groups = groups;
        this.level = level;
        boolean equal = level != Level.CONFIGURAL;
        int next = 0;
        for (int g = 0; g < groups; g++) {
            loadings.add(equal && g > 0 ? loadings.get(0) : from(next, model.items()));
            next += equal && g > 0 ? 0 : model.items();
            uniquenesses.add(from(next, model.items()));
            next += model.items();
            int[][] spread = new int[model.factors()][model.factors()];
            for (int a = 0; a < model.factors(); a++) {
                for (int b = 0; b <= a; b++) {
                    boolean fixed = a == b && !(equal && g > 0);
                    spread[a][b] = fixed ? FIXED : next++;
                    spread[b][a] = spread[a][b];
                }
            }
            spreads.add(spread);
        }
        this.intercepts = from(next, hasMeans() ? model.items() : 0);
        next += intercepts.length;
        for (int g = 0; g < groups; g++) {
            int[] means = from(next, hasMeans() && g > 0 ? model.factors() : 0);
            factorMeans.add(means);
            next += means.length;
        }
        this.parameters = next;
    }

    private static int[] from(int first, int count) {
        int[] places = new int[count];
        for (int i = 0; i < count; i++) {
            places[i] = first + i;
        }
        return places;
    }

    boolean hasMeans() {
        return level == Level.SCALAR;
    }

    FactorModel factors() {
        return model;
    }

    int parameters() {
        return parameters;
    }

    int degreesOfFreedom() {
        int items = model.items();
        int known = groups * (items * (items + 1) / 2 + (hasMeans() ? items : 0));
        return known - parameters;
    }

    /** Place of the loading of an item. */
    int loading(int group, int item) {
        return loadings.get(group)[item];
    }

    int uniqueness(int group, int item) {
        return uniquenesses.get(group)[item];
    }

    /** Place of a variance or covariance of factors; whether it is fixed tells {@link #isFixed}. */
    int spread(int group, int a, int b) {
        return spreads.get(group)[a][b];
    }

    boolean isFixed(int group, int a, int b) {
        return spread(group, a, b) == FIXED;
    }

    double spreadOf(double[] x, int group, int a, int b) {
        return isFixed(group, a, b) ? 1 : x[spread(group, a, b)];
    }

    int intercept(int item) {
        return intercepts[item];
    }

    boolean hasFactorMeans(int group) {
        return factorMeans.get(group).length > 0;
    }

    int factorMean(int group, int factor) {
        return factorMeans.get(group)[factor];
    }

    double factorMeanOf(double[] x, int group, int factor) {
        return hasFactorMeans(group) ? x[factorMean(group, factor)] : 0;
    }
}
