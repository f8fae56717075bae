package tw.minsheng.survey.file.definition;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import tw.minsheng.format.Node;
import tw.minsheng.kernel.Language;
import tw.minsheng.survey.ActionRule;
import tw.minsheng.survey.Background;
import tw.minsheng.survey.Condition;
import tw.minsheng.survey.Construct;
import tw.minsheng.survey.Population;
import tw.minsheng.survey.Privacy;
import tw.minsheng.survey.Quota;
import tw.minsheng.survey.Scale;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.SurveyPage;
import tw.minsheng.survey.Version;
import tw.minsheng.survey.condition.Conditions;

/** Turns a checked definition, YAML or published JSON, into the survey it means; fills in the defaults. */
public final class SurveyMapper {

    private static final int DEFAULT_CELL = 5;
    private final Node root;
    private final SamplingMapper sampling;

    private SurveyMapper(Node root, Function<String, Population> populations) {
        this.root = root;
        this.sampling = new SamplingMapper(root, populations);
    }

    /**
     * @param root a definition without errors
     * @param populations counts by the name of the file
     */
    public static Survey survey(Node root, Function<String, Population> populations) {
        return new SurveyMapper(root, populations).survey();
    }

    private Survey survey() {
        return new Survey(
                root.get("id").text(),
                Version.parse(root.get("version").text()),
                root.get("status").text().equals("draft") ? Survey.Status.DRAFT : Survey.Status.PUBLISHED,
                owner(root.get("owner")),
                Values.constant(Survey.Kind.class, root.get("kind"), Survey.Kind.GENERAL),
                background(root.get("background")),
                root.get("languages").texts().stream().map(Language::new).toList(),
                Values.text(root.get("title")),
                Values.text(root.get("intro")),
                Values.text(root.get("thanks")),
                privacy(root.get("privacy")),
                Values.mapping(root.get("scales"), SurveyMapper::scale),
                constructs(),
                root.get("overall").text(),
                root.get("pages").elements().stream().map(SurveyMapper::page).toList(),
                sampling.plan(),
                sampling.weighting(),
                root.get("modes").elements().stream()
                        .map(mode -> Values.constant(Survey.Mode.class, mode, Survey.Mode.WEB))
                        .toList(),
                kiosk(root.get("kiosk")),
                root.get("quotas").elements().stream().map(SurveyMapper::quota).toList(),
                root.get("actions").elements().stream()
                        .map(SurveyMapper::action)
                        .toList(),
                root.get("retest").get("code").text());
    }

    private static Survey.Owner owner(Node node) {
        return new Survey.Owner(
                node.get("agency").text(),
                node.get("unit").text(),
                node.get("contact").text(),
                node.get("phone").text());
    }

    private static Background background(Node node) {
        return new Background(
                Values.text(node.get("purpose")),
                Values.text(node.get("target")),
                Values.text(node.get("service")),
                node.get("planItems").texts(),
                Values.text(node.get("pretest")),
                Values.text(node.get("notCovered")),
                Values.text(node.get("replacement")),
                Values.text(node.get("incentive")),
                node.get("exclusions").elements().stream()
                        .map(each -> new Background.Exclusion(
                                each.get("id").text(),
                                Conditions.parse(each.get("rule").text()),
                                each.get("action").text().equals("exclude")))
                        .toList());
    }

    private static Privacy privacy(Node node) {
        Node notice = node.get("notice");
        return new Privacy(
                node.get("anonymous").isTrue(),
                Values.integer(node.get("retentionMonths"), 0),
                Values.integer(node.get("minCellSize"), DEFAULT_CELL),
                node.get("access").text().equals("invited"),
                new Privacy.Notice(
                        Values.integer(notice.get("version"), 1),
                        Values.text(notice.get("agency")),
                        Values.text(notice.get("purpose")),
                        Values.text(notice.get("categories")),
                        Values.text(notice.get("use")),
                        Values.text(notice.get("rights")),
                        Values.text(notice.get("refusal"))));
    }

    private static Scale scale(String id, Node node) {
        return new Scale(
                id,
                Values.constant(Scale.Kind.class, node.get("kind"), Scale.Kind.LIKERT),
                node.get("points").elements().stream()
                        .map(point ->
                                new Scale.Point(Values.integer(point.get("value"), 0), Values.text(point.get("label"))))
                        .toList(),
                bound(node.get("neutral")),
                bound(node.get("satisfiedFrom")),
                node.get("missing").elements().stream()
                        .map(each -> new Scale.MissingCode(
                                each.get("code").text(),
                                Values.integer(each.get("spss"), 0),
                                Values.text(each.get("label"))))
                        .toList(),
                Values.text(node.get("ask")));
    }

    private static Scale.OptionalBound bound(Node node) {
        return node.isGiven() ? Scale.OptionalBound.of(Values.integer(node, 0)) : Scale.OptionalBound.NONE;
    }

    /**
     * Undeclared weights share what the declared ones leave, so that without any all are equal. The order is that of
     * the questionnaire, because canonical JSON does not keep the order of keys.
     */
    private List<Construct> constructs() {
        List<Node.Entry> entries = root.get("constructs").entries();
        double declared = entries.stream()
                .mapToDouble(entry -> Values.number(entry.value().get("weightInIndex"), 0))
                .sum();
        long undeclared = entries.stream()
                .filter(entry -> !entry.value().get("weightInIndex").isGiven())
                .count();
        double share = undeclared == 0 ? 0 : Math.max(0, 1 - declared) / undeclared;
        List<String> asked = List.copyOf(PageChanges.ids(root));
        return entries.stream()
                .map(entry -> construct(entry, share))
                .sorted(Comparator.comparingInt(construct ->
                        asked.indexOf(construct.items().stream().findFirst().orElse(""))))
                .toList();
    }

    private static Construct construct(Node.Entry entry, double share) {
        Node node = entry.value();
        return new Construct(
                entry.key(),
                Values.text(node.get("label")),
                node.get("items").texts(),
                Values.number(node.get("minAlpha")),
                Values.number(node.get("weightInIndex"), share));
    }

    private static SurveyPage page(Node node) {
        return new SurveyPage(
                node.get("id").text(),
                Values.text(node.get("title")),
                condition(node.get("showIf")),
                node.get("questions").elements().stream()
                        .map(QuestionMapper::question)
                        .toList());
    }

    static Condition condition(Node node) {
        return node.isGiven() ? Conditions.parse(node.text()) : Condition.ALWAYS;
    }

    private static Survey.Kiosk kiosk(Node node) {
        return new Survey.Kiosk(
                Values.integer(node.get("idleSeconds"), 0), Values.integer(node.get("countdownSeconds"), 0));
    }

    private static Quota quota(Node node) {
        return new Quota(
                node.get("id").text(), Conditions.parse(node.get("when").text()), Values.integer(node.get("limit"), 0));
    }

    private static ActionRule action(Node node) {
        String when = node.get("when").text();
        return new ActionRule(
                node.get("id").text(),
                when,
                Conditions.action(when),
                node.get("owner").text(),
                Values.integer(node.get("dueDays"), 0));
    }
}
