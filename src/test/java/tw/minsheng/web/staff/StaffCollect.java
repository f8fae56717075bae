package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Finish;
import tw.minsheng.collect.Finished;
import tw.minsheng.collect.Outcome;
import tw.minsheng.collect.Published;
import tw.minsheng.collect.Responses;
import tw.minsheng.collect.Source;
import tw.minsheng.collect.Surveys;
import tw.minsheng.collect.Wave;
import tw.minsheng.collect.Waves;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.kernel.Problem;
import tw.minsheng.survey.Background;
import tw.minsheng.survey.Condition;
import tw.minsheng.survey.Privacy;
import tw.minsheng.survey.Question;
import tw.minsheng.survey.SamplingPlan;
import tw.minsheng.survey.Scale;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.SurveyPage;
import tw.minsheng.survey.Version;
import tw.minsheng.survey.Weighting;

/** Surveys, waves and counts for the staff pages, in memory. */
final class StaffCollect implements Surveys, Waves, Responses {

    private final Map<String, Listed> surveys = new LinkedHashMap<>();
    private final List<Wave> waves = new ArrayList<>();
    private final Map<String, List<Count>> counts = new LinkedHashMap<>();
    private final List<Act> acts = new ArrayList<>();

    void add(String agency, Survey survey, boolean published) {
        Published newest = Published.of(agency, survey, "0".repeat(64), "{}");
        surveys.put(survey.id(), new Listed(newest, published, !published));
    }

    void count(String survey, DataSet set, String wave, LocalDate day, Outcome outcome, long n) {
        count(survey, set, wave, day, outcome, Source.OPEN, n);
    }

    void count(String survey, DataSet set, String wave, LocalDate day, Outcome outcome, Source source, long n) {
        counts.computeIfAbsent(survey + " " + set, key -> new ArrayList<>())
                .add(new Count(wave, Survey.Mode.WEB, source, day, outcome, n));
    }

    List<Act> acts() {
        return List.copyOf(acts);
    }

    @Override
    public Future<List<Listed>> all() {
        return Future.succeededFuture(List.copyOf(surveys.values()));
    }

    @Override
    public Future<List<Offer>> open() {
        return Future.succeededFuture(List.of());
    }

    @Override
    public Future<Optional<Offer>> find(String survey, DataSet set) {
        Wave trial = new Wave(survey, "test", DataSet.TEST, new Version(1, 0, 0), Instant.EPOCH, Wave.NO_END, true);
        Optional<Listed> known = Optional.ofNullable(surveys.get(survey));
        if (set == DataSet.TEST) {
            return Future.succeededFuture(known.map(found -> new Offer(found.newest(), trial)));
        }
        return of(survey, set)
                .map(found -> found.stream()
                        .findFirst()
                        .flatMap(wave -> known.map(listed -> new Offer(listed.newest(), wave))));
    }

    @Override
    public Future<Optional<Published>> version(String survey, Version version, DataSet set) {
        return Future.succeededFuture(Optional.ofNullable(surveys.get(survey)).map(Listed::newest));
    }

    @Override
    public Future<List<Published>> versions(String survey) {
        return Future.succeededFuture(List.of(surveys.get(survey).newest()));
    }

    @Override
    public Future<List<Wave>> of(String survey, DataSet set) {
        List<Wave> found = new ArrayList<>(waves.stream()
                .filter(wave -> wave.survey().equals(survey) && wave.set() == set)
                .toList());
        java.util.Collections.reverse(found);
        return Future.succeededFuture(found);
    }

    @Override
    public Future<Wave> open(Act act, String survey, DataSet set, String code, Instant closes) {
        if (waves.stream().anyMatch(wave -> wave.survey().equals(survey) && wave.open())) {
            return Future.failedFuture(Problem.of(Problem.Kind.CONFLICT, "wave.open"));
        }
        acts.add(act);
        waves.removeIf(wave -> wave.survey().equals(survey) && wave.code().equals(code));
        Wave wave = new Wave(survey, code, set, new Version(1, 0, 0), act.at(), closes, true);
        waves.add(wave);
        return Future.succeededFuture(wave);
    }

    @Override
    public Future<Wave> close(Act act, String survey, DataSet set, String code) {
        for (int i = 0; i < waves.size(); i++) {
            Wave wave = waves.get(i);
            if (wave.survey().equals(survey) && wave.code().equals(code)) {
                acts.add(act);
                waves.set(i, new Wave(survey, code, set, wave.version(), wave.opens(), wave.closes(), false));
                return Future.succeededFuture(waves.get(i));
            }
        }
        return Future.failedFuture(Problem.notFound("wave", code));
    }

    @Override
    public Future<Finished> finish(Finish finish) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Future<Optional<Finished>> submission(String submission) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Future<Long> stream(Selection selection, Taker taker) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Future<List<Count>> counts(String survey, DataSet set) {
        return Future.succeededFuture(counts.getOrDefault(survey + " " + set, List.of()));
    }

    @Override
    public Future<Map<String, Long>> quotas(String survey, String wave, DataSet set) {
        return Future.succeededFuture(Map.of());
    }

    private static LocalizedText text(String chinese, String english) {
        return new LocalizedText(Map.of(Language.ZH_TW, chinese, Language.EN, english));
    }

    /** A survey of one question; the one about tickets draws sessions. */
    private static SamplingPlan.Design design(String id) {
        return switch (id) {
            case "tickets" -> SamplingPlan.Design.ONSITE;
            case "listed" -> SamplingPlan.Design.SRS;
            case "layered" -> SamplingPlan.Design.STRATIFIED;
            case "grouped" -> SamplingPlan.Design.CLUSTER;
            default -> SamplingPlan.Design.CONVENIENCE;
        };
    }

    static Survey survey(String id, String chinese, String english) {
        boolean tickets = id.equals("tickets");
        LocalizedText none = LocalizedText.NONE;
        Question.Head head = new Question.Head(
                "overall_sat",
                text("整體滿意度", "Overall"),
                none,
                none,
                true,
                Question.Role.NONE,
                Condition.ALWAYS,
                "",
                false);
        Scale scale = new Scale(
                "sat5",
                Scale.Kind.LIKERT,
                List.of(new Scale.Point(2, text("滿意", "yes")), new Scale.Point(1, text("不滿意", "no"))),
                Scale.OptionalBound.NONE,
                Scale.OptionalBound.of(2),
                List.of(),
                none);
        return new Survey(
                id,
                new Version(1, 0, 0),
                Survey.Status.PUBLISHED,
                new Survey.Owner("高雄市政府工務局", "秘書室", "survey@example.org", "07-3368333"),
                Survey.Kind.GENERAL,
                new Background(none, none, none, List.of(), none, none, none, none, List.of()),
                List.of(Language.ZH_TW, Language.EN),
                text(chinese, english),
                none,
                none,
                new Privacy(true, 24, 5, new Privacy.Notice(1, none, none, none, none, none, none)),
                Map.of("sat5", scale),
                List.of(),
                "overall_sat",
                List.of(new SurveyPage("p", none, Condition.ALWAYS, List.of(new Question.Single(head, "sat5", false)))),
                new SamplingPlan(
                        design(id),
                        SamplingPlan.Frame.NONE,
                        SamplingPlan.Strata.NONE,
                        SamplingPlan.Cluster.NONE,
                        tickets ? new SamplingPlan.Onsite(2, 20, 5, 4) : SamplingPlan.Onsite.NONE,
                        SamplingPlan.Precision.NONE),
                Weighting.NONE,
                id.equals("city-wide") ? List.of(Survey.Mode.WEB) : List.of(Survey.Mode.WEB, Survey.Mode.PHONE),
                Survey.Kiosk.UNSET,
                List.of(),
                List.of());
    }
}
