package tw.minsheng.statistics.regress;

import org.apache.commons.math3.util.FastMath;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * Likelihood of ordered answers, Σw·ln(F(θ_k − x′β) − F(θ_(k−1) − x′β)), with its slopes. Parameters are the coefficients β and,
 * after them, the thresholds θ from the lowest on.
 */
final class OrdinalLikelihood {

    private final CumulativeLink link;
    private final double[][] predictors;
    private final int[] answers;
    private final int slopes;
    private final int thresholds;

    /** @param answers by row, from 0 to {@code categories} − 1 */
    OrdinalLikelihood(CumulativeLink link, double[][] predictors, int[] answers, int categories) {
        this.link = link;
        this.predictors = predictors;
        this.answers = answers;
        this.slopes = predictors[0].length;
        this.thresholds = categories - 1;
    }

    int size() {
        return slopes + thresholds;
    }

    /** x′β of a row. */
    double along(int row, double[] parameters) {
        double sum = 0;
        for (int j = 0; j < slopes; j++) {
            sum += predictors[row][j] * parameters[j];
        }
        return sum;
    }

    /** Minus infinity where an answer cannot be. */
    double value(double[] parameters, double[] weights) {
        double sum = 0;
        for (int i = 0; i < answers.length; i++) {
            if (weights[i] > 0) {
                double part = new Row(i, parameters).part;
                sum += part > 0 ? weights[i] * FastMath.log(part) : Double.NEGATIVE_INFINITY;
            }
        }
        return sum;
    }

    /** Slopes of one row's ln(part) by the parameters. */
    double[] score(int row, double[] parameters) {
        Row at = new Row(row, parameters);
        double[] score = new double[size()];
        at.add(score, at.upper, at.upperDensity / at.part);
        at.add(score, at.lower, -at.lowerDensity / at.part);
        return score;
    }

    double[] gradient(double[] parameters, double[] weights) {
        double[] sum = new double[size()];
        for (int i = 0; i < answers.length; i++) {
            if (weights[i] > 0) {
                double[] score = score(i, parameters);
                for (int j = 0; j < sum.length; j++) {
                    sum[j] += weights[i] * score[j];
                }
            }
        }
        return sum;
    }

    /** Minus the second slopes, as they are at the parameters (the observed information). */
    SymmetricMatrix information(double[] parameters, double[] weights) {
        int k = size();
        double[][] sum = new double[k][k];
        for (int i = 0; i < answers.length; i++) {
            if (weights[i] > 0) {
                new Row(i, parameters).addInformation(sum, weights[i]);
            }
        }
        return SymmetricMatrix.of(sum);
    }

    /** Where the two borders of a row's answer lie. A border beyond the last category is no threshold (−1). */
    private final class Row {
        private final int row;
        private final int upper;
        private final int lower;
        private final double part;
        private final double upperDensity;
        private final double lowerDensity;
        private final double upperSlope;
        private final double lowerSlope;

        Row(int row, double[] parameters) {
            this.row = row;
            this.upper = answers[row] < thresholds ? answers[row] : -1;
            this.lower = answers[row] - 1;
            double along = along(row, parameters);
            double above = upper < 0 ? Double.POSITIVE_INFINITY : parameters[slopes + upper] - along;
            double below = lower < 0 ? Double.NEGATIVE_INFINITY : parameters[slopes + lower] - along;
            this.part = link.between(below, above);
            this.upperDensity = upper < 0 ? 0 : link.density(above);
            this.lowerDensity = lower < 0 ? 0 : link.density(below);
            this.upperSlope = upper < 0 ? 0 : link.slope(above);
            this.lowerSlope = lower < 0 ? 0 : link.slope(below);
        }

        /** Adds c·(−x, e) of a border. */
        void add(double[] sum, int border, double c) {
            if (border < 0) {
                return;
            }
            for (int j = 0; j < slopes; j++) {
                sum[j] -= c * predictors[row][j];
            }
            sum[slopes + border] += c;
        }

        void addInformation(double[][] sum, double weight) {
            double a = upperDensity / part;
            double b = lowerDensity / part;
            double[] ofUpper = direction(upper);
            double[] ofLower = direction(lower);
            double upperTwice = a * a - upperSlope / part;
            double lowerTwice = b * b + lowerSlope / part;
            for (int i = 0; i < sum.length; i++) {
                for (int j = 0; j <= i; j++) {
                    sum[i][j] += weight
                            * (upperTwice * ofUpper[i] * ofUpper[j]
                                    + lowerTwice * ofLower[i] * ofLower[j]
                                    - a * b * (ofUpper[i] * ofLower[j] + ofLower[i] * ofUpper[j]));
                }
            }
        }

        private double[] direction(int border) {
            double[] direction = new double[size()];
            add(direction, border, 1);
            return direction;
        }
    }
}
