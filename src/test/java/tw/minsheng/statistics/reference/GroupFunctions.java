package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.cases.MultipleTesting;
import tw.minsheng.statistics.compare.OneWay;
import tw.minsheng.statistics.compare.RankTest;
import tw.minsheng.statistics.compare.Spread;
import tw.minsheng.statistics.compare.pairwise.Pair;
import tw.minsheng.statistics.compare.pairwise.PairwiseRanks;
import tw.minsheng.statistics.compare.pairwise.PostHoc;

/** Tests of several groups and of every two of them. */
final class GroupFunctions {

    private static final double LEVEL = .95;

    void addTo(Map<String, Interpreter.Function> table) {
        table.put("suppressWarnings", call -> call.at(0));
        table.put("as.data.frame", call -> call.at(0));
        table.put("[", selecting(table.get("[")));
        spread(table);
        means(table);
        pairs(table);
        table.put("dunn", call -> dunn(GroupedValues.ofVectors(call)));
        table.put("rstatix::dunn_test", call -> dunnOfRstatix(GroupedValues.ofFormula(call)));
        table.put("pairwise.t.test", call -> {
            boolean pools = !call.has("pool.sd");
            GroupedValues data = GroupedValues.ofVectors(call);
            List<Pair> found = (pools ? PostHoc.POOLED_T : PostHoc.WELCH_T).of(data.groups(), LEVEL);
            return pairwise(
                    call,
                    data,
                    pools ? "t tests with pooled SD" : "t tests with non-pooled SD",
                    found.stream().map(Pair::p).toList());
        });
        table.put("pairwise.wilcox.test", call -> {
            GroupedValues data = GroupedValues.ofVectors(call);
            String method = "Wilcoxon rank sum test with continuity correction";
            return pairwise(call, data, method, PairwiseRanks.wilcoxon(data.values()));
        });
    }

    /** {@code table[, c(…)]} of a result that has those columns and no other is the result itself. */
    private static Interpreter.Function selecting(Interpreter.Function otherwise) {
        return call -> call.raw(0).path("f").asText().equals("as.data.frame") ? call.at(0) : otherwise.call(call);
    }

    private static void spread(Map<String, Interpreter.Function> table) {
        table.put("bartlett.test", call -> {
            Spread found = Spread.bartlett(GroupedValues.ofFormula(call).groups());
            return chiSquare("Bartlett test of homogeneity of variances", "Bartlett's K-squared", found);
        });
        table.put("fligner.test", call -> {
            Spread found = Spread.fligner(GroupedValues.ofFormula(call).values());
            return chiSquare(
                    "Fligner-Killeen test of homogeneity of variances", "Fligner-Killeen:med chi-squared", found);
        });
        table.put("leveneTest", call -> {
            List<double[]> values = GroupedValues.ofFormula(call).values();
            OneWay found = call.has("center") ? OneWay.levene(values) : OneWay.brownForsythe(values);
            ObjectNode columns = Tree.object();
            columns.set("Df", pair(Tree.of(found.df1()), Tree.of(found.df2())));
            columns.set("F value", pair(Tree.of(found.f()), Tree.of(Double.NaN)));
            columns.set("Pr(>F)", pair(Tree.of(found.p()), Tree.of(Double.NaN)));
            return frame(List.of("group", " "), columns);
        });
    }

    private static JsonNode chiSquare(String method, String name, Spread found) {
        return new TestTree(method, found.p())
                .statistic(name, found.chiSquare())
                .df("df", Value.of(found.df()))
                .tree();
    }

    private static void means(Map<String, Interpreter.Function> table) {
        table.put("aov", GroupedValues::ofFormula);
        table.put("summary", call -> {
            GroupedValues data = (GroupedValues) call.at(0);
            OneWay.Variance found = OneWay.anova(data.groups());
            OneWay test = found.test();
            if (!test.f().isKnown()) {
                return untested(data, found);
            }
            ObjectNode columns = Tree.object();
            columns.set("Df", pair(Tree.of(test.df1()), Tree.of(test.df2())));
            columns.set("Sum Sq", pair(Tree.of(found.between()), Tree.of(found.within())));
            columns.set(
                    "Mean Sq",
                    pair(
                            Tree.of(test.df1().map(df -> found.between() / df)),
                            Tree.of(test.df2().map(df -> found.within() / df))));
            columns.set("F value", pair(Tree.of(test.f()), Tree.of(Double.NaN)));
            columns.set("Pr(>F)", pair(Tree.of(test.p()), Tree.of(Double.NaN)));
            return frame(List.of(String.format("%-11s", data.name()), "Residuals  "), columns);
        });
        table.put("oneway.test", call -> {
            GroupedValues data = GroupedValues.ofFormula(call);
            OneWay found = OneWay.welch(data.groups());
            return new TestTree("One-way analysis of means (not assuming equal variances)", found.p())
                    .statistic("F", found.f())
                    .df("num df", Value.of(data.levels().size() - 1.0))
                    .df("denom df", found.df2())
                    .tree();
        });
        table.put("kruskal.test", call -> {
            RankTest found = RankTest.kruskal(GroupedValues.ofFormula(call).values());
            return new TestTree("Kruskal-Wallis rank sum test", found.p())
                    .statistic("Kruskal-Wallis chi-squared", found.statistic())
                    .df("df", Value.of(found.df()))
                    .tree();
        });
        table.put("effects1", call -> {
            OneWay.Variance found = OneWay.anova(GroupedValues.ofVectors(call).groups());
            ObjectNode tree = Tree.object();
            tree.set("eta2", Tree.of(found.eta2()));
            tree.set("omega2", Tree.of(found.omega2()));
            tree.set("epsilon2", Tree.of(found.epsilon2()));
            tree.set("f", Tree.of(found.cohensF()));
            return tree;
        });
    }

    /** As R prints a table without residuals: one row, which has its name without a list. */
    private static JsonNode untested(GroupedValues data, OneWay.Variance found) {
        int df = data.levels().size() - 1;
        ObjectNode columns = Tree.object();
        columns.put("Df", df);
        columns.put("Sum Sq", found.between());
        columns.put("Mean Sq", found.between() / df);
        ObjectNode tree = Tree.object();
        tree.put("rows", String.format("%-11s", data.name()));
        tree.set("columns", columns);
        return tree;
    }

    private static JsonNode pair(JsonNode first, JsonNode second) {
        return Tree.array(2, i -> i == 0 ? first : second);
    }

    private static void pairs(Map<String, Interpreter.Function> table) {
        table.put("TukeyHSD", call -> {
            GroupedValues data = (GroupedValues) call.at(0);
            List<Pair> pairs = PostHoc.TUKEY.of(data.groups(), LEVEL);
            JsonNode cells = Tree.array(pairs.size(), i -> {
                Pair pair = pairs.get(i);
                List<Value> row = List.of(
                        pair.difference(),
                        pair.interval().lower(),
                        pair.interval().upper(),
                        pair.p());
                return Tree.array(4, j -> Tree.of(row.get(j)));
            });
            ObjectNode tree = Tree.object();
            List<String> names = pairs.stream().map(p -> name(data, p)).toList();
            tree.set(data.name(), Tree.matrix(names, List.of("diff", "lwr", "upr", "p adj"), "values", cells));
            return tree;
        });
        table.put("scheffe", call -> {
            GroupedValues data = GroupedValues.ofVectors(call);
            List<Pair> pairs = PostHoc.SCHEFFE.of(data.groups(), LEVEL);
            ObjectNode columns = start(data, pairs);
            columns.set("F", column(pairs, Pair::statistic));
            return end(columns, pairs);
        });
        table.put("games_howell", call -> {
            GroupedValues data = GroupedValues.ofVectors(call);
            List<Pair> pairs = PostHoc.GAMES_HOWELL.of(data.groups(), LEVEL);
            ObjectNode columns = start(data, pairs);
            columns.set("t", column(pairs, Pair::statistic));
            columns.set("df", column(pairs, Pair::df));
            return end(columns, pairs);
        });
        table.put("rstatix::games_howell_test", call -> {
            GroupedValues data = GroupedValues.ofFormula(call);
            List<Pair> pairs = PostHoc.GAMES_HOWELL.of(data.groups(), LEVEL);
            ObjectNode columns = named(data, pairs);
            columns.set("estimate", column(pairs, Pair::difference));
            columns.set("conf.low", column(pairs, p -> p.interval().lower()));
            columns.set("conf.high", column(pairs, p -> p.interval().upper()));
            columns.set("p.adj", column(pairs, p -> p.p().map(GroupFunctions::threeDigits)));
            return numbered(columns, pairs.size());
        });
    }

    /** As rstatix prints it: three decimals, below .001 three digits. */
    private static double threeDigits(double p) {
        BigDecimal exact = new BigDecimal(p);
        BigDecimal rounded = p < .001
                ? exact.round(new MathContext(3, RoundingMode.HALF_EVEN))
                : exact.setScale(3, RoundingMode.HALF_EVEN);
        return rounded.doubleValue();
    }

    private static ObjectNode start(GroupedValues data, List<Pair> pairs) {
        ObjectNode columns = Tree.object();
        columns.set("pair", Tree.array(pairs.size(), i -> Tree.of(name(data, pairs.get(i)))));
        columns.set("diff", column(pairs, Pair::difference));
        columns.set("se", column(pairs, Pair::se));
        return columns;
    }

    private static JsonNode end(ObjectNode columns, List<Pair> pairs) {
        columns.set("p", column(pairs, Pair::p));
        columns.set("lwr", column(pairs, p -> p.interval().lower()));
        columns.set("upr", column(pairs, p -> p.interval().upper()));
        return numbered(columns, pairs.size());
    }

    private static ObjectNode named(GroupedValues data, List<Pair> pairs) {
        ObjectNode columns = Tree.object();
        columns.set(
                "group1",
                Tree.array(
                        pairs.size(),
                        i -> Tree.of(data.levels().get(pairs.get(i).first()))));
        columns.set(
                "group2",
                Tree.array(
                        pairs.size(),
                        i -> Tree.of(data.levels().get(pairs.get(i).second()))));
        return columns;
    }

    private static String name(GroupedValues data, Pair pair) {
        return data.levels().get(pair.second()) + "-" + data.levels().get(pair.first());
    }

    private static JsonNode column(List<Pair> pairs, Function<Pair, Value> value) {
        return Tree.array(pairs.size(), i -> Tree.of(value.apply(pairs.get(i))));
    }

    private static JsonNode values(List<Value> values) {
        return Tree.array(values.size(), i -> Tree.of(values.get(i)));
    }

    private static JsonNode numbered(ObjectNode columns, int rows) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= rows; i++) {
            names.add(Integer.toString(i));
        }
        return frame(names, columns);
    }

    private static JsonNode frame(List<String> rows, ObjectNode columns) {
        ObjectNode tree = Tree.object();
        tree.set("rows", Tree.array(rows.size(), i -> Tree.of(rows.get(i))));
        tree.set("columns", columns);
        return tree;
    }

    private static JsonNode dunn(GroupedValues data) {
        List<Pair> pairs = PairwiseRanks.dunn(data.values());
        List<Value> p = pairs.stream().map(Pair::p).toList();
        ObjectNode columns = Tree.object();
        columns.set("pair", Tree.array(pairs.size(), i -> Tree.of(name(data, pairs.get(i)))));
        columns.set("z", column(pairs, Pair::statistic));
        columns.set("p", values(p));
        columns.set("p_bonferroni", values(PairwiseRanks.corrected(p, MultipleTesting.BONFERRONI)));
        columns.set("p_holm", values(PairwiseRanks.corrected(p, MultipleTesting.HOLM)));
        columns.set("p_bh", values(PairwiseRanks.corrected(p, MultipleTesting.BENJAMINI_HOCHBERG)));
        return numbered(columns, pairs.size());
    }

    private static JsonNode dunnOfRstatix(GroupedValues data) {
        List<Pair> pairs = PairwiseRanks.dunn(data.values());
        List<Value> p = pairs.stream().map(Pair::p).toList();
        ObjectNode columns = named(data, pairs);
        columns.set("statistic", column(pairs, Pair::statistic));
        columns.set("p", values(p));
        columns.set("p.adj", values(PairwiseRanks.corrected(p, MultipleTesting.HOLM)));
        return numbered(columns, pairs.size());
    }

    private static JsonNode pairwise(Call call, GroupedValues data, String method, List<Value> p) {
        String adjust = call.text("p.adjust.method").orElse("holm");
        List<Value> adjusted = switch (adjust) {
            case "none" -> p;
            case "bonferroni" -> PairwiseRanks.corrected(p, MultipleTesting.BONFERRONI);
            case "holm" -> PairwiseRanks.corrected(p, MultipleTesting.HOLM);
            case "BH" -> PairwiseRanks.corrected(p, MultipleTesting.BENJAMINI_HOCHBERG);
            default -> throw call.notHere();
        };
        int k = data.levels().size();
        JsonNode cells = Tree.array(
                k - 1,
                row -> Tree.array(
                        k - 1,
                        column ->
                                column > row ? Tree.of(Double.NaN) : Tree.of(adjusted.get(place(column, row + 1, k)))));
        ObjectNode tree = Tree.object();
        tree.put("method", method);
        tree.put("adjust", adjust);
        tree.set("p", Tree.matrix(data.levels().subList(1, k), data.levels().subList(0, k - 1), "values", cells));
        return tree;
    }

    /** Where the pair of two groups stands among all. */
    private static int place(int first, int second, int groups) {
        return first * (2 * groups - first - 1) / 2 + second - first - 1;
    }
}
