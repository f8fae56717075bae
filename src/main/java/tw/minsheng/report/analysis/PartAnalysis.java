package tw.minsheng.report.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.minsheng.dataset.Tally;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.report.Basis;
import tw.minsheng.report.Facts;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.SampleStatement;
import tw.minsheng.report.compare.Comparisons;
import tw.minsheng.report.compare.People;
import tw.minsheng.report.scale.ScaleStudies;
import tw.minsheng.report.wording.Dates;
import tw.minsheng.report.wording.Reasons;
import tw.minsheng.report.wording.SampleFacts;
import tw.minsheng.report.wording.SampleSentence;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.report.wording.WeightingSentence;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.cases.NonresponseBounds;
import tw.minsheng.statistics.sampling.SampleSize;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Variable;
import tw.minsheng.survey.Weighting;

/** All results of one part of the answers: the drawn ones, or the open ones. */
final class PartAnalysis {

    private final Weighed sample;
    private final SmallGroups groups;
    private final Survey survey;
    private final Facts facts;
    private final SampleFacts said;
    private final SampleFigures figures;
    private final ScaleStudies studies;
    private final Optional<Comparisons> comparisons;

    private PartAnalysis(Tally tally, boolean open, Facts facts, Depth depth) {
        this.sample = Weighed.of(tally);
        this.groups = new SmallGroups(sample);
        this.survey = tally.layout().survey();
        this.facts = facts;
        SampleFacts without = facts(open, new SampleFacts.Figures(none(), none(), none(), none(), none(), ""));
        this.figures = new SampleFigures(
                sample,
                groups,
                without.code(),
                level(),
                without.population(),
                open ? Facts.Dispositions.NONE : facts.dispositions());
        this.said = facts(open, figures.forSentence());
        this.studies = ScaleStudies.of(tally, facts.standards(), depth.extent(), depth.seed(), groups.modes());
        this.comparisons = depth.isCompared() && tally.used() > 0
                ? Optional.of(Comparisons.of(
                        People.of(
                                tally,
                                sample.weighting().calibration(),
                                sample.design(),
                                sample.isWeighted(),
                                said.code()),
                        level(),
                        depth.seed(),
                        groups::of))
                : Optional.empty();
    }

    static PartAnalysis of(Tally tally, boolean open, Facts facts, Depth depth) {
        return new PartAnalysis(tally, open, facts, depth);
    }

    private static Value none() {
        return Value.undefined(Reason.NO_DATA);
    }

    private SampleFacts facts(boolean open, SampleFacts.Figures numbers) {
        List<LocalizedText> by = sample.method() == Weighed.Method.FILE
                ? List.of()
                : survey.weighting().margins().stream()
                        .flatMap(margin -> survey.variable(margin.variable()).stream())
                        .map(Variable::label)
                        .toList();
        return new SampleFacts(
                survey.sampling(),
                open,
                sample.tally().used(),
                survey.sampling().frame().size(),
                survey.background().target(),
                by,
                sample.isWeighted(),
                level(),
                numbers,
                period(),
                sample.isUncounted());
    }

    private double level() {
        return SampleFacts.level(survey.sampling());
    }

    /** The days of the answers where they are known, else those of the facts. */
    private LocalizedText period() {
        List<LocalDate> days = List.copyOf(sample.tally().field().days().keySet());
        boolean dated = sample.tally().field().isDated() && !days.isEmpty();
        Facts.Fieldwork field = dated ? new Facts.Fieldwork(days.get(0), days.get(days.size() - 1)) : facts.fieldwork();
        return bilingual(language -> field.isGiven() ? Dates.span(language, field.from(), field.to()) : "");
    }

    Weighed sample() {
        return sample;
    }

    SampleFacts said() {
        return said;
    }

    SampleStatement statement() {
        return new SampleStatement(
                survey.sampling().design().name().toLowerCase(Locale.ROOT),
                sample.isWeighted(),
                SampleSentence.codes(said),
                bilingual(this::sentence),
                bilingual(this::weighting));
    }

    /** Who reads nothing but this sentence must know where a part of the population has nobody to speak for it. */
    private String sentence(Language language) {
        String sentence = SampleSentence.in(language, said);
        return sample.refusal().isKnown() || said.n() == 0
                ? sentence
                : Speech.of(language, WeightingSentence.class).join(List.of(sentence, weighting(language)));
    }

    private String weighting(Language language) {
        Weighting declared = survey.weighting();
        Speech speech = Speech.of(language, WeightingSentence.class);
        if (!sample.refusal().isKnown()) {
            String reason = Reasons.in(language, named(language, sample.refusal()));
            return speech.say(refused(declared), "reason", reason);
        }
        if (sample.method() == Weighed.Method.FILE) {
            return speech.say("weighting." + given());
        }
        String fitted = sentence(declared).in(language);
        return sample.hasDrawWeights()
                ? speech.join(List.of(speech.say("weighting." + given() + ".first"), fitted))
                : fitted;
    }

    /** Where weights come from that were not fitted here. */
    private String given() {
        return sample.hasSessionWeights() ? "sessions" : sample.hasDrawWeights() ? "drawn" : "file";
    }

    private String refused(Weighting declared) {
        if (sample.hasDrawWeights()) {
            return "weighting.refused." + given();
        }
        return declared.method().isCalibration() ? "weighting.refused.calibration" : "weighting.refused";
    }

    private WeightingSentence sentence(Weighting declared) {
        return new WeightingSentence(
                switch (sample.method()) {
                    case NONE, FILE -> Weighting.Method.NONE;
                    case CELL -> Weighting.Method.CELL;
                    case RAKING -> Weighting.Method.RAKING;
                    case LINEAR -> Weighting.Method.LINEAR;
                    case LOGIT -> Weighting.Method.LOGIT;
                },
                declared.bounds(),
                declared.margins().stream().map(Weighting.Margin::source).toList(),
                said.weightedBy(),
                sample.weighting().iterations(),
                sample.weighting().relativeMarginError().asOptional().orElse(0),
                sample.trimmed() > 0);
    }

    /** The reason with the words of variables and categories in place of their codes. */
    private Value named(Language language, Value refusal) {
        Map<String, String> words = new LinkedHashMap<>();
        refusal.reasonArgs()
                .forEach((name, text) -> words.put(
                        name,
                        survey.weighting().margins().stream()
                                .filter(margin -> !"category".equals(name)
                                        || margin.variable()
                                                .equals(refusal.reasonArgs()
                                                        .getOrDefault("variable", margin.variable())))
                                .flatMap(margin -> survey.variable(margin.variable()).stream())
                                .flatMap(variable -> variable.id().equals(text)
                                        ? Stream.of(variable.label())
                                        : "category".equals(name)
                                                ? variable.value(text).map(Variable.Value::label).stream()
                                                : Stream.empty())
                                .map(label -> label.in(language))
                                .findFirst()
                                .orElse(text)));
        return Value.undefined(refusal.reason().orElseThrow(), words);
    }

    private static LocalizedText bilingual(Function<Language, String> text) {
        Map<Language, String> texts = new LinkedHashMap<>();
        texts.put(Language.ZH_TW, text.apply(Language.ZH_TW));
        texts.put(Language.EN, text.apply(Language.EN));
        return new LocalizedText(texts);
    }

    List<Result> results() {
        Precision precision = new Precision(said);
        ItemFigures items = new ItemFigures(sample, precision);
        List<Result> results = new ArrayList<>(figures.all());
        results.addAll(new MarginFigures(sample, groups).results());
        results.addAll(items.all());
        results.addAll(new ConstructFigures(sample, precision, items).all());
        Set<String> known = results.stream().map(Result::key).collect(Collectors.toSet());
        studies.results().stream()
                .filter(result -> !known.contains(result.key()))
                .forEach(results::add);
        comparisons.ifPresent(found -> results.addAll(found.results()));
        results.addAll(bounds(results));
        return LonelyStrata.of(sample).marked(results);
    }

    /** What the satisfied share of all who were asked can be, whatever those who did not answer think (CS4). */
    private static List<Result> bounds(List<Result> results) {
        Optional<Result> share = known(results, "overall.t2b");
        Optional<Result> rate = known(results, "sample.rr1");
        if (share.isEmpty() || rate.isEmpty()) {
            return List.of();
        }
        Basis own = share.orElseThrow().basis();
        Basis basis = new Basis(own.n(), own.rows(), 1, "no_assumption_bounds", own.weighted(), own.missing());
        NonresponseBounds bounds = NonresponseBounds.of(
                share.orElseThrow().number(), Math.min(1, rate.orElseThrow().number()));
        return List.of(
                Result.of("overall.t2b.bound_lower", bounds.lower(), basis),
                Result.of("overall.t2b.bound_upper", bounds.upper(), basis));
    }

    private static Optional<Result> known(List<Result> results, String key) {
        return results.stream()
                .filter(result -> result.key().equals(key) && result.isKnown())
                .findFirst();
    }

    List<ResultTable> tables(List<Result> results) {
        Map<String, Result> byKey = new LinkedHashMap<>();
        results.forEach(result -> byKey.put(result.key(), result));
        List<ResultTable> tables = new ArrayList<>(new FieldTables(sample, groups).all());
        tables.addAll(new DesignTables(sample, groups, said.code(), figures, facts)
                .all(results, SurveyAnalysis.planned(survey.sampling()).map(SampleSize::nDeffAfterFpcInt)));
        tables.addAll(new MarginFigures(sample, groups).tables());
        tables.addAll(new QuestionTables(sample, groups).all());
        tables.addAll(new ScaleTables(sample, groups, byKey, studies, facts.standards()).all());
        tables.addAll(studies.tables());
        comparisons.ifPresent(found -> tables.addAll(found.tables()));
        return tables;
    }
}
