package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.estimate.DesignProportionInterval;
import tw.minsheng.statistics.estimate.MeanEstimate;
import tw.minsheng.statistics.estimate.RowEstimator;
import tw.minsheng.statistics.estimate.VectorEstimate;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** The functions of R's package survey that the product answers. */
final class SurveyFunctions {

    void addTo(Map<String, Interpreter.Function> table) {
        table.put("svydesign", DesignFunctions::design);
        table.put("rake", DesignFunctions::rake);
        table.put("postStratify", DesignFunctions::postStratify);
        table.put("trimWeights", DesignFunctions::trim);
        table.put("subset", DesignFunctions::subset);
        table.put("weights", DesignFunctions::weights);
        table.put("degf", call -> Vector.of((double) ((Design) call.at(0)).degf()));
        table.put("svymean", call -> means(call, (Design) call.at(1)));
        table.put("svytotal", call -> totals(call, (Design) call.at(1)));
        table.put("svyratio", SurveyFunctions::ratio);
        table.put("svyvar", SurveyFunctions::variance);
        table.put("svyciprop", SurveyFunctions::share);
        table.put("svyby", SurveyFunctions::by);
        table.put("svytable", SurveyFunctions::table);
        table.put("prop.table", SurveyFunctions::columnShares);
        table.put("confint", SurveyFunctions::confint);
        table.put("as.svrepdesign", ReplicateFunctions::made);
        table.put("svrepdesign", ReplicateFunctions::given);
        table.put("calibrate", ReplicateFunctions::calibrate);
        table.put("ncol", ReplicateFunctions::columns);
        table.put("unique", ReplicateFunctions::unique);
        table.put("svyquantile", DesignTables::quantiles);
        table.put("svychisq", DesignTables::chiSquare);
        table.put("svygofchisq", DesignTables::fit);
        table.put("svyttest", DesignModels::tTest);
        table.put("svyranktest", DesignModels::rankTest);
        table.put("svyglm", DesignModels::fit);
        table.put("regTermTest", DesignModels::term);
        table.put("as.matrix", call -> call.at(0));
        table.put("cov2cor", DesignTables::correlations);
        table.put("svycralpha", DesignTables::alpha);
    }

    /** Variables of a call as columns: numbers as they are, each level of a factor as zeros and ones. */
    private record Columns(List<String> names, List<double[]> values) {

        static Columns of(Call call, Formula formula, Design design) {
            List<String> names = new ArrayList<>();
            List<double[]> values = new ArrayList<>();
            for (JsonNode term : formula.terms()) {
                Vector vector = (Vector) call.interpreter().eval(term, design.data());
                String written = Formula.written(term);
                if (vector.kind() == Vector.Kind.NUMBER) {
                    names.add(written);
                    values.add(vector.doubles());
                    continue;
                }
                List<String> labels = vector.labels();
                for (String level : vector.levels()) {
                    names.add(written + level);
                    values.add(labels.stream()
                            .mapToDouble(label -> label.isEmpty() ? Double.NaN : label.equals(level) ? 1 : 0)
                            .toArray());
                }
            }
            return new Columns(names, values);
        }

        boolean hasGaps(Design design) {
            return values.stream()
                    .anyMatch(column -> IntStream.range(0, column.length)
                            .anyMatch(i -> design.domain().get(i) && Double.isNaN(column[i])));
        }

        /** For the product: what lies outside the domain is missing too. */
        double[][] answers(Design design) {
            return values.stream()
                    .map(column -> IntStream.range(0, column.length)
                            .mapToDouble(i -> design.domain().get(i) ? column[i] : Double.NaN)
                            .map(x -> Double.isNaN(x) ? tw.minsheng.statistics.Missing.ANSWER : x)
                            .toArray())
                    .toArray(double[][]::new);
        }
    }

    private static Estimates means(Call call, Design design) {
        Columns columns = Columns.of(call, (Formula) call.at(0), design);
        if (columns.hasGaps(design) && !call.truth("na.rm")) {
            return undefined(columns.names());
        }
        boolean replace = call.text("deff").filter("replace"::equals).isPresent();
        boolean deff = replace || call.truth("deff");
        return means(design, columns.names(), columns.answers(design), deff, replace);
    }

    private static Estimates means(
            Design design, List<String> names, double[][] answers, boolean deff, boolean replace) {
        RowEstimator estimator = new RowEstimator(design.sample());
        VectorEstimate rows = checked(estimator.means(answers));
        boolean[] valid = estimator.valid(answers);
        List<Value> values = new ArrayList<>();
        List<Value> errors = new ArrayList<>();
        List<Value> deffs = new ArrayList<>();
        for (int j = 0; j < names.size(); j++) {
            if (design.isElementSample()) {
                MeanEstimate mean = design.streamed(answers[j], valid);
                values.add(mean.mean());
                errors.add(mean.se());
                deffs.add(replace ? mean.deffReplace() : mean.deff());
            } else {
                values.add(rows.estimates().get(j));
                errors.add(rows.se(j));
                deffs.add(estimator.designEffect(rows, j, answers[j], valid, replace));
            }
        }
        return new Estimates(names, values, errors, deff ? deffs : List.of(), rows.covariance());
    }

    /** Mean or total of one numeric column. */
    static Estimates simple(String function, Design design, String column) {
        double[][] answers = {design.data().column(column).answers()};
        if (function.equals("svymean")) {
            return means(design, List.of(column), answers, false, false);
        }
        VectorEstimate totals = checked(new RowEstimator(design.sample()).totals(answers));
        return new Estimates(
                List.of(column), totals.estimates(), List.of(totals.se(0)), List.of(), totals.covariance());
    }

    private static Estimates undefined(List<String> names) {
        List<Value> none = names.stream()
                .map(name -> Value.undefined(tw.minsheng.statistics.Reason.NO_DATA))
                .toList();
        return new Estimates(names, none, none, List.of(), SymmetricMatrix.of(names.size(), (i, j) -> 0));
    }

    private static VectorEstimate checked(VectorEstimate estimate) {
        if (!estimate.estimates().get(0).isKnown()) {
            throw Refused.because(estimate.estimates().get(0));
        }
        if (!estimate.status().isKnown()) {
            throw Refused.because(estimate.status());
        }
        return estimate;
    }

    private static Estimates totals(Call call, Design design) {
        Columns columns = Columns.of(call, (Formula) call.at(0), design);
        if (columns.hasGaps(design) && !call.truth("na.rm")) {
            return undefined(columns.names());
        }
        RowEstimator estimator = new RowEstimator(design.sample());
        double[][] answers = columns.answers(design);
        VectorEstimate totals = checked(estimator.totals(answers));
        int k = columns.names().size();
        return new Estimates(
                columns.names(),
                totals.estimates(),
                IntStream.range(0, k).mapToObj(totals::se).toList(),
                call.truth("deff")
                        ? IntStream.range(0, k)
                                .mapToObj(j -> estimator.totalDesignEffect(totals, j, answers[j], false))
                                .toList()
                        : List.of(),
                totals.covariance());
    }

    private static Object ratio(Call call) {
        Design design = (Design) call.at(2);
        Columns above = Columns.of(call, (Formula) call.at(0), design);
        Columns below = Columns.of(call, (Formula) call.at(1), design);
        VectorEstimate ratio =
                checked(new RowEstimator(design.sample()).ratio(above.answers(design)[0], below.answers(design)[0]));
        Estimates estimates = new Estimates(
                List.of(above.names().get(0) + "/" + below.names().get(0)),
                ratio.estimates(),
                List.of(ratio.se(0)),
                List.of(),
                ratio.covariance());
        ObjectNode tree = Tree.object();
        tree.set("estimate", Tree.of(ratio.estimates().get(0)));
        tree.set("se", Tree.of(ratio.se(0)));
        tree.set("ci95_z", estimates.intervals(.95, Double.POSITIVE_INFINITY));
        return tree;
    }

    /** The variance is the mean of (y − ȳ)²·n/(n−1), and so is its error. */
    private static Object variance(Call call) {
        Design design = (Design) call.at(1);
        Columns columns = Columns.of(call, (Formula) call.at(0), design);
        if (columns.names().size() != 1) {
            return new DesignTables.Covariances(
                    columns.names(),
                    new RowEstimator(design.sample()).covariances(columns.answers(design)),
                    IntStream.range(0, design.sample().size())
                            .filter(i ->
                                    design.domain().get(i) && design.sample().weight(i) > 0)
                            .count());
        }
        double[] answers = columns.answers(design)[0];
        RowEstimator estimator = new RowEstimator(design.sample());
        boolean[] valid = estimator.valid(answers);
        double mean = checked(estimator.means(answers)).estimates().get(0).number();
        long n = IntStream.range(0, valid.length).filter(i -> valid[i]).count();
        double[] squares = new double[answers.length];
        Arrays.setAll(
                squares,
                i -> valid[i]
                        ? (answers[i] - mean) * (answers[i] - mean) * n / (n - 1)
                        : tw.minsheng.statistics.Missing.ANSWER);
        return means(design, columns.names(), new double[][] {squares}, false, false);
    }

    private static Object share(Call call) {
        Design design = (Design) call.at(1);
        Columns columns = Columns.of(call, (Formula) call.at(0), design);
        double[] zerosAndOnes = columns.answers(design)[columns.names().size() - 1];
        DesignProportionInterval method = switch (call.text("method").orElse("logit")) {
            case "logit", "xlogit" -> DesignProportionInterval.LOGIT;
            case "asin" -> DesignProportionInterval.ASIN;
            case "mean" -> DesignProportionInterval.MEAN;
            case "beta" -> DesignProportionInterval.BETA;
            case "likelihood" -> DesignProportionInterval.LIKELIHOOD;
            default -> throw new NotCovered("method " + call.text("method"));
        };
        double level = call.number("level", -1, .95);
        MeanEstimate mean = mean(design, zerosAndOnes);
        Interval interval = method.around(mean, level);
        List<String> labels = Estimates.labels(level, "%");
        ObjectNode tree = Tree.object();
        tree.set("estimate", Tree.of(mean.mean()));
        tree.set("ci", Tree.named(labels, i -> Tree.of(i == 0 ? interval.lower() : interval.upper())));
        tree.set("se", Tree.of(mean.se()));
        return tree;
    }

    /** With R's degrees of freedom, which count only the rows of a subset. */
    private static MeanEstimate mean(Design design, double[] answers) {
        RowEstimator estimator = new RowEstimator(design.sample());
        boolean[] valid = estimator.valid(answers);
        VectorEstimate rows = checked(estimator.means(answers));
        MeanEstimate streamed = design.streamed(answers, valid);
        boolean element = design.isElementSample();
        long inside = IntStream.range(0, valid.length)
                .filter(i -> design.domain().get(i))
                .count();
        return new MeanEstimate(
                rows.estimates().get(0),
                rows.n(),
                inside,
                streamed.sumWeights(),
                streamed.sd(),
                element ? streamed.se() : rows.se(0),
                streamed.seFixed(),
                streamed.deff(),
                streamed.deffReplace(),
                design.degf(),
                streamed.lonelyStrata());
    }

    private static Object by(Call call) {
        Design design = (Design) call.at(2);
        Columns columns = Columns.of(call, (Formula) call.at(0), design);
        String function = call.raw(3).path("s").asText();
        if (!List.of("svymean", "svytotal").contains(function)) {
            throw call.notHere();
        }
        List<String> variables = ((Formula) call.at(1))
                .terms().stream().map(term -> term.get("s").asText()).toList();
        List<List<String>> groups = groups(design.data(), variables);
        List<String> labels = DesignFunctions.joint(design.data(), variables);
        List<Estimates> found = new ArrayList<>();
        for (List<String> group : groups) {
            String wanted = String.join("|", group);
            found.add(
                    one(call, design.subset(labels.stream().map(wanted::equals).toList()), columns, function));
        }
        int k = columns.names().size();
        int all = groups.size() * k;
        ObjectNode tree = Tree.object();
        tree.set("groups", Tree.array(groups.size(), i -> Tree.of(String.join("|", groups.get(i)))));
        tree.set("names", Tree.array(all, i -> {
            String group = String.join(".", groups.get(i % groups.size()));
            return Tree.of(k == 1 ? group : group + ":" + columns.names().get(i / groups.size()));
        }));
        tree.set(
                "estimate",
                Tree.array(
                        all, i -> Tree.of(found.get(i % groups.size()).values().get(i / groups.size()))));
        tree.set(
                "se",
                Tree.array(
                        all, i -> Tree.of(found.get(i % groups.size()).errors().get(i / groups.size()))));
        if (!found.get(0).deffs().isEmpty()) {
            tree.set(
                    "deff",
                    Tree.array(
                            all,
                            i -> Tree.of(found.get(i % groups.size()).deffs().get(i / groups.size()))));
        }
        return tree;
    }

    private static Estimates one(Call call, Design part, Columns columns, String function) {
        double[][] answers = columns.answers(part);
        try {
            if (function.equals("svymean")) {
                boolean replace = call.text("deff").filter("replace"::equals).isPresent();
                return means(part, columns.names(), answers, replace || call.truth("deff"), replace);
            }
            VectorEstimate totals = checked(new RowEstimator(part.sample()).totals(answers));
            return new Estimates(
                    columns.names(),
                    totals.estimates(),
                    IntStream.range(0, columns.names().size())
                            .mapToObj(totals::se)
                            .toList(),
                    List.of(),
                    totals.covariance());
        } catch (Refused e) {
            return undefined(columns.names());
        }
    }

    /** All combinations that occur, the first variable turning fastest. */
    private static List<List<String>> groups(Frame data, List<String> variables) {
        List<List<String>> groups = List.of(List.of());
        for (int v = variables.size() - 1; v >= 0; v--) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> tail : groups) {
                for (String level : data.column(variables.get(v)).levels()) {
                    List<String> group = new ArrayList<>(List.of(level));
                    group.addAll(tail);
                    longer.add(group);
                }
            }
            groups = longer;
        }
        List<String> present = DesignFunctions.joint(data, variables);
        return groups.stream()
                .filter(g -> present.contains(String.join("|", g)))
                .toList();
    }

    /** Sums of the product's weights. */
    private static Object table(Call call) {
        Design design = (Design) call.at(1);
        List<String> variables = ((Formula) call.at(0))
                .terms().stream().map(term -> term.path("s").asText()).toList();
        if (variables.size() != 2 || call.has("round")) {
            throw call.notHere();
        }
        List<String> rows = design.data().column(variables.get(0)).levels();
        List<String> columns = design.data().column(variables.get(1)).levels();
        List<String> rowOf = design.data().column(variables.get(0)).labels();
        List<String> columnOf = design.data().column(variables.get(1)).labels();
        double[] sums = new double[rows.size() * columns.size()];
        for (int i = 0; i < rowOf.size(); i++) {
            int r = rows.indexOf(rowOf.get(i));
            int c = columns.indexOf(columnOf.get(i));
            if (r >= 0 && c >= 0 && design.domain().get(i)) {
                sums[r * columns.size() + c] += design.sample().weight(i);
            }
        }
        double scale = call.has("Ntotal")
                ? call.number("Ntotal", -1, 1) / Arrays.stream(sums).sum()
                : 1;
        return new CrossTable(
                rows,
                columns,
                Arrays.stream(sums).map(sum -> sum * scale).boxed().toList());
    }

    private static Object columnShares(Call call) {
        if (!(call.at(0) instanceof CrossTable table) || call.number(1) != 2) {
            throw call.notHere();
        }
        return table.columnShares();
    }

    private static Object confint(Call call) {
        if (!(call.at(0) instanceof Estimates estimates)) {
            throw call.notHere();
        }
        return estimates.intervals(call.number("level", -1, .95), call.number("df", -1, Double.POSITIVE_INFINITY));
    }
}
