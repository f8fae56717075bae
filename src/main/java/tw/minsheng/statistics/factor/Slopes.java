package tw.minsheng.statistics.factor;

import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * Derivatives of an implied covariance matrix by loadings, uniquenesses and correlations of factors. Each is u·vᵀ + v·uᵀ, so that
 * gradient and information need products of vectors only: tr(A(uvᵀ + vuᵀ)A(wzᵀ + zwᵀ)) = 2[(uᵀAz)(vᵀAw) + (uᵀAw)(vᵀAz)].
 */
final class Slopes {

    private static final double HALF_ROOT = StrictMath.sqrt(.5);

    private final int items;
    private final double[][] first;
    private final double[][] second;

    /** @param x loadings, uniquenesses, then correlations of the factors row by row below the diagonal */
    Slopes(FactorModel model, double[] x) {
        this.items = model.items();
        this.first = new double[x.length][items];
        this.second = new double[x.length][items];
        for (int k = 0; k < items; k++) {
            first[k][k] = 1;
            for (int j = 0; j < items; j++) {
                second[k][j] = x[j] * phi(model, x, model.of(k), model.of(j));
            }
            first[items + k][k] = HALF_ROOT;
            second[items + k][k] = HALF_ROOT;
        }
        int at = 2 * items;
        for (int a = 1; a < model.factors(); a++) {
            for (int b = 0; b < a; b++) {
                for (int i : model.itemsOf(a)) {
                    first[at][i] = x[i];
                }
                for (int i : model.itemsOf(b)) {
                    second[at][i] = x[i];
                }
                at++;
            }
        }
    }

    private static double phi(FactorModel model, double[] x, int a, int b) {
        if (a == b) {
            return 1;
        }
        int high = StrictMath.max(a, b);
        return x[2 * model.items() + high * (high - 1) / 2 + StrictMath.min(a, b)];
    }

    /** tr(W·slope) for each parameter, W symmetric. */
    double[] gradient(double[][] weight) {
        double[] gradient = new double[first.length];
        for (int a = 0; a < gradient.length; a++) {
            gradient[a] = 2 * dot(first[a], times(weight, second[a]));
        }
        return gradient;
    }

    /** tr(A·slope·A·slope) for each pair of parameters, A the inverse of the implied matrix. */
    double[][] information(SymmetricMatrix inverse) {
        double[][] matrix = inverse.toArray();
        int size = first.length;
        double[][] turnedFirst = new double[size][];
        double[][] turnedSecond = new double[size][];
        for (int a = 0; a < size; a++) {
            turnedFirst[a] = times(matrix, first[a]);
            turnedSecond[a] = times(matrix, second[a]);
        }
        double[][] information = new double[size][size];
        for (int a = 0; a < size; a++) {
            for (int b = 0; b <= a; b++) {
                double across = dot(first[a], turnedSecond[b]) * dot(second[a], turnedFirst[b]);
                double along = dot(first[a], turnedFirst[b]) * dot(second[a], turnedSecond[b]);
                information[a][b] = 2 * (across + along);
                information[b][a] = information[a][b];
            }
        }
        return information;
    }

    private double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[items];
        for (int i = 0; i < items; i++) {
            product[i] = dot(matrix[i], vector);
        }
        return product;
    }

    private double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < items; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
