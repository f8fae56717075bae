package tw.minsheng.statistics.battery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.Warning;
import tw.minsheng.statistics.factor.Confirmatory;
import tw.minsheng.statistics.factor.ConfirmatoryFit;
import tw.minsheng.statistics.factor.Construct;
import tw.minsheng.statistics.factor.FactorModel;
import tw.minsheng.statistics.factor.Omega;
import tw.minsheng.statistics.moments.SymmetricMatrix;
import tw.minsheng.statistics.ordinal.OrderedAnswers;
import tw.minsheng.statistics.ordinal.OrdinalConfirmatory;

/** 驗證性因素分析 of the declared 構面, with 收斂效度 and 區別效度: CF1, CF2, CD1, CD2. Complete rows. */
final class CfaBlock {

    static final String NAME = "cfa";

    /** The uncertainty of all polychoric correlations grows with rows times pairs squared. */
    private static final long MOST_ORDINAL_ROWS = 20_000;

    /** What rounding may carry a correlation beyond 1. */
    private static final double ROUNDING = 1e-9;

    /** What an improper solution spoils. */
    private static final List<String> STANDARDISED = List.of(
            "loadings_std",
            "factor_correlations",
            "r_square",
            "cr_fornell_larcker",
            "ave_fornell_larcker",
            "fornell_larcker_table",
            "fornell_larcker_ok");

    private final Cut cut;
    private final List<String> factors;
    private final List<List<Integer>> members;
    private final Sheet sheet;
    private final List<Value> refusal;
    private final List<ConfirmatoryFit> fit;
    private final List<Confirmatory> solution;

    /** @param declared the 構面 with all their items, which are those of the cut, one 構面 after the other */
    private CfaBlock(Cut cut, Map<String, List<String>> declared) {
        this.cut = cut;
        this.factors = List.copyOf(declared.keySet());
        this.sheet = new Sheet(cut.refusal(2));
        List<String> varying = cut.varying();
        this.members = new ArrayList<>();
        for (List<String> items : declared.values()) {
            members.add(items.stream().map(varying::indexOf).filter(i -> i >= 0).toList());
        }
        boolean empty = members.stream().anyMatch(List::isEmpty);
        this.solution = cut.refusal(2).isEmpty() && !empty ? List.of(solve()) : List.of();
        this.refusal = solution.isEmpty()
                ? List.of(Value.undefined(Reason.NOT_IDENTIFIED))
                : solution.get(0).refusal();
        this.fit = refusal.isEmpty() ? List.of(solution.get(0).fit()) : List.of();
    }

    private Confirmatory solve() {
        return Confirmatory.of(model(), cut.varyingCovariance(), cut.n());
    }

    private FactorModel model() {
        return FactorModel.ofSizes(members.stream().map(List::size).toList());
    }

    static Block of(Cut cut, ScaleSet set, Extent extent) {
        CfaBlock block = new CfaBlock(cut, set.factors());
        block.fit();
        block.wishart();
        block.loadings();
        block.convergent();
        block.discriminant();
        if (extent == Extent.FULL && cut.n() <= MOST_ORDINAL_ROWS && OrdinalBlock.applies(cut)) {
            block.ordinal();
        }
        if (!set.group().isEmpty()) {
            block.invariance(set.group());
        }
        block.warn();
        return block.sheet.block(NAME, Block.ALL, MissingRule.LISTWISE, cut.n());
    }

    private void warn() {
        List<Warning> warnings = Correlated.of(cut).warnings();
        sheet.warn("fit_chisq", warnings);
        sheet.warn("loadings_std", warnings);
        if (refusal.isEmpty() && isImproper()) {
            List<Warning> improper = List.of(Warning.of("heywood"));
            sheet.warn("fit_chisq", improper);
            STANDARDISED.forEach(name -> sheet.warn(name, improper));
        }
    }

    private boolean isImproper() {
        return found().heywood()
                || IntStream.range(0, factors.size())
                        .anyMatch(f -> !correlated(f).isKnown());
    }

    /** A correlation that the model puts beyond 1 does not exist. */
    private static Value bounded(double correlation) {
        return StrictMath.abs(correlation) > 1 + ROUNDING
                ? Value.undefined(Reason.HEYWOOD)
                : Value.of(StrictMath.max(-1, StrictMath.min(1, correlation)));
    }

    /** Known when every correlation of the factor with the others is one. */
    private Value correlated(int factor) {
        return IntStream.range(0, factors.size())
                .mapToObj(other -> bounded(found().correlations().at(factor, other)))
                .filter(r -> !r.isKnown())
                .findFirst()
                .orElse(Value.of(1));
    }

    private Confirmatory found() {
        return solution.get(0);
    }

    private void found(String name, Supplier<Shape> shape) {
        sheet.put(name, () -> refusal.isEmpty() ? shape.get() : Shape.of(refusal.get(0)));
    }

    private void index(String name, Function<ConfirmatoryFit, Value> value) {
        found(name, () -> Shape.of(value.apply(fit.get(0))));
    }

    private void fit() {
        index("fit_chisq", ConfirmatoryFit::chiSquare);
        index("fit_df", fit -> Value.of((double) fit.df()));
        index("fit_pvalue", ConfirmatoryFit::p);
        index("fit_baseline.chisq", ConfirmatoryFit::baseline);
        index("fit_baseline.df", fit -> Value.of((double) fit.baselineDf()));
        index("fit_cfi", ConfirmatoryFit::cfi);
        index("fit_tli", ConfirmatoryFit::tli);
        index("fit_nfi", ConfirmatoryFit::nfi);
        index("fit_ifi", ConfirmatoryFit::ifi);
        index("fit_rmsea", ConfirmatoryFit::rmsea);
        index("fit_rmsea.ci.lower", fit -> fit.rmseaInterval().lower());
        index("fit_rmsea.ci.upper", fit -> fit.rmseaInterval().upper());
        index("fit_rmsea.pvalue", ConfirmatoryFit::rmseaP);
        index("fit_srmr", ConfirmatoryFit::srmr);
        index("fit_gfi", ConfirmatoryFit::gfi);
        index("fit_agfi", ConfirmatoryFit::agfi);
        index("fit_logl", ConfirmatoryFit::logLikelihood);
        index("fit_aic", ConfirmatoryFit::aic);
        index("fit_bic", ConfirmatoryFit::bic);
        found("fit_npar", () -> Shape.of((double) found().model().parameters()));
        index("chisq_over_df", fit -> fit.df() == 0 ? fit.p() : fit.chiSquare().map(x -> x / fit.df()));
        found("rmsea_ci90_tight", () -> Shape.limits(fit.get(0).rmseaInterval()));
        found(
                "convergence",
                () -> Shape.byName(
                        List.of("iterations", "largest_gradient"),
                        i -> Value.of(i == 0 ? found().iterations() : found().gradient())));
    }

    /** LISREL's n − 1 (C20). */
    private void wishart() {
        scaled("fit_wishart_chisq", ConfirmatoryFit.Scaled::chiSquare);
        scaled("fit_wishart_cfi", ConfirmatoryFit.Scaled::cfi);
        scaled("fit_wishart_tli", ConfirmatoryFit.Scaled::tli);
        scaled("fit_wishart_rmsea", ConfirmatoryFit.Scaled::rmsea);
        index("fit_wishart_srmr", ConfirmatoryFit::srmr);
    }

    private void scaled(String name, Function<ConfirmatoryFit.Scaled, Value> value) {
        found(name, () -> Shape.of(value.apply(ConfirmatoryFit.wishart(found()))));
    }

    private void loadings() {
        found(
                "loadings_unstd",
                () -> Shape.table(cut.varying(), List.of("est", "se", "z"), (i, j) -> switch (j) {
                    case 0 -> Value.of(found().loadings().get(i));
                    case 1 -> Value.of(found().errors().get(i));
                    default ->
                        Value.ratio(found().loadings().get(i), found().errors().get(i));
                }));
        found(
                "loadings_std",
                () -> Shape.table(
                        cut.varying(),
                        List.of("est.std", "se"),
                        (i, j) -> bounded(found().standardized(i))
                                .map(loading -> j == 0
                                        ? loading
                                        : found().standardizedErrors().get(i))));
        found(
                "factor_correlations",
                () -> square((i, j) -> bounded(found().correlations().at(i, j))));
        found("r_square", () -> cut.byItem(cut.varying(), i -> bounded(found().rSquare(i))));
    }

    private Shape square(Shape.Cell cell) {
        return Shape.table(factors, factors, cell);
    }

    private Shape byFactor(IntFunction<Value> value) {
        return Shape.byName(factors, value);
    }

    private double[] standardized(int factor) {
        return members.get(factor).stream()
                .mapToDouble(i -> found().standardized(i))
                .toArray();
    }

    private void convergent() {
        found("cr_fornell_larcker", () -> byFactor(f -> proper(f, Construct::compositeReliability)));
        found("ave_fornell_larcker", () -> byFactor(f -> proper(f, Construct::averageVariance)));
        sheet.put("cr_one_factor", () -> byFactor(f -> alone(f, Construct::compositeReliability)));
        sheet.put("ave_one_factor", () -> byFactor(f -> alone(f, Construct::averageVariance)));
    }

    /** Out of the model of all, unless it puts a loading beyond 1. */
    private Value proper(int factor, Function<double[], Value> value) {
        double[] loadings = standardized(factor);
        return DoubleStream.of(loadings)
                .mapToObj(CfaBlock::bounded)
                .filter(loading -> !loading.isKnown())
                .findFirst()
                .orElseGet(() -> value.apply(loadings));
    }

    /** Out of the one-factor solution of a 構面 by itself: where there is no model of all. */
    private Value alone(int factor, Function<double[], Value> value) {
        SymmetricMatrix own = cut.varyingCovariance().select(items(factor));
        if (own.size() < 3) {
            return Value.undefined(Reason.TOO_FEW_ITEMS, Map.of("k", Integer.toString(own.size())));
        }
        Omega omega = Omega.of(own);
        return omega.standardized().isKnown()
                ? value.apply(
                        omega.loadings().stream().mapToDouble(Value::number).toArray())
                : omega.standardized();
    }

    private int[] items(int factor) {
        return members.get(factor).stream().mapToInt(Integer::intValue).toArray();
    }

    private void discriminant() {
        if (factors.size() < 2) {
            return;
        }
        found(
                "fornell_larcker_table",
                () -> square((i, j) -> i == j
                        ? proper(i, Construct::averageVariance).map(StrictMath::sqrt)
                        : bounded(found().correlations().at(i, j))));
        found("fornell_larcker_ok", () -> {
            Map<String, Shape> apart = new LinkedHashMap<>();
            for (int f = 0; f < factors.size(); f++) {
                apart.put(factors.get(f), apart(f));
            }
            return new Shape.Named(apart);
        });
        sheet.put("htmt_henseler", () -> {
            SymmetricMatrix r = cut.correlation();
            return square((i, j) -> i == j ? Value.of(1) : Construct.htmt(r, items(i), items(j)));
        });
    }

    private Shape apart(int factor) {
        Value variance = proper(factor, Construct::averageVariance);
        Value correlated = correlated(factor);
        if (!variance.isKnown() || !correlated.isKnown()) {
            return Shape.of(variance.isKnown() ? correlated : variance);
        }
        return new Shape.Truth(Construct.isApart(variance.number(), factor, found().correlations()));
    }

    private void invariance(List<String> labels) {
        if (solution.isEmpty()) {
            InvarianceTable.refuse(sheet, refusal.get(0));
        } else {
            InvarianceTable.add(sheet, cut, model(), labels);
        }
    }

    private void ordinal() {
        sheet.put("cfa_ordinal_wlsmv", () -> {
            if (members.stream().anyMatch(List::isEmpty)) {
                return Shape.of(Value.undefined(Reason.NOT_IDENTIFIED));
            }
            OrderedAnswers ordered = cut.ordered();
            List<List<Value>> cells = OrdinalBlock.correlated(ordered);
            return cells.stream()
                    .flatMap(List::stream)
                    .filter(value -> !value.isKnown())
                    .findFirst()
                    .map(Shape::of)
                    .orElseGet(() -> ordinal(OrdinalConfirmatory.of(
                            model(),
                            ordered,
                            SymmetricMatrix.of(
                                    ordered.items(),
                                    (i, j) -> cells.get(i).get(j).number()))));
        });
    }

    private Shape ordinal(OrdinalConfirmatory fit) {
        if (!fit.refusal().isEmpty()) {
            return Shape.of(fit.refusal().get(0));
        }
        Map<String, Shape> parts = new LinkedHashMap<>();
        parts.put("chisq_scaled", Shape.of(fit.scaled()));
        parts.put("df", Shape.of((double) fit.df()));
        parts.put("chisq_dwls", Shape.of(fit.chiSquare()));
        parts.put("cfi_scaled", Shape.of(fit.cfi()));
        parts.put("tli_scaled", Shape.of(fit.tli()));
        parts.put("rmsea_scaled", Shape.of(fit.rmsea()));
        parts.put("srmr", Shape.of(fit.srmr()));
        parts.put(
                "loadings_std",
                cut.byItem(cut.varying(), i -> bounded(fit.loadings().get(i))));
        parts.put(
                "factor_correlations",
                square((i, j) -> bounded(fit.correlations().at(i, j))));
        return new Shape.Named(parts);
    }

    /** All items of the 構面, one 構面 after the other. */
    static List<String> itemsOf(Map<String, List<String>> declared) {
        return declared.values().stream().flatMap(List::stream).toList();
    }
}
