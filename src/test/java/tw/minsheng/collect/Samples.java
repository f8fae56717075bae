package tw.minsheng.collect;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.survey.Answer;
import tw.minsheng.survey.Background;
import tw.minsheng.survey.Condition;
import tw.minsheng.survey.Construct;
import tw.minsheng.survey.Privacy;
import tw.minsheng.survey.Question;
import tw.minsheng.survey.Question.Choice;
import tw.minsheng.survey.Question.ChoiceKind;
import tw.minsheng.survey.Quota;
import tw.minsheng.survey.SamplingPlan;
import tw.minsheng.survey.Scale;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.SurveyPage;
import tw.minsheng.survey.Version;
import tw.minsheng.survey.Weighting;

/** Surveys for tests, built without files. */
public final class Samples {

    private Samples() {}

    public static LocalizedText text(String chinese, String english) {
        return new LocalizedText(Map.of(Language.ZH_TW, chinese, Language.EN, english));
    }

    /** A condition on one answer. */
    public static Condition when(String id, Predicate<Answer> holds) {
        return new Condition() {
            @Override
            public boolean holds(Map<String, Answer> answers) {
                return answers.containsKey(id) && holds.test(answers.get(id));
            }

            @Override
            public Set<String> names() {
                return Set.of(id);
            }

            @Override
            public String source() {
                return "test on " + id;
            }
        };
    }

    public static Question.Head head(String id, String chinese, String english, boolean required) {
        return head(id, chinese, english, required, Condition.ALWAYS);
    }

    public static Question.Head head(String id, String chinese, String english, boolean required, Condition showIf) {
        return new Question.Head(
                id,
                text(chinese, english),
                LocalizedText.NONE,
                LocalizedText.NONE,
                required,
                Question.Role.NONE,
                showIf,
                "",
                false);
    }

    public static Choice choice(String value, String chinese, String english) {
        return new Choice(value, text(chinese, english), false, 0, false, false, false);
    }

    private static Choice other() {
        return new Choice("other", text("其他", "Other"), false, 0, true, false, false);
    }

    private static Choice noneOfThese() {
        return new Choice("none", text("以上皆非", "None of these"), false, 0, false, true, false);
    }

    private static Choice refused() {
        return new Choice("na", text("不願回答", "Prefer not to say"), true, -9, false, false, false);
    }

    static Scale satisfaction() {
        String[] chinese = {"非常不滿意", "不滿意", "普通", "滿意", "非常滿意"};
        String[] english = {"Very dissatisfied", "Dissatisfied", "Neither", "Satisfied", "Very satisfied"};
        List<Scale.Point> points = List.of(5, 4, 3, 2, 1).stream()
                .map(value -> new Scale.Point(value, text(chinese[value - 1], english[value - 1])))
                .toList();
        return new Scale(
                "sat5",
                Scale.Kind.LIKERT,
                points,
                Scale.OptionalBound.of(3),
                Scale.OptionalBound.of(4),
                List.of(new Scale.MissingCode("dk", -8, text("不知道／沒有使用過", "Don't know / not used"))),
                text("請選擇您對「{item}」的滿意程度", "Choose how satisfied you are with “{item}”"));
    }

    private static Question.Item item(String id, String chinese, String english) {
        return new Question.Item(id, text(chinese, english), false, LocalizedText.NONE, Condition.ALWAYS, "");
    }

    /** A version as it is published; its definition is a stand-in. */
    public static Published published(Survey survey) {
        String definition = "{\"id\":\"" + survey.id() + "\",\"version\":\"" + survey.version() + "\"}";
        return Published.of("kcg-pwb", survey, "ab".repeat(32), definition);
    }

    /** The counter survey of the specification, shortened: a screener, a matrix, a skip, every sort of answer. */
    public static Survey counter(Version version) {
        return counter("kcg-pwb-counter", version);
    }

    public static Survey counter(String id, Version version) {
        return survey(id, version, List.of(visit(), environment(), why(), comment()), List.of());
    }

    /** The same with a quota on road works. */
    public static Survey withQuota(int limit) {
        Condition road = when("d_counter", answer -> answer.equals(new Answer.Choice("road")));
        return survey(
                "kcg-pwb-quota",
                new Version(1, 0, 0),
                List.of(visit(), environment(), why(), comment()),
                List.of(new Quota("qt_road", road, limit)));
    }

    /** The same survey with answers that are known to be somebody's. */
    public static Survey named(Survey survey) {
        Privacy privacy = survey.privacy();
        return with(survey, new Privacy(false, privacy.retentionMonths(), privacy.minCellSize(), privacy.notice()));
    }

    /** The same survey, whose answers are kept for so many months. */
    public static Survey kept(Survey survey, int months) {
        Privacy privacy = survey.privacy();
        return with(survey, new Privacy(privacy.anonymous(), months, privacy.minCellSize(), privacy.notice()));
    }

    private static Survey with(Survey survey, Privacy privacy) {
        return new Survey(
                survey.id(),
                survey.version(),
                survey.status(),
                survey.owner(),
                survey.kind(),
                survey.background(),
                survey.languages(),
                survey.title(),
                survey.intro(),
                survey.thanks(),
                privacy,
                survey.scales(),
                survey.constructs(),
                survey.overall(),
                survey.pages(),
                survey.sampling(),
                survey.weighting(),
                survey.modes(),
                survey.kiosk(),
                survey.quotas(),
                survey.actions());
    }

    /** The heart of the survey after a petition was closed: the result, and whether to look at the case again. */
    public static Survey afterClosing(String id) {
        Condition unhappy = when("result", answer -> answer instanceof Answer.Point point && point.value() <= 2);
        SurveyPage result = page(
                "p_result", "結果", "Result", new Question.Single(head("result", "結果", "Result", true), "sat5", false));
        SurveyPage again = new SurveyPage(
                "p_again",
                text("再看一次", "Again"),
                unhappy,
                List.of(new Question.Choices(
                        head("wish_again", "要再處理嗎？", "Again?", false),
                        ChoiceKind.SINGLE,
                        List.of(
                                choice("reopen", "重新處理", "Reopen"),
                                choice("check", "抽查", "Check"),
                                choice("no", "不用", "No")))));
        return survey(id, new Version(1, 0, 0), List.of(result, again), List.of());
    }

    private static SurveyPage visit() {
        return page(
                "p_visit",
                "您的洽公",
                "Your visit",
                new Question.Choices(
                        new Question.Head(
                                "d_counter",
                                text("您今天在哪一個櫃台辦理業務？", "Which counter did you visit today?"),
                                LocalizedText.NONE,
                                text("請選擇您今天洽公的櫃台", "Choose the counter you visited today"),
                                true,
                                Question.Role.SCREENER,
                                Condition.ALWAYS,
                                "",
                                false),
                        ChoiceKind.SINGLE,
                        List.of(
                                choice("building", "建築管理", "Building permits"),
                                choice("road", "道路挖掘", "Road works"),
                                other(),
                                new Choice(
                                        "none",
                                        text("今天沒有洽公", "I did not visit a counter"),
                                        false,
                                        0,
                                        false,
                                        false,
                                        true))));
    }

    private static SurveyPage environment() {
        return page(
                "p_env",
                "洽公環境",
                "Environment",
                new Question.Matrix(
                        head("q_env", "您對下列各項的滿意程度如何？", "How satisfied are you with the following?", true),
                        "sat5",
                        false,
                        List.of(
                                item("env_clean", "環境整潔", "Cleanliness"),
                                item("env_signs", "櫃台標示", "Counter signs"),
                                item("env_wait", "等候時間", "Waiting time"))));
    }

    private static SurveyPage why() {
        Condition unhappy = when("env_wait", answer -> answer instanceof Answer.Point point && point.value() <= 2);
        return new SurveyPage(
                "p_env_why",
                text("等候時間", "Waiting time"),
                unhappy,
                List.of(new Question.Choices(
                        head("q_wait_why", "等候時間為什麼讓您不滿意？", "Why were you not satisfied?", false),
                        ChoiceKind.MULTIPLE,
                        List.of(
                                choice("few_counters", "開放的櫃台太少", "Too few counters open"),
                                choice("no_estimate", "不知道還要等多久", "No idea how long"),
                                other(),
                                noneOfThese()))));
    }

    private static SurveyPage comment() {
        return page(
                "p_comment",
                "您的建議",
                "Your suggestions",
                new Question.OpenText(head("comment", "您希望我們改善什麼？", "What should we improve?", false), 4, 500));
    }

    /** One page with every type of question, all optional but the scale. */
    public static Survey everyType() {
        List<Question> questions = List.of(
                new Question.Note(head("n_hello", "請依實際情形填寫。", "Please answer as it is.", false)),
                new Question.Single(head("overall", "整體滿意度", "Overall", true), "sat5", false),
                new Question.Choices(
                        head("d_sex", "您的性別", "Your sex", false),
                        ChoiceKind.SINGLE,
                        List.of(choice("f", "女", "Female"), choice("m", "男", "Male"), refused())),
                new Question.Choices(
                        head("q_why", "為什麼？", "Why?", false),
                        ChoiceKind.MULTIPLE,
                        List.of(choice("a", "甲", "A"), choice("b", "乙", "B"), other(), noneOfThese())),
                new Question.Choices(
                        head("q_rank", "請排序", "Rank these", false),
                        ChoiceKind.RANK,
                        List.of(
                                choice("x", "速度", "Speed"),
                                choice("y", "態度", "Courtesy"),
                                choice("z", "環境", "Place"))));
        List<Question> more = List.of(
                new Question.Numeric(
                        head("q_minutes", "等候幾分鐘？", "Minutes waited?", false),
                        BigDecimal.ZERO,
                        BigDecimal.valueOf(600)),
                new Question.Day(
                        head("q_day", "哪一天洽公？", "Which day?", false),
                        LocalDate.of(2020, 1, 1),
                        LocalDate.of(2030, 12, 31)),
                new Question.OpenText(head("q_text", "其他意見", "Comments", false), 3, 20));
        return survey(
                "kcg-test-types",
                new Version(1, 0, 0),
                List.of(
                        new SurveyPage("p_one", text("第一頁", "First page"), Condition.ALWAYS, questions),
                        new SurveyPage("p_two", text("第二頁", "Second page"), Condition.ALWAYS, more)),
                List.of());
    }

    private static SurveyPage page(String id, String chinese, String english, Question question) {
        return new SurveyPage(id, text(chinese, english), Condition.ALWAYS, List.of(question));
    }

    private static Survey survey(String id, Version version, List<SurveyPage> pages, List<Quota> quotas) {
        Map<String, Scale> scales = new LinkedHashMap<>(Map.of("sat5", satisfaction()));
        return new Survey(
                id,
                version,
                Survey.Status.PUBLISHED,
                new Survey.Owner("高雄市政府工務局", "秘書室", "pwb-survey@example.org", "07-3368333"),
                Survey.Kind.GENERAL,
                new Background(
                        text("瞭解民眾感受", "To learn how visitors feel"),
                        text("臨櫃洽公民眾", "Visitors"),
                        text("臨櫃服務", "Counter service"),
                        List.of(),
                        LocalizedText.NONE,
                        LocalizedText.NONE,
                        LocalizedText.NONE,
                        LocalizedText.NONE,
                        List.of()),
                List.of(Language.ZH_TW, Language.EN),
                text("工務局臨櫃服務滿意度調查", "Public Works Bureau counter service survey"),
                text("請依您今天到工務局洽公的經驗作答，約需 5 分鐘。", "Please answer about your visit today. It takes about 5 minutes."),
                text("謝謝您，調查結果將公布於本局網站。", "Thank you. The results will be published on our website."),
                new Privacy(true, 24, 5, notice()),
                scales,
                List.of(new Construct(
                        "env",
                        text("洽公環境", "Environment"),
                        List.of("env_clean", "env_signs"),
                        OptionalDouble.of(0.7),
                        1)),
                "",
                pages,
                new SamplingPlan(
                        SamplingPlan.Design.CONVENIENCE,
                        SamplingPlan.Frame.NONE,
                        SamplingPlan.Strata.NONE,
                        SamplingPlan.Cluster.NONE,
                        SamplingPlan.Onsite.NONE,
                        SamplingPlan.Precision.NONE),
                Weighting.NONE,
                List.of(Survey.Mode.WEB),
                Survey.Kiosk.UNSET,
                quotas,
                List.of());
    }

    private static Privacy.Notice notice() {
        return new Privacy.Notice(
                1,
                text("高雄市政府工務局", "Public Works Bureau of the Kaohsiung City Government"),
                text("瞭解民眾對臨櫃服務的感受並據以改善", "To learn how visitors feel about counter service and to improve it"),
                text("性別、年齡層、居住行政區及您自行填寫的意見", "Sex, age group, district and the comments you write"),
                text("自調查結束起 24 個月，於本國境內，由本局以統計方式利用", "For 24 months, in Taiwan, by this Bureau, as statistics only"),
                text("送出前可隨時更改或放棄；送出後無法辨識何者為您的答案", "You may change or drop your answers until you submit"),
                text("您可自由決定是否填答，不填答不影響您的權益", "Answering is your choice and does not affect your rights"));
    }
}
