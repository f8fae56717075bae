package tw.minsheng.report;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tw.minsheng.collect.Published;
import tw.minsheng.demo.InventedAnswers;
import tw.minsheng.kernel.Language;
import tw.minsheng.statistics.battery.Extent;
import tw.minsheng.survey.file.CheckedSurvey;
import tw.minsheng.survey.file.SurveyFolder;
import tw.minsheng.survey.file.SurveyVersion;
import tw.minsheng.typeface.Typefaces;

/** Reports of the shipped surveys on the answers of invented people, as the demonstration shows them. */
final class ShippedReports {

    static final List<String> FOLDERS = List.of(
            "surveys/kcg-pwb/counter",
            "surveys/kcg-finance/non-public-property",
            "surveys/kcg-urban/housing-subsidy",
            "surveys/kcg-alian/facility-users");

    private static final ReportPress PRESS = new ReportPress(new Typefaces());
    private static final int PEOPLE = 400;
    private static final long SEED = 114;

    private ShippedReports() {}

    static SurveyReport of(String folder, Facts facts, Profile profile, Language language) {
        SurveyVersion version =
                CheckedSurvey.of(SurveyFolder.at(Path.of(folder))).version();
        Published published = Published.of("agency", version.survey(), version.hash(), version.json(), version.files());
        LiveResults gathered = new LiveResults(version.survey(), List.of());
        new InventedAnswers(published, "0".repeat(64), "114", LocalDate.of(2025, 3, 3), LocalDate.of(2025, 3, 23))
                .sheets(PEOPLE, SEED)
                .forEach(gathered::add);
        Results results = gathered.results(facts, "0", version.hash(), "114", Extent.WHOLE_PAGE);
        List<VersionStep> steps = VersionStep.between(List.of(earlier(version.json()), version.json()), Map.of());
        Origins origins = new Origins(version.hash(), List.of(), steps, LocalDate.of(2025, 4, 1), "", "tables/");
        return PRESS.report(version.survey(), results, facts, origins, profile, language);
    }

    /** A version before the first one, with another title and unit. */
    private static String earlier(String json) {
        return json.replaceFirst("\"version\":\"[0-9.]+\"", "\"version\":\"0.9.0\"")
                .replaceFirst("\"zh-TW\":\"([^\"]*)滿意度調查\"", "\"zh-TW\":\"$1調查\"")
                .replace("\"retentionMonths\":24", "\"retentionMonths\":12");
    }
}
