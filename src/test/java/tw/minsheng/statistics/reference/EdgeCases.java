package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.cases.MultipleTesting;
import tw.minsheng.statistics.compare.pairwise.ColumnLetters;
import tw.minsheng.statistics.compare.pairwise.Pair;
import tw.minsheng.statistics.estimate.RowSample;
import tw.minsheng.statistics.estimate.Stage;
import tw.minsheng.statistics.sampling.LonelyRule;
import tw.minsheng.statistics.sampling.Population;

/** More cases without a tree, found by their id: lonely units, column letters, corrected p-values, scores by group. */
final class EdgeCases {

    private static final Pattern PROBABILITIES = Pattern.compile("p\\.adjust\\(c\\(([^)]*)\\)");
    private static final double ALPHA = .05;

    private final Interpreter interpreter;

    EdgeCases(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    void addTo(Map<String, Function<JsonNode, Object>> byId) {
        for (LonelyRule rule : LonelyRule.values()) {
            byId.put("lonely." + rule.key(), node -> meanAndTotal(lonely(rule)));
            byId.put("lonely.domain." + rule.key(), node -> inDomain(rule));
        }
        byId.put("lonely.selfrep_fpc", node -> meanAndTotal(certain()));
        byId.put("p_adjust", EdgeCases::corrected);
        byId.put("nps.by_region", node -> scores());
        byId.put("column_letters.age.overall", node -> letters("overall"));
        byId.put("column_letters.age.q2", node -> letters("q2"));
    }

    private Frame frame(String name) {
        return (Frame) interpreter.variable(name);
    }

    private Design lonely(LonelyRule rule) {
        Frame data = frame("lon");
        double[] weights = data.column("w").doubles();
        List<Population> unlimited = Collections.nCopies(weights.length, Population.unlimited());
        return design(data, weights, unlimited, rule);
    }

    private static Design design(Frame data, double[] weights, List<Population> populations, LonelyRule rule) {
        Stage stage = new Stage(
                DesignFunctions.codes(data.column("st").labels()),
                IntStream.range(0, weights.length).boxed().toList(),
                populations);
        return Design.of(data, weights, List.of(stage), rule);
    }

    /** The last person is all of a stratum, which has one. */
    private Design certain() {
        Frame data = frame("lon");
        double[] sizes = data.column("N").doubles();
        sizes[sizes.length - 1] = 1;
        List<String> strata = data.column("st").labels();
        double[] weights = IntStream.range(0, sizes.length)
                .mapToDouble(i -> sizes[i] / Collections.frequency(strata, strata.get(i)))
                .toArray();
        return design(
                data, weights, Arrays.stream(sizes).mapToObj(Population::of).toList(), LonelyRule.FAIL);
    }

    private static JsonNode meanAndTotal(Design design) {
        ObjectNode tree = Tree.object();
        tree.set("mean", SurveyFunctions.simple("svymean", design, "y").tree());
        tree.set("total", SurveyFunctions.simple("svytotal", design, "y").tree());
        return tree;
    }

    private JsonNode inDomain(LonelyRule rule) {
        Design design = lonely(rule);
        List<Boolean> keep =
                frame("lon").column("x").numbers().stream().map(x -> x == 1).toList();
        boolean[] inside = new boolean[keep.size()];
        IntStream.range(0, inside.length).forEach(i -> inside[i] = keep.get(i));
        RowSample within = design.rows().lonelyWithin(inside);
        Vector answers = frame("lon").column("y");
        double[] ofDomain = IntStream.range(0, inside.length)
                .mapToDouble(i -> inside[i] ? answers.number(i) : Double.NaN)
                .toArray();
        Frame data = frame("lon").with("y", Vector.of(ofDomain));
        Design whole = design.with(within);
        return SurveyFunctions.simple(
                        "svymean", new Design(data, within, whole.domain(), whole.margins(), whole.cut(), rule), "y")
                .tree();
    }

    private static JsonNode corrected(JsonNode node) {
        Matcher matcher = PROBABILITIES.matcher(node.get("call").asText());
        if (!matcher.find()) {
            throw new NotCovered("no probabilities in the call");
        }
        double[] p = Pattern.compile(",")
                .splitAsStream(matcher.group(1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        List<String> names = List.of("bonferroni", "holm", "hochberg", "hommel", "BH", "BY");
        List<double[]> columns = List.of(
                MultipleTesting.BONFERRONI.adjusted(p),
                MultipleTesting.HOLM.adjusted(p),
                MultipleTesting.HOCHBERG.adjusted(p),
                MultipleTesting.HOMMEL.adjusted(p),
                MultipleTesting.BENJAMINI_HOCHBERG.adjusted(p),
                MultipleTesting.BENJAMINI_YEKUTIELI.adjusted(p));
        ObjectNode tree = Tree.object();
        tree.set("cols", Tree.array(names.size(), i -> Tree.of(names.get(i))));
        tree.set("values", Tree.array(p.length, i -> Tree.array(names.size(), j -> Tree.of(columns.get(j)[i]))));
        return tree;
    }

    private JsonNode scores() {
        Frame data = frame("khh_w1");
        List<String> regions = data.column("region").labels();
        ObjectNode tree = Tree.object();
        for (String region : data.column("region").levels()) {
            Vector own = data.column("nps")
                    .pick(IntStream.range(0, regions.size())
                            .filter(i -> regions.get(i).equals(region))
                            .boxed()
                            .toList());
            tree.set(region, WaveFunctions.score(own, 1 - ALPHA));
        }
        return tree;
    }

    private JsonNode letters(String item) {
        Frame data = frame("khh_w1");
        double[] answers = data.column(item).doubles();
        List<String> ages = data.column("age").labels();
        List<String> levels = data.column("age").levels();
        long[] yes = new long[levels.size()];
        long[] all = new long[levels.size()];
        for (int i = 0; i < answers.length; i++) {
            if (!Double.isNaN(answers[i])) {
                all[levels.indexOf(ages.get(i))]++;
                yes[levels.indexOf(ages.get(i))] += answers[i] >= 4 ? 1 : 0;
            }
        }
        ColumnLetters found = ColumnLetters.ofShares(yes, all, ALPHA);
        List<Pair> pairs = found.pairs();
        ObjectNode columns = Tree.object();
        columns.set("i", Tree.array(pairs.size(), i -> Tree.count(pairs.get(i).first() + 1)));
        columns.set("j", Tree.array(pairs.size(), i -> Tree.count(pairs.get(i).second() + 1)));
        columns.set(
                "z",
                Tree.array(pairs.size(), i -> Tree.of(pairs.get(i).statistic().map(z -> -z))));
        columns.set("p", Tree.array(pairs.size(), i -> Tree.of(pairs.get(i).p())));
        columns.set(
                "p_adj", Tree.array(pairs.size(), i -> Tree.of(found.corrected().get(i))));
        columns.set("higher", Tree.array(pairs.size(), i -> Tree.of(higher(found, i))));
        ObjectNode tree = Tree.object();
        tree.set("rows", Tree.array(pairs.size(), i -> Tree.of(String.format(Locale.ROOT, "%d", i + 1))));
        tree.set("columns", columns);
        return tree;
    }

    private static String higher(ColumnLetters found, int index) {
        Pair pair = found.pairs().get(index);
        Value p = found.corrected().get(index);
        if (!p.isKnown() || p.number() >= ALPHA) {
            return "";
        }
        int column = pair.difference().number() > 0 ? pair.second() : pair.first();
        int other = column == pair.first() ? pair.second() : pair.first();
        return found.above().get(column).contains(other) ? ColumnLetters.letter(column) : "?";
    }
}
