package tw.minsheng.statistics.estimate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Covariances n/(n−1)·Σw(x−x̄)(y−ȳ)/Σw of every two of k variables, k·k numbers row by row, the means taken anew for each set
 * of weights. In the influence the means drop out, because the sums of distances from them are 0.
 */
final class ProductStatistic implements Statistic {

    private final List<double[]> variables;
    private final boolean[] inside;
    private final long n;

    ProductStatistic(List<double[]> variables, boolean[] inside, long n) {
        this.variables = variables;
        this.inside = inside;
        this.n = n;
    }

    @Override
    public Optional<double[]> of(double[] weights) {
        return products(weights).flatMap(products -> products.of(weights));
    }

    @Override
    public double[][] influences(double[] weights) {
        return products(weights).orElseThrow().influences(weights);
    }

    private Optional<MeanStatistic> products(double[] weights) {
        List<boolean[]> same = Collections.nCopies(variables.size(), inside);
        return new MeanStatistic(variables, same).of(weights).map(this::aboutMeans);
    }

    private MeanStatistic aboutMeans(double[] means) {
        int k = variables.size();
        List<double[]> products = new ArrayList<>();
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < k; b++) {
                double[] product = new double[inside.length];
                for (int i = 0; i < product.length; i++) {
                    double first = variables.get(a)[i] - means[a];
                    double second = variables.get(b)[i] - means[b];
                    product[i] = inside[i] ? first * second * n / (n - 1) : 0;
                }
                products.add(product);
            }
        }
        return new MeanStatistic(products, Collections.nCopies(k * k, inside));
    }
}
