package tw.minsheng.report;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tw.minsheng.collect.AnswerSheet;
import tw.minsheng.collect.SampleWeights;
import tw.minsheng.format.CsvWriter;
import tw.minsheng.survey.Answer;
import tw.minsheng.survey.SamplingPlan;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Variable;
import tw.minsheng.survey.Version;

/**
 * Collected answers as a file: the columns are all variables of all versions in order of first appearance, never shifted
 * and never renamed; a row is written by the version that was answered, so a later version changes nothing in it. The
 * file can be read back as an answers file. Variables with personal data are left out.
 */
public final class AnswerExport {

    private static final List<String> ORIGIN = List.of("_mode", "_wave", "_source");
    private static final List<String> PLACE = List.of("_weight", "_stratum", "_psu");

    private final Set<String> columns = new LinkedHashSet<>();
    private final boolean placed;
    private final SampleWeights weights;
    private final Map<Version, Asked> asked = new HashMap<>();

    /** A version by its variables. */
    private record Asked(Survey survey, Map<String, Variable> variables) {}

    /** @param versions every version that was answered, oldest first */
    public AnswerExport(List<Survey> versions) {
        this(versions, SampleWeights.NONE);
    }

    /**
     * Of answers that stand at places of a sample.
     *
     * @param versions every version that was answered, oldest first; where one of them draws sessions, or there are weights, weight and place are
     *     columns
     * @param weights what an answer at each place stands for; 1 for every other answer
     */
    public AnswerExport(List<Survey> versions, SampleWeights weights) {
        this.weights = weights;
        this.placed = !weights.groups().isEmpty()
                || versions.stream().anyMatch(survey -> survey.sampling().design() == SamplingPlan.Design.ONSITE);
        for (Survey survey : versions) {
            Map<String, Variable> variables = new HashMap<>();
            for (Variable variable : survey.variables()) {
                if (!variable.personalData()) {
                    variables.put(variable.id(), variable);
                    columns.add(variable.id());
                }
            }
            asked.put(survey.version(), new Asked(survey, variables));
        }
    }

    /** Writes the row of column names. */
    public void header(CsvWriter out) {
        ORIGIN.forEach(out::text);
        if (placed) {
            PLACE.forEach(out::text);
        }
        out.text("_date");
        columns.forEach(out::text);
        out.endRow();
    }

    /**
     * Writes one answer.
     *
     * @throws IllegalArgumentException when its version was not given
     */
    public void row(CsvWriter out, AnswerSheet sheet) {
        Asked version = asked.get(sheet.version());
        if (version == null) {
            throw new IllegalArgumentException("no version " + sheet.version() + " of " + sheet.survey());
        }
        out.text(sheet.mode().name().toLowerCase(Locale.ROOT));
        out.text(sheet.wave());
        out.text(sheet.source().code());
        if (placed) {
            out.number(weights.of(sheet.wave(), sheet.place()));
            out.text(sheet.place().oneStratum());
            out.text(sheet.place().unit());
        }
        out.text(sheet.day().toString());
        Set<String> hidden = version.survey().hidden(sheet.answers());
        for (String column : columns) {
            Variable variable = version.variables().get(column);
            if (variable == null) {
                out.number(Variable.NOT_IN_VERSION);
            } else if (hidden.contains(column) || hidden.contains(variable.question())) {
                out.number(Variable.SKIPPED);
            } else {
                cell(out, variable, sheet.answers());
            }
        }
        out.endRow();
    }

    private static void cell(CsvWriter out, Variable variable, Map<String, Answer> answers) {
        boolean several = variable.kind() == Variable.Kind.FLAG || variable.kind() == Variable.Kind.RANK;
        Answer answer = answers.get(several ? variable.question() : variable.id());
        if (answer == null) {
            out.number(Variable.NOT_ANSWERED);
        } else if (answer instanceof Answer.Point point) {
            out.number(point.value());
        } else if (answer instanceof Answer.Choice choice) {
            out.text(choice.value());
        } else if (answer instanceof Answer.Choices chosen) {
            chosen(out, variable, chosen.values());
        } else if (answer instanceof Answer.Missing missing) {
            out.text(missing.code());
        } else if (answer instanceof Answer.Quantity quantity) {
            number(out, quantity.value());
        } else {
            out.text(answer.plain().toString());
        }
    }

    /** 1 or 0 for a choice among several, its place for one in a ranking. */
    private static void chosen(CsvWriter out, Variable variable, List<String> values) {
        String choice = variable.id().substring(variable.question().length() + 2);
        int place = values.indexOf(choice);
        if (variable.kind() == Variable.Kind.FLAG) {
            out.number(place < 0 ? 0 : 1);
        } else {
            out.number(place < 0 ? Variable.NOT_ANSWERED : place + 1);
        }
    }

    private static void number(CsvWriter out, BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.scale() <= 0 && plain.precision() - plain.scale() < 18) {
            out.number(plain.longValueExact());
        } else {
            out.number(value.doubleValue());
        }
    }
}
