package tw.minsheng.survey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;

/**
 * A satisfaction survey (滿意度調查) as its definition file says it; see {@code docs/surveys.md}.
 *
 * <p>Built by {@code survey.file} from a checked file; the records below copy, they do not lint.
 *
 * @param id name of the survey for ever, for example {@code kcg-pwb-counter}
 * @param languages the first one is the default, zh-TW
 * @param scales by id
 * @param constructs 構面, in the order in which their first items are asked
 * @param retestCode id of the text question with a self-made code, by which answers of two waves are paired (再測信度); "" when
 *     there is none
 * @param overall id of the item of overall satisfaction (整體滿意度), "" when there is none
 */
public record Survey(
        String id,
        Version version,
        Status status,
        Owner owner,
        Kind kind,
        Background background,
        List<Language> languages,
        LocalizedText title,
        LocalizedText intro,
        LocalizedText thanks,
        Privacy privacy,
        Map<String, Scale> scales,
        List<Construct> constructs,
        String overall,
        List<SurveyPage> pages,
        SamplingPlan sampling,
        Weighting weighting,
        List<Mode> modes,
        Kiosk kiosk,
        List<Quota> quotas,
        List<ActionRule> actions,
        String retestCode) {

    /** A survey without a code for retests. */
    public Survey(
            String id,
            Version version,
            Status status,
            Owner owner,
            Kind kind,
            Background background,
            List<Language> languages,
            LocalizedText title,
            LocalizedText intro,
            LocalizedText thanks,
            Privacy privacy,
            Map<String, Scale> scales,
            List<Construct> constructs,
            String overall,
            List<SurveyPage> pages,
            SamplingPlan sampling,
            Weighting weighting,
            List<Mode> modes,
            Kiosk kiosk,
            List<Quota> quotas,
            List<ActionRule> actions) {
        this(
                id,
                version,
                status,
                owner,
                kind,
                background,
                languages,
                title,
                intro,
                thanks,
                privacy,
                scales,
                constructs,
                overall,
                pages,
                sampling,
                weighting,
                modes,
                kiosk,
                quotas,
                actions,
                "");
    }

    public enum Status {
        DRAFT,
        PUBLISHED
    }

    /** 一般性業務 or 專案. */
    public enum Kind {
        GENERAL,
        PROJECT
    }

    /** Ways of collection (調查方式). */
    public enum Mode {
        WEB,
        KIOSK,
        PAPER,
        PHONE
    }

    public record Owner(String agency, String unit, String contact, String phone) {}

    /** Seconds of the kiosk; both 0 when the definition does not set them. */
    public record Kiosk(int idleSeconds, int countdownSeconds) {
        public static final Kiosk UNSET = new Kiosk(0, 0);
    }

    public Survey {
        languages = List.copyOf(languages);
        scales = Collections.unmodifiableMap(new LinkedHashMap<>(scales));
        constructs = List.copyOf(constructs);
        pages = List.copyOf(pages);
        modes = List.copyOf(modes);
        quotas = List.copyOf(quotas);
        actions = List.copyOf(actions);
    }

    /** The same survey while it is not published. */
    public Survey asDraft() {
        return with(Status.DRAFT, weighting);
    }

    /** The same survey with other weights: the declared ones stay those of its reports. */
    public Survey weightedBy(Weighting other) {
        return with(status, other);
    }

    private Survey with(Status state, Weighting weights) {
        return new Survey(
                id,
                version,
                state,
                owner,
                kind,
                background,
                languages,
                title,
                intro,
                thanks,
                privacy,
                scales,
                constructs,
                overall,
                pages,
                sampling,
                weights,
                modes,
                kiosk,
                quotas,
                actions,
                retestCode);
    }

    /** Ids of the questions and items that somebody who answered so was not asked. */
    public Set<String> hidden(Map<String, Answer> answers) {
        Set<String> hidden = new HashSet<>();
        for (SurveyPage page : pages) {
            boolean pageShown = page.showIf().holds(answers);
            for (Question question : page.questions()) {
                if (!pageShown || !question.head().showIf().holds(answers)) {
                    hidden.add(question.id());
                } else if (question instanceof Question.Matrix matrix) {
                    matrix.items().stream()
                            .filter(item -> !item.showIf().holds(answers))
                            .forEach(item -> hidden.add(item.id()));
                }
            }
        }
        return hidden;
    }

    /** All questions in the order in which they are asked. */
    public Stream<Question> questions() {
        return pages.stream().flatMap(page -> page.questions().stream());
    }

    public Optional<Question> question(String questionId) {
        return questions().filter(question -> question.id().equals(questionId)).findFirst();
    }

    /** Everything that gets a value of its own, in export order. */
    public List<Variable> variables() {
        return questions()
                .flatMap(question -> question.variables(this).stream())
                .toList();
    }

    public Optional<Variable> variable(String variableId) {
        return variables().stream()
                .filter(variable -> variable.id().equals(variableId))
                .findFirst();
    }

    /** The scale with this id; the linter has made sure that it exists. */
    public Scale scale(String scaleId) {
        Scale scale = scales.get(scaleId);
        if (scale == null) {
            throw new IllegalArgumentException("no scale " + scaleId + " in " + id);
        }
        return scale;
    }

    public Optional<Construct> construct(String constructId) {
        return constructs.stream()
                .filter(construct -> construct.id().equals(constructId))
                .findFirst();
    }

    /** Every population that is known: of the weighting, beside it, and of the strata. */
    public List<Weighting.Margin> populations() {
        List<Weighting.Margin> all = new ArrayList<>(weighting.margins());
        all.addAll(weighting.beside());
        SamplingPlan.Strata strata = sampling.strata();
        boolean known = all.stream().anyMatch(margin -> margin.variable().equals(strata.variable()));
        if (strata.isGiven() && !strata.targets().counts().isEmpty() && !known) {
            all.add(new Weighting.Margin(
                    strata.variable(),
                    strata.targets(),
                    sampling.frame().name(),
                    sampling.frame().asOf()));
        }
        return List.copyOf(all);
    }

    /** The question of overall satisfaction, or the item of a matrix that asks for it. */
    public Optional<Variable> overallItem() {
        return overall.isEmpty() ? Optional.empty() : variable(overall);
    }
}
