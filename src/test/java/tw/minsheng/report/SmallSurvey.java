package tw.minsheng.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.minsheng.dataset.AnswerFile;
import tw.minsheng.dataset.AnswerMapping;
import tw.minsheng.dataset.Layout;
import tw.minsheng.dataset.Parts;
import tw.minsheng.format.CsvLimits;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.analysis.SurveyAnalysis;
import tw.minsheng.statistics.battery.Extent;
import tw.minsheng.statistics.distribution.SplitMix64;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.file.CheckedSurvey;
import tw.minsheng.survey.file.definition.Neighbours;
import tw.minsheng.survey.file.definition.Published;
import tw.minsheng.typeface.Typefaces;

/** A survey of six items whose sampling is chosen by the test, and answers to it made by a seeded generator. */
public final class SmallSurvey {

    public static final String SRS =
            "sampling: {design: srs, frame: {name: 名冊, size: 100000, asOf: 2025-01-01}, plan: {confidence: 0.95, marginOfError: 0.1, expectedResponseRate: 0.5}}";
    public static final String SMALL_FRAME =
            "sampling: {design: srs, frame: {name: 名冊, size: 500, asOf: 2025-01-01}, plan: {confidence: 0.95, marginOfError: 0.1, expectedResponseRate: 0.5}}";
    public static final String CENSUS = "sampling: {design: census, frame: {name: 名冊, size: 400, asOf: 2025-01-01}}";
    public static final String CONVENIENCE = "sampling: {design: convenience}";
    public static final String QUOTA = "sampling: {design: quota}";
    public static final String STRATIFIED = """
            sampling:
              design: stratified
              frame: {name: 名冊, size: 100000, asOf: 2025-01-01}
              strata: {variable: sex, allocation: proportional, targets: sex.csv}
              plan: {confidence: 0.95, marginOfError: 0.1, expectedResponseRate: 0.5}
            """;
    public static final String CLUSTER =
            "sampling: {design: cluster, frame: {name: 名冊, size: 100000, asOf: 2025-01-01}, cluster: {variable: sex, size: 10}, plan: {confidence: 0.95, marginOfError: 0.1, expectedResponseRate: 0.5}}";
    public static final String ONSITE =
            "sampling: {design: onsite, frame: {name: 叫號, size: 100000, asOf: 2025-01-01}, onsite: {counters: 2, sessions: 40, drawSessions: 8, interval: 5}, plan: {confidence: 0.95, marginOfError: 0.1, expectedResponseRate: 0.5}}";
    public static final String WEIGHTED =
            "weighting: {method: cell, margins: [{variable: sex, file: sex.csv, source: 名冊統計, asOf: 2025-01-01}]}";

    private static final Neighbours BESIDE = new Neighbours() {
        @Override
        public Optional<byte[]> file(String relative) {
            return relative.equals("sex.csv")
                    ? Optional.of("code,n\nf,60000\nm,40000\n".getBytes(StandardCharsets.UTF_8))
                    : Optional.empty();
        }

        @Override
        public List<Published> published() {
            return List.of();
        }
    };

    private SmallSurvey() {}

    /** @param sections the sampling section, and the weighting section if any */
    public static Survey with(String... sections) {
        return changed("", "", sections);
    }

    /** The same with other words in the place of some of the definition. */
    public static Survey changed(String from, String to, String... sections) {
        return changed(Map.of(from, to), sections);
    }

    /** The same with several changes. */
    public static Survey changed(Map<String, String> words, String... sections) {
        try (InputStream in = SmallSurvey.class.getResourceAsStream("small-survey.yaml")) {
            String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("SAMPLING", String.join("\n", sections));
            for (Map.Entry<String, String> each : words.entrySet()) {
                yaml = yaml.replace(each.getKey(), each.getValue());
            }
            CheckedSurvey checked =
                    CheckedSurvey.of("small.yaml", yaml.getBytes(StandardCharsets.UTF_8), BESIDE, Set.of());
            return checked.version().survey();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers of so many people, the same for the same seed; with their days and, where wanted, their source. */
    public static String answers(int people, long seed, String source) {
        SplitMix64 random = new SplitMix64(seed);
        StringBuilder csv = new StringBuilder("_mode,_source,_date,e1,e2,e3,c1,c2,all,why__slow,why__rude,note,sex\n");
        for (int person = 0; person < people; person++) {
            int mood = 1 + (int) (random.nextUniform() * 4);
            csv.append(random.nextUniform() < .7 ? "web," : "paper,")
                    .append(source)
                    .append(",2025-03-");
            csv.append(String.format("%02d", 1 + person % 20));
            for (int item = 0; item < 6; item++) {
                int answer = Math.min(5, mood + (int) (random.nextUniform() * 2));
                boolean reverse = item == 4;
                csv.append(',')
                        .append(random.nextUniform() < .05 ? "dk" : Integer.toString(reverse ? 6 - answer : answer));
            }
            csv.append(",1,0,,").append(random.nextUniform() < .5 ? 'f' : 'm').append('\n');
        }
        return csv.toString();
    }

    /** Reads answers as a file and analyses them, without what takes seconds. */
    public static Results analysed(Survey survey, Facts facts, String csv) {
        return analysed(survey, facts, csv, Extent.PAGE);
    }

    /** @param extent whether also what takes seconds is computed */
    public static Results analysed(Survey survey, Facts facts, String csv, Extent extent) {
        return SurveyAnalysis.of(
                parts(survey, csv),
                facts,
                "0",
                new Results.Survey(survey.id(), survey.version().toString(), ""),
                "114",
                "",
                extent);
    }

    /** The answers, read and counted. */
    public static Parts parts(Survey survey, String csv) {
        Parts parts = Parts.of(Layout.of(survey));
        new AnswerFile("answers.csv", Layout.of(survey), AnswerMapping.NONE, "")
                .read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), CsvLimits.DEFAULT, parts::add);
        return parts;
    }

    /** The report on these answers. */
    public static SurveyReport report(Survey survey, Facts facts, String csv, Language language) {
        return report(survey, facts, analysed(survey, facts, csv), language);
    }

    /** The report on these results. */
    public static SurveyReport report(Survey survey, Facts facts, Results results, Language language) {
        return report(survey, facts, results, language, Profile.FULL);
    }

    /** The same in this profile. */
    public static SurveyReport report(Survey survey, Facts facts, Results results, Language language, Profile profile) {
        return new ReportPress(new Typefaces())
                .report(
                        survey,
                        results,
                        facts,
                        new Origins("", List.of(), List.of(), LocalDate.of(2025, 4, 1), "", "tables/"),
                        profile,
                        language);
    }
}
