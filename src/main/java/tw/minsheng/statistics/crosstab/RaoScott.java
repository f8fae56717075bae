package tw.minsheng.statistics.crosstab;

import java.util.Map;
import java.util.Optional;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.ChiSquare;
import tw.minsheng.statistics.distribution.FisherF;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * Whether two questions go together, under a sample design (XT2): Pearson's χ² of the weighted table, corrected by the design
 * effects λ of its contrasts (Rao and Scott 1984); {@code svychisq}. λ are the eigenvalues of
 * (C′D⁻¹C/n)⁻¹·C′D⁻¹VD⁻¹C, with D the shares, V their covariance and C a basis of the interactions.
 *
 * @param x2 未調整: of the weighted table scaled to its rows
 * @param f x2/Σλ, the one for pages, with {@code ndf} = (Σλ)²/Σλ² and {@code ddf} = ndf·df of the design
 * @param p of f
 * @param df (rows − 1)(columns − 1)
 * @param pFirstOrder of x2/mean λ on df degrees of freedom
 * @param n rows of the scaled table
 * @param emptyCells cells without anybody
 */
public record RaoScott(
        Value x2, Value f, Value ndf, Value ddf, Value p, long df, Value pFirstOrder, long n, long emptyCells) {

    /** Of the four cells of a contrast. */
    private static final double[] SIGNS = {1, -1, -1, 1};

    /**
     * Undefined for {@code no_data}, {@code no_variation} (one row or column only), the reasons of the design, and
     * {@code sparse_table} where empty cells leave no test: x2 stays then.
     */
    public static RaoScott of(SurveyTable table) {
        Value known = table.shares().estimates().get(0);
        if (!known.isKnown()) {
            return none(known, known, table);
        }
        if (degrees(table) == 0) {
            Value why = Value.undefined(Reason.NO_VARIATION);
            return none(why, why, table);
        }
        Value x2 = Value.of(chiSquare(table));
        if (!table.shares().status().isKnown()) {
            return none(x2, table.shares().status(), table);
        }
        if (table.df() < 1) {
            return none(x2, Value.undefined(Reason.SINGLE_PSU), table);
        }
        return TableEffects.complete(table)
                .or(() -> correction(table).map(delta -> new TableEffects(delta.trace(), delta.traceOfProduct(delta))))
                .map(effects -> tested(x2, effects, table))
                .orElseGet(() -> none(x2, sparse(table), table));
    }

    private static Value sparse(SurveyTable table) {
        return Value.undefined(Reason.SPARSE_TABLE, Map.of("m", Long.toString(table.emptyCells())));
    }

    /**
     * p of x2 as a sum of λ·χ², its error estimated too, by the saddlepoint approximation (Kuonen 1999); undefined with the reason of
     * the test.
     */
    public static Value saddlepoint(SurveyTable table) {
        RaoScott test = of(table);
        return test.p().isKnown()
                ? Value.of(Saddlepoint.upperTail(
                        test.x2().number(),
                        correction(table).orElseThrow().eigenvalues(),
                        test.ddf().number()))
                : test.p();
    }

    /** λ, largest first; none where the test is undefined. */
    public static double[] effects(SurveyTable table) {
        return of(table).p().isKnown() ? correction(table).orElseThrow().eigenvalues() : new double[0];
    }

    private static RaoScott none(Value x2, Value why, SurveyTable table) {
        return new RaoScott(x2, why, why, why, why, degrees(table), why, table.scale(), table.emptyCells());
    }

    private static long degrees(SurveyTable table) {
        return StrictMath.max(0, table.rowLevels().size() - 1L)
                * StrictMath.max(0, table.columnLevels().size() - 1L);
    }

    private static double chiSquare(SurveyTable table) {
        double sum = 0;
        for (int i = 0; i < table.rowLevels().size(); i++) {
            for (int j = 0; j < table.columnLevels().size(); j++) {
                double expected = table.rowShare(i) * table.columnShare(j);
                double off = table.share(i, j) - expected;
                sum += expected > 0 ? off * off / expected : 0;
            }
        }
        return sum * table.scale();
    }

    private static RaoScott tested(Value x2, TableEffects effects, SurveyTable table) {
        double sum = effects.sum();
        if (!(sum > 0)) {
            return none(x2, Value.undefined(Reason.NO_VARIATION), table);
        }
        double ndf = sum * sum / effects.squares();
        double ddf = ndf * table.df();
        double f = x2.number() / sum;
        double df = degrees(table);
        return new RaoScott(
                x2,
                Value.of(f),
                Value.of(ndf),
                Value.of(ddf),
                Value.of(FisherF.upperTail(f, ndf, ddf)),
                degrees(table),
                Value.of(ChiSquare.upperTail(x2.number() * df / sum, df)),
                table.scale(),
                table.emptyCells());
    }

    /** A symmetric matrix with the eigenvalues λ; nothing when the contrasts cannot be told apart by the cells that have weight. */
    private static Optional<SymmetricMatrix> correction(SurveyTable table) {
        int[][] contrasts = contrasts(table);
        double n = table.scale();
        int k = contrasts.length;
        double[] inverse = inverses(table);
        SymmetricMatrix simple = SymmetricMatrix.of(k, (a, b) -> {
            double sum = 0;
            for (int c = 0; c < SIGNS.length; c++) {
                for (int d = 0; d < SIGNS.length; d++) {
                    boolean same = contrasts[a][c] == contrasts[b][d];
                    sum += same ? SIGNS[c] * SIGNS[d] * inverse[contrasts[a][c]] / n : 0;
                }
            }
            return sum;
        });
        SymmetricMatrix covariance = table.shares().covariance();
        SymmetricMatrix designed = SymmetricMatrix.of(k, (a, b) -> {
            double sum = 0;
            for (int c = 0; c < SIGNS.length; c++) {
                for (int d = 0; d < SIGNS.length; d++) {
                    int i = contrasts[a][c];
                    int j = contrasts[b][d];
                    sum += SIGNS[c] * SIGNS[d] * covariance.at(i, j) * inverse[i] * inverse[j];
                }
            }
            return sum;
        });
        return simple.whiten(designed);
    }

    /** 1/share of each cell, 0 where nobody is. */
    private static double[] inverses(SurveyTable table) {
        return table.shares().estimates().stream()
                .mapToDouble(share -> share.number() == 0 ? 0 : 1 / share.number())
                .toArray();
    }

    /** Interactions: differences of a row from the first, times differences of a column from the first, by their four cells. */
    private static int[][] contrasts(SurveyTable table) {
        int rows = table.rowLevels().size();
        int columns = table.columnLevels().size();
        int[][] contrasts = new int[(rows - 1) * (columns - 1)][];
        for (int a = 1; a < rows; a++) {
            for (int b = 1; b < columns; b++) {
                contrasts[(a - 1) * (columns - 1) + b - 1] = new int[] {0, b, a * columns, a * columns + b};
            }
        }
        return contrasts;
    }
}
