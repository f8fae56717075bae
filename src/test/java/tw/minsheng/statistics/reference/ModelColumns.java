package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The right side of a formula as columns, as R's {@code model.matrix} makes them: the intercept, numbers as they are, factors
 * as all levels but the first, and products of those.
 *
 * @param terms the name of each term; the intercept has none
 * @param names of the columns
 * @param values by column; NaN where there is none
 * @param assign by column, the number of its term from 1; 0 for the intercept
 */
record ModelColumns(List<String> terms, List<String> names, List<double[]> values, List<Integer> assign) {

    /** How a factor becomes columns. */
    enum Contrasts {
        TREATMENT,
        SUM
    }

    static ModelColumns of(Call call, Formula formula, Frame data, Contrasts contrasts) {
        List<String> terms = new ArrayList<>();
        List<String> names = new ArrayList<>(List.of("(Intercept)"));
        List<double[]> values = new ArrayList<>();
        List<Integer> assign = new ArrayList<>(List.of(0));
        double[] ones = new double[data.rows()];
        java.util.Arrays.fill(ones, 1);
        values.add(ones);
        List<List<JsonNode>> products = new ArrayList<>();
        for (JsonNode term : formula.terms(data)) {
            if (term.isNumber()) {
                continue;
            }
            if (term.path("f").asText().equals("*")) {
                products.add(List.of(term.get("a").get(0)));
                products.add(List.of(term.get("a").get(1)));
                products.add(List.of(term.get("a").get(0), term.get("a").get(1)));
            } else {
                products.add(List.of(term));
            }
        }
        for (List<JsonNode> product : products) {
            List<String> written = List.of("");
            List<double[]> columns = List.of(ones);
            for (JsonNode factor : product) {
                Part part = Part.of(call, factor, data, contrasts);
                List<String> longer = new ArrayList<>();
                List<double[]> wider = new ArrayList<>();
                for (int b = 0; b < part.names().size(); b++) {
                    for (int a = 0; a < columns.size(); a++) {
                        longer.add(
                                written.get(a).isEmpty()
                                        ? part.names().get(b)
                                        : written.get(a) + ":" + part.names().get(b));
                        double[] first = columns.get(a);
                        double[] second = part.values().get(b);
                        wider.add(IntStream.range(0, first.length)
                                .mapToDouble(i -> first[i] * second[i])
                                .toArray());
                    }
                }
                written = longer;
                columns = wider;
            }
            terms.add(String.join(":", product.stream().map(Formula::written).toList()));
            for (int c = 0; c < columns.size(); c++) {
                names.add(written.get(c));
                values.add(columns.get(c));
                assign.add(terms.size());
            }
        }
        return new ModelColumns(terms, names, values, assign);
    }

    /** One factor or number. */
    private record Part(List<String> names, List<double[]> values) {

        static Part of(Call call, JsonNode term, Frame data, Contrasts contrasts) {
            Vector vector = (Vector) call.interpreter().eval(term, data);
            String written = Formula.written(term);
            if (vector.kind() == Vector.Kind.NUMBER) {
                return new Part(List.of(written), List.of(vector.doubles()));
            }
            List<String> labels = vector.labels();
            List<String> levels = vector.levels();
            List<String> names = new ArrayList<>();
            List<double[]> values = new ArrayList<>();
            boolean sums = contrasts == Contrasts.SUM;
            String other = levels.get(sums ? levels.size() - 1 : 0);
            for (String level : sums ? levels.subList(0, levels.size() - 1) : levels.subList(1, levels.size())) {
                names.add(written + level);
                values.add(labels.stream()
                        .mapToDouble(label -> label.isEmpty()
                                ? Double.NaN
                                : label.equals(level) ? 1 : sums && label.equals(other) ? -1 : 0)
                        .toArray());
            }
            return new Part(names, values);
        }
    }

    boolean[] valid(double[] outcome) {
        boolean[] valid = new boolean[outcome.length];
        for (int i = 0; i < valid.length; i++) {
            int row = i;
            valid[i] = !Double.isNaN(outcome[i]) && values.stream().noneMatch(column -> Double.isNaN(column[row]));
        }
        return valid;
    }

    double[][] rows() {
        double[][] rows = new double[values.get(0).length][names.size()];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < names.size(); j++) {
                rows[i][j] = values.get(j)[i];
            }
        }
        return rows;
    }

    int[] columnsOf(String term) {
        int number = terms.indexOf(term) + 1;
        return IntStream.range(0, assign.size())
                .filter(c -> assign.get(c) == number)
                .toArray();
    }
}
