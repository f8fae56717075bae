package tw.minsheng.statistics.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tw.minsheng.statistics.compare.Group;

/** Numbers by the levels of a factor, rows with something missing left out. */
record GroupedValues(String name, List<String> levels, List<double[]> values) {

    static GroupedValues of(String name, Vector numbers, Vector factor) {
        List<String> labels = factor.labels();
        List<String> levels = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (String level : factor.levels()) {
            double[] own = IntStream.range(0, numbers.size())
                    .filter(i -> labels.get(i).equals(level) && !Double.isNaN(numbers.number(i)))
                    .mapToDouble(numbers::number)
                    .toArray();
            if (own.length > 0) {
                levels.add(level);
                values.add(own);
            }
        }
        return new GroupedValues(name, List.copyOf(levels), List.copyOf(values));
    }

    /** {@code f(y ~ g, data = d)} or {@code f(d, y ~ g)}. */
    static GroupedValues ofFormula(Call call) {
        boolean dataFirst = call.at(0) instanceof Frame;
        Frame data = (Frame) call.find("data", dataFirst ? 0 : 1).orElseThrow(call::notHere);
        Formula formula = (Formula) call.at(dataFirst ? 1 : 0);
        if (formula.terms().size() != 1) {
            throw call.notHere();
        }
        String by = formula.terms().get(0).get("s").asText();
        return of(by, data.column(formula.left().get("s").asText()), data.column(by));
    }

    /** {@code f(y, g)}. */
    static GroupedValues ofVectors(Call call) {
        return of("g", call.vector(0), call.vector(1));
    }

    List<Group> groups() {
        return values.stream().map(Group::of).toList();
    }

    long n() {
        return values.stream().mapToLong(v -> v.length).sum();
    }
}
