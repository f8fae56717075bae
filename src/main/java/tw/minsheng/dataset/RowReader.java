package tw.minsheng.dataset;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.format.CsvRow;
import tw.minsheng.survey.Scale;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Variable;

/** Turns rows of a file into codes; what does not fit the definition becomes a fault with row, column and value. */
final class RowReader {

    private final Layout layout;
    private final AnswerMapping mapping;
    private final Header header;
    private final FaultList faults;
    private final Map<String, List<String>> declaredCodes = new HashMap<>();
    private final List<Column> stratum;
    private final int[] blank;

    RowReader(Layout layout, AnswerMapping mapping, Header header, FaultList faults) {
        this.layout = layout;
        this.mapping = mapping;
        this.header = header;
        this.faults = faults;
        this.stratum = layout.column(layout.survey().sampling().strata().variable()).stream()
                .toList();
        this.blank = layout.blank();
        layout.columns()
                .forEach(column -> declaredCodes.put(
                        column.id(),
                        column.variable().missing().stream()
                                .map(Scale.MissingCode::code)
                                .toList()));
    }

    /** The row as codes; empty when it has a fault. */
    Optional<Row> read(CsvRow row) {
        int[] codes = blank.clone();
        double[] numbers = new double[codes.length];
        Cells cells = new Cells(row);
        header.constants()
                .forEach((own, value) ->
                        layout.column(own).ifPresent(column -> cells.set(column, value, codes, numbers)));
        header.variables().forEach((place, column) -> cells.set(column, row.field(place), codes, numbers));
        Origin origin = cells.origin();
        return cells.isSound() ? Optional.of(new Row(codes, numbers, origin)) : Optional.empty();
    }

    /** The fields of one row. */
    private final class Cells {
        private final CsvRow row;
        private final boolean[] broken = {false};

        Cells(CsvRow row) {
            this.row = row;
        }

        boolean isSound() {
            return !broken[0];
        }

        void set(Column column, String field, int[] codes, double[] numbers) {
            // a text is compared as written: the export guards a text "-1", so that a plain -1 is the missing code
            boolean text = column.variable().kind() == Variable.Kind.TEXT;
            String cell = text ? field : translated(column.id(), field);
            int code = layout.coding(column).code(cell);
            if (code == Coding.OUTSIDE) {
                refuse(column.id(), field, "answers.outside");
                return;
            }
            codes[column.index()] = code;
            if (code >= 0 && column.variable().kind() == Variable.Kind.NUMBER) {
                numbers[column.index()] = new BigDecimal(cell).doubleValue();
            }
        }

        Origin origin() {
            return new Origin(
                    mode(),
                    "",
                    design(DesignField.WAVE),
                    source(),
                    weight(),
                    stratum(),
                    design(DesignField.PSU),
                    day());
        }

        private String translated(String own, String field) {
            return mapping.translate(own, declaredCodes.getOrDefault(own, List.of()), field);
        }

        private String design(DesignField field) {
            Integer place = header.design().get(field);
            if (place != null) {
                return translated(field.header(), row.field(place));
            }
            return header.constants().getOrDefault(field.header(), "");
        }

        private String mode() {
            String word = design(DesignField.MODE);
            boolean known = Arrays.stream(Survey.Mode.values())
                    .anyMatch(mode -> mode.name().toLowerCase(Locale.ROOT).equals(word));
            if (!word.isEmpty() && !known) {
                refuse(DesignField.MODE.header(), word, "answers.outside");
            }
            return word;
        }

        private Source source() {
            String word = design(DesignField.SOURCE);
            Optional<Source> source = Source.of(word);
            if (source.isEmpty() && !word.isEmpty()) {
                refuse(DesignField.SOURCE.header(), word, "answers.outside");
            }
            return source.orElse(Source.UNSTATED);
        }

        private double weight() {
            boolean given = header.design().containsKey(DesignField.WEIGHT)
                    || header.constants().containsKey(DesignField.WEIGHT.header());
            if (!given) {
                return 1;
            }
            String word = design(DesignField.WEIGHT);
            WeightCell cell = WeightCell.of(word);
            if (!cell.fault().isEmpty()) {
                refuse(DesignField.WEIGHT.header(), word, cell.fault());
            }
            return cell.weight();
        }

        /** A stratum that the definition does not have would silently change every standard error. */
        private String stratum() {
            String word = design(DesignField.STRATUM);
            boolean unknown =
                    stratum.stream().anyMatch(column -> layout.coding(column).code(word) == Coding.OUTSIDE);
            if (unknown) {
                refuse(DesignField.STRATUM.header(), word, "answers.outside");
            }
            return word;
        }

        private LocalDate day() {
            String word = design(DesignField.DATE);
            if (word.isEmpty()) {
                return Origin.NO_DAY;
            }
            try {
                return LocalDate.parse(word);
            } catch (DateTimeParseException notADay) {
                refuse(DesignField.DATE.header(), word, "answers.outside");
                return Origin.NO_DAY;
            }
        }

        private void refuse(String column, String value, String code) {
            broken[0] = true;
            faults.cell(row.number(), column, value, code);
        }
    }
}
