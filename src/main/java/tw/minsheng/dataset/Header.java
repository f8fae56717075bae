package tw.minsheng.dataset;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What each field of an answers file is: a variable, a column of the design, or nothing that we read. A header that is
 * unknown, doubled or mapped to nothing is a fault.
 *
 * @param variables place in the file → our column
 * @param design column of the design → place in the file
 * @param constants column of the design or variable id → the value that every row has
 */
record Header(
        Map<Integer, Column> variables, Map<DesignField, Integer> design, Map<String, String> constants, int width) {

    static Header read(List<String> fields, Layout layout, AnswerMapping mapping, FaultList faults) {
        Map<String, String> ours = new HashMap<>();
        mapping.columns().forEach((own, theirs) -> {
            if (!fields.contains(theirs)) {
                faults.header("answers.mapped_column_absent", theirs);
            }
            if (ours.put(theirs, own) != null) {
                faults.header("answers.mapped_twice", theirs);
            }
        });
        checkNames(layout, mapping, faults);
        Map<Integer, Column> variables = new LinkedHashMap<>();
        Map<DesignField, Integer> design = new EnumMap<>(DesignField.class);
        Set<String> seen = new HashSet<>();
        for (int place = 0; place < fields.size(); place++) {
            String header = fields.get(place);
            Optional<String> mapped = Optional.ofNullable(ours.get(header));
            if (mapped.isEmpty() && isLeftOut(header, layout, mapping)) {
                continue;
            }
            String own = mapped.orElse(header);
            if (!seen.add(own)) {
                faults.header("answers.column_twice", header);
            }
            Optional<DesignField> field = DesignField.of(own);
            Optional<Column> column = layout.column(own);
            if (field.isPresent()) {
                design.put(field.orElseThrow(), place);
            } else if (column.isPresent()) {
                variables.put(place, column.orElseThrow());
            } else {
                faults.header("answers.unknown_column", header);
            }
        }
        if (variables.isEmpty() && mapping.constants().isEmpty()) {
            faults.header(
                    "answers.no_variable",
                    String.join(", ", new ArrayList<>(fields).subList(0, Math.min(3, fields.size()))));
        }
        return new Header(variables, design, mapping.constants(), fields.size());
    }

    private static boolean isLeftOut(String header, Layout layout, AnswerMapping mapping) {
        boolean known =
                DesignField.of(header).isPresent() || layout.column(header).isPresent();
        boolean replaced =
                mapping.columns().containsKey(header) || mapping.constants().containsKey(header);
        return mapping.ignore().contains(header) || (mapping.ignoreRest() && (!known || replaced));
    }

    /** Every id of ours in the mapping must exist. */
    private static void checkNames(Layout layout, AnswerMapping mapping, FaultList faults) {
        Set<String> named = new HashSet<>(mapping.columns().keySet());
        named.addAll(mapping.values().keySet());
        named.addAll(mapping.missing().keySet());
        named.addAll(mapping.constants().keySet());
        named.remove(AnswerMapping.EVERY);
        named.stream()
                .filter(own ->
                        layout.column(own).isEmpty() && DesignField.of(own).isEmpty())
                .sorted()
                .forEach(own -> faults.header("answers.mapping_unknown", own));
    }
}
