package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.compare.design.DesignRanks;
import tw.minsheng.statistics.compare.design.DesignTest;
import tw.minsheng.statistics.compare.design.RankScore;
import tw.minsheng.statistics.estimate.RowSample;
import tw.minsheng.statistics.regress.DesignRegression;
import tw.minsheng.statistics.regress.Link;

/** {@code svyttest}, {@code svyranktest}, {@code svyglm}, {@code regTermTest}. */
final class DesignModels {

    private static final double LEVEL = .95;

    private DesignModels() {}

    /** A fitted model with the names of its columns. */
    record Model(ModelColumns columns, DesignRegression found, Value dispersion) {

        JsonNode tree() {
            int k = columns.names().size();
            ObjectNode tree = Tree.object();
            JsonNode cells = Tree.array(k, j -> {
                List<Value> row = List.of(
                        found.coefficients().estimates().get(j),
                        found.coefficients().se(j),
                        found.t(j),
                        found.p(j));
                return Tree.array(4, c -> Tree.of(row.get(c)));
            });
            tree.set(
                    "coefficients",
                    Tree.matrix(
                            columns.names(),
                            List.of("Estimate", "Std. Error", "t value", "Pr(>|t|)"),
                            "values",
                            cells));
            tree.put("df_residual", found.df());
            tree.set("dispersion", Tree.of(dispersion));
            tree.set("deviance", Tree.of(found.deviance()));
            tree.set("null_deviance", Tree.of(found.nullDeviance()));
            tree.put("n", found.n());
            return tree;
        }
    }

    static Object fit(Call call) {
        Formula formula = (Formula) call.at(0);
        Design design = (Design) call.at(1);
        ModelColumns columns = ModelColumns.of(call, formula, design.data(), ModelColumns.Contrasts.TREATMENT);
        double[] outcome = ((Vector) call.interpreter().eval(formula.left(), design.data())).doubles();
        DesignRegression found = DesignRegression.fit(
                design.sample(),
                call.has("family") ? Link.LOGIT : Link.IDENTITY,
                design.inside(),
                columns.valid(outcome),
                columns.rows(),
                outcome);
        if (!found.coefficients().status().isKnown()) {
            throw Refused.because(found.coefficients().status());
        }
        boolean linearised = design.sample() instanceof RowSample;
        double scale = scale(design, columns.valid(outcome));
        return new Model(
                columns,
                found,
                linearised
                        ? found.dispersion().map(dispersion -> dispersion * scale)
                        : ReplicateFunctions.dispersion(design, columns, found, outcome));
    }

    /** R's residuals have weights of mean 1 over everybody asked, where its variance of them has mean 1 over those who answered. */
    private static double scale(Design design, boolean[] valid) {
        boolean[] inside = design.inside();
        double[] weights = design.weights();
        double all = IntStream.range(0, valid.length)
                .filter(i -> inside[i])
                .mapToDouble(i -> weights[i])
                .average()
                .orElse(1);
        double answered = IntStream.range(0, valid.length)
                .filter(i -> inside[i] && valid[i])
                .mapToDouble(i -> weights[i])
                .average()
                .orElse(1);
        return answered / all;
    }

    static Object term(Call call) {
        Model model = (Model) call.at(0);
        String term = Formula.written(((Formula) call.at(1)).terms().get(0));
        DesignRegression.Term found = model.found().term(model.columns().columnsOf(term));
        ObjectNode tree = Tree.object();
        tree.put("df", found.ndf());
        tree.put("ddf", found.ddf());
        tree.set("p", Tree.of(found.p()));
        tree.set("F", Tree.of(found.f()));
        tree.set("chisq", Tree.array(0, i -> Tree.of(0)));
        return tree;
    }

    private static double[] outcome(Call call, Design design, Formula formula) {
        return DesignTables.answers(design, (Vector) call.interpreter().eval(formula.left(), design.data()));
    }

    private static int[] groups(Call call, Design design, Formula formula) {
        Vector group = (Vector) call.interpreter().eval(formula.terms().get(0), design.data());
        List<String> levels = group.levels();
        return group.labels().stream().mapToInt(levels::indexOf).toArray();
    }

    static Object tTest(Call call) {
        Formula formula = (Formula) call.at(0);
        Design design = (Design) call.at(1);
        boolean one = formula.terms().get(0).isNumber();
        double[] outcome = outcome(call, design, formula);
        DesignTest found = one
                ? DesignTest.ofMean(design.sample(), outcome, LEVEL)
                : DesignTest.ofGroups(design.sample(), outcome, groups(call, design, formula), LEVEL);
        if (!found.t().isKnown()) {
            throw Refused.because(found.t());
        }
        return new TestTree(one ? "Design-based one-sample t-test" : "Design-based t-test", found.p())
                .statistic("t", found.t())
                .df("df", Value.of((double) found.df()))
                .with("estimate", one ? "mean" : "difference in mean", found.estimate())
                .limits(found.interval())
                .tree();
    }

    static Object rankTest(Call call) {
        Design design = (Design) call.at(1);
        Formula formula = (Formula) call.at(0);
        String test = call.text("test").orElse("wilcoxon");
        RankScore score = switch (test) {
            case "vanderWaerden" -> RankScore.VAN_DER_WAERDEN;
            case "median" -> RankScore.MEDIAN;
            default -> RankScore.WILCOXON;
        };
        DesignRanks found =
                DesignRanks.of(design.sample(), outcome(call, design, formula), groups(call, design, formula), score);
        if (!found.p().isKnown()) {
            throw Refused.because(found.p());
        }
        String name = test.equals("wilcoxon") ? "KruskalWallis" : test;
        TestTree tree = new TestTree("Design-based " + name + " test", found.p());
        return found.ndf() == 1
                ? tree.statistic("t", found.t())
                        .df("df", Value.of((double) found.ddf()))
                        .with("estimate", "difference in mean rank score", found.difference())
                        .tree()
                // R has the two the wrong way round
                : tree.statistic("df", Value.of((double) found.ndf()))
                        .df("Chisq", found.chiSquare())
                        .tree();
    }
}
