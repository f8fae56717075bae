package tw.minsheng.statistics.factor;

/**
 * Factors after they were turned, canonical: columns of the pattern by falling sum of squares, each with a sum of 0 or more.
 *
 * @param pattern items × factors
 * @param correlations factors × factors; the identity when they stay at right angles
 * @param structure pattern × correlations: correlations of items with factors
 * @param criterion what was minimised, 0 where the method has none; smaller is better
 * @param gradient length of the gradient that was left, 0 where the method has none
 */
public record Rotation(
        FactorMatrix pattern, FactorMatrix correlations, FactorMatrix structure, double criterion, double gradient) {

    static Rotation orthogonal(FactorMatrix loadings) {
        FactorMatrix canonical = loadings.canonical();
        return new Rotation(canonical, FactorMatrix.identity(loadings.columns()), canonical, 0, 0);
    }

    static Rotation oblique(FactorMatrix pattern, FactorMatrix correlations, double criterion, double gradient) {
        FactorMatrix.Arrangement arrangement = pattern.arrangement();
        FactorMatrix columns = arrangement.columnsOf(pattern);
        FactorMatrix both = arrangement.bothOf(correlations);
        return new Rotation(columns, both, columns.times(both), criterion, gradient);
    }
}
