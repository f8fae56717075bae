package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tw.minsheng.chart.Charts;
import tw.minsheng.document.Block;
import tw.minsheng.document.Paragraph;
import tw.minsheng.document.Run;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.report.Facts;
import tw.minsheng.report.Origins;
import tw.minsheng.report.Profile;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Results;
import tw.minsheng.report.SampleStatement;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.SampleFacts;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.survey.Construct;
import tw.minsheng.survey.Scale;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Variable;

/** What a report is written from. */
public record Material(
        Survey survey,
        Results results,
        Facts facts,
        Origins origins,
        Profile profile,
        Language language,
        Charts charts) {

    /** Results that compare people: of factors and their like another sample may have been drawn. */
    private static final Pattern COMPARES =
            Pattern.compile("\\.p_adj\\.|\\.performance$|\\.lmg$|\\.nps$|overall\\.lead$");

    /** The words of the chapters in the report's language. */
    Speech speech() {
        return Speech.of(language, Material.class);
    }

    String text(LocalizedText text) {
        return text.in(language);
    }

    SampleStatement sample() {
        return results.head().sample();
    }

    /** Answers behind the figures: those of the drawn part where there is also an open one. */
    long used() {
        return Math.round(results.value("sample.n").asOptional().orElse(0));
    }

    /** How many answers were drawn at random for what compares people, in words; nothing where all were taken. */
    List<String> drawn() {
        String said = drawnForComparison();
        return said.isEmpty() ? List.of() : List.of(said);
    }

    /** What a note of numbers that compare people says of them: how many were drawn at random for it, and of whom it does not speak. */
    List<String> whom() {
        List<String> said = new ArrayList<>(drawn());
        if (isNonprobability()) {
            said.add(speech().say("note.nonprobability"));
        }
        return said;
    }

    /** How many answers were drawn at random for what compares people, in words; "" where all were taken. */
    String drawnForComparison() {
        return results.all().stream()
                .filter(result -> COMPARES.matcher(result.key()).find())
                .flatMap(result -> result.warnings().stream())
                .filter(warning -> warning.code().equals("random_sample"))
                .findFirst()
                .map(warning -> speech().say(
                                "compare.random_sample",
                                "n",
                                Printed.count(Long.parseLong(warning.args().getOrDefault("n", "0"))),
                                "all",
                                Printed.count(used())))
                .orElse("");
    }

    /** Whether shares and means must stand without interval and margin. */
    boolean isNonprobability() {
        return sample().code().isNonprobability();
    }

    /** The confidence level of margins and intervals as it is printed: 95. */
    String level() {
        return Printed.level(SampleFacts.level(survey.sampling()));
    }

    Optional<ResultTable> table(String key) {
        return results.table(key);
    }

    /** The words of a variable. */
    String label(String variable) {
        return survey.variable(variable).map(found -> text(found.label())).orElse(variable);
    }

    /** The words of an item beside its score; a reverse item says so, because its words mean the opposite. */
    String scored(String item) {
        String label = label(item);
        return isReverse(item) ? speech().say("reverse.scored", "item", label) : label;
    }

    /** The words of an item beside its answers as they were given; a reverse item says so, because a low answer is a good one. */
    String answered(String item) {
        String label = label(item);
        return isReverse(item) ? speech().say("reverse.raw", "item", label) : label;
    }

    boolean isReverse(String item) {
        return survey.variable(item).map(Variable::reverse).orElse(false);
    }

    /** The words of a valid or missing code of a variable; the code itself when the definition has no words. */
    String valueLabel(String variable, String code) {
        Optional<Variable> found = survey.variable(variable);
        return found.flatMap(known -> known.value(code))
                .map(value -> text(value.label()))
                .or(() -> found.flatMap(known -> known.missing().stream()
                        .filter(missing -> missing.code().equals(code))
                        .map(missing -> text(missing.label()))
                        .findFirst()))
                .orElseGet(() -> standardMissing(code));
    }

    /** Which strata gave a single answer or unit, in words; none where no error rests on them. */
    Optional<String> lonely() {
        List<String> names = results.all().stream()
                .flatMap(result -> result.warnings().stream())
                .filter(warning -> warning.code().equals(Results.LONELY_STRATA))
                .map(warning -> warning.args().getOrDefault("stratum", ""))
                .distinct()
                .map(code ->
                        speech().quoted(valueLabel(survey.sampling().strata().variable(), code)))
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(speech().say("2.6.lonely", "strata", speech().list(names)));
    }

    /** Whether this code of the variable is an answer, not a kind of missing. */
    boolean isValue(String variable, String code) {
        return survey.variable(variable).flatMap(known -> known.value(code)).isPresent();
    }

    private String standardMissing(String code) {
        return switch (code) {
            case "-1" -> speech().say("missing.not_answered");
            case "-2" -> speech().say("missing.skipped");
            case "-3" -> speech().say("missing.not_in_version");
            default -> code;
        };
    }

    /** The words of a construct; those for all items together when there is no construct of this id. */
    String construct(String id) {
        return survey.construct(id)
                .map(Construct::label)
                .map(this::text)
                .orElseGet(() -> speech().say("construct.total"));
    }

    Optional<Scale> scaleOf(String variable) {
        return survey.variable(variable)
                .filter(found -> !found.scale().isEmpty())
                .map(found -> survey.scale(found.scale()));
    }

    /** How the numbers of a table are computed, and where its data can be fetched. */
    Block source(String table) {
        Run method = Run.reference("appendixC", speech().say("source.method"));
        return new Paragraph(
                origins.tables().isEmpty()
                        ? List.of(method)
                        : List.of(
                                method,
                                Run.plain(" · "),
                                Run.link(origins.tables() + table + ".csv", speech().say("source.data"))));
    }

    /** The item of overall satisfaction; none or one. */
    List<Variable> overall() {
        return survey.overallItem().stream().toList();
    }
}
