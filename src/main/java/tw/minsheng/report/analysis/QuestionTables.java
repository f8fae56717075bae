package tw.minsheng.report.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.minsheng.dataset.ColumnTally;
import tw.minsheng.dataset.Frequencies;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Texts;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Tables;
import tw.minsheng.survey.Question;
import tw.minsheng.survey.Scale;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Variable;

/**
 * Frequency tables: {@code T3.3.<variable>} for every question, {@code T3.1.<variable>} again for the demographics,
 * {@code T3.2} for the overall item. Missing answers follow the valid ones, by kind, without a share. Groups of people that
 * are too small are without figures.
 */
final class QuestionTables {

    private static final int OWN_CODES_FROM = -4;
    private static final String[] FIGURES = {"n", "share", "share_weighted"};
    private static final Texts TEXTS = Texts.of(QuestionTables.class);

    private final Weighed sample;
    private final SmallGroups groups;
    private final Survey survey;

    QuestionTables(Weighed sample, SmallGroups groups) {
        this.sample = sample;
        this.groups = groups;
        this.survey = sample.tally().layout().survey();
    }

    List<ResultTable> all() {
        List<ResultTable> tables = new ArrayList<>();
        Map<String, List<ColumnTally>> several = new LinkedHashMap<>();
        sample.tally().columns().stream()
                .filter(QuestionTables::isOneOfSeveral)
                .forEach(column -> several.computeIfAbsent(
                                column.column().variable().question(), id -> new ArrayList<>())
                        .add(column));
        for (ColumnTally column : sample.tally().columns()) {
            Variable variable = column.column().variable();
            switch (variable.kind()) {
                case FLAG, RANK -> {
                    List<ColumnTally> all = several.getOrDefault(variable.question(), List.of());
                    if (all.indexOf(column) == 0) {
                        tables.add(several(variable.question(), all));
                    }
                }
                case SCALE, CHOICE -> tables.add(closed("T3.3." + variable.id(), column));
                case NUMBER, TEXT, DATE -> tables.add(open(column));
            }
            if (variable.role() == Question.Role.DEMOGRAPHIC && variable.kind() == Variable.Kind.CHOICE) {
                tables.add(closed("T3.1." + variable.id(), column));
            }
            if (variable.id().equals(survey.overall())) {
                tables.add(closed("T3.2", column));
            }
        }
        return tables;
    }

    private static boolean isOneOfSeveral(ColumnTally column) {
        Variable.Kind kind = column.column().variable().kind();
        return kind == Variable.Kind.FLAG || kind == Variable.Kind.RANK;
    }

    /** One line of a table. */
    private record Line(String code, String label, long n, Optional<Double> share, Optional<Double> weighted) {}

    private ResultTable closed(String key, ColumnTally column) {
        Variable variable = column.column().variable();
        long valid = column.frequencies().valid();
        double total = 0;
        for (int code = 0; code < variable.values().size(); code++) {
            total += column.sums().weight(code, sample.weighting().calibration());
        }
        List<Line> lines = new ArrayList<>();
        for (int code = 0; code < variable.values().size(); code++) {
            Variable.Value value = variable.values().get(code);
            long n = column.frequencies().of(code);
            double weight = column.sums().weight(code, sample.weighting().calibration());
            lines.add(new Line(
                    value.code(),
                    value.label().in(Language.ZH_TW),
                    n,
                    share(n, valid),
                    total > 0 ? Optional.of(weight / total) : Optional.empty()));
        }
        lines.addAll(missing(column));
        return SmallGroups.hide(table(key, lines), groups.of(column), FIGURES);
    }

    /** Choices of one question, of which people could take several: shares of those who answered the question. */
    private ResultTable several(String question, List<ColumnTally> columns) {
        List<Line> lines = new ArrayList<>();
        for (ColumnTally column : columns) {
            Variable variable = column.column().variable();
            boolean flag = variable.kind() == Variable.Kind.FLAG;
            long valid = column.frequencies().valid();
            long chosen = flag ? column.frequencies().of(1) : valid;
            double all = 0;
            double weight = 0;
            for (int code = 0; code < column.frequencies().validCodes(); code++) {
                double own = column.sums().weight(code, sample.weighting().calibration());
                all += own;
                weight += flag && code == 0 ? 0 : own;
            }
            lines.add(new Line(
                    variable.id().substring(question.length() + 2),
                    variable.label().in(Language.ZH_TW),
                    chosen,
                    flag ? share(chosen, valid) : Optional.empty(),
                    flag && all > 0 ? Optional.of(weight / all) : Optional.empty()));
        }
        columns.stream().limit(1).map(this::missing).forEach(lines::addAll);
        Set<Integer> hidden = SmallGroups.rows(
                columns.size(),
                place -> columns.get(place).column().variable().kind() == Variable.Kind.FLAG
                        && groups.isHiddenChoice(columns.get(place)));
        return SmallGroups.hide(table("T3.3." + question, lines), hidden, FIGURES);
    }

    private ResultTable open(ColumnTally column) {
        List<Line> lines = new ArrayList<>();
        String label = TEXTS.text(Language.ZH_TW, "open.answered");
        lines.add(new Line("answered", label, column.frequencies().valid(), Optional.empty(), Optional.empty()));
        lines.addAll(missing(column));
        boolean hidden = groups.isTextOfHiddenChoice(column);
        return SmallGroups.hide(
                table("T3.3." + column.column().id(), lines), SmallGroups.rows(lines.size(), row -> hidden), FIGURES);
    }

    private List<Line> missing(ColumnTally column) {
        List<Line> lines = new ArrayList<>();
        for (int code = -1; code >= -Frequencies.MISSING_KINDS; code--) {
            long n = column.frequencies().of(code);
            if (n > 0) {
                lines.add(new Line(
                        missingCode(column.column().variable(), code),
                        missingLabel(column.column().variable(), code),
                        n,
                        Optional.empty(),
                        Optional.empty()));
            }
        }
        return lines;
    }

    private static String missingCode(Variable variable, int code) {
        return variable.missing().stream()
                .filter(missing -> missing.spss() == code)
                .map(Scale.MissingCode::code)
                .findFirst()
                .orElse(Integer.toString(code));
    }

    private static String missingLabel(Variable variable, int code) {
        return variable.missing().stream()
                .filter(missing -> missing.spss() == code)
                .map(missing -> missing.label().in(Language.ZH_TW))
                .findFirst()
                .orElseGet(() -> code > OWN_CODES_FROM
                        ? TEXTS.text(Language.ZH_TW, "missing." + -code)
                        : Integer.toString(code));
    }

    private static Optional<Double> share(long n, long all) {
        return all == 0 ? Optional.empty() : Optional.of((double) n / all);
    }

    private static ResultTable table(String key, List<Line> lines) {
        return Tables.named(key)
                .words("code", lines.stream().map(Line::code).toList())
                .words("label", lines.stream().map(Line::label).toList())
                .counts("n", lines.stream().map(Line::n).toList())
                .numbers("share", lines.stream().map(Line::share).toList())
                .numbers("share_weighted", lines.stream().map(Line::weighted).toList())
                .result();
    }
}
