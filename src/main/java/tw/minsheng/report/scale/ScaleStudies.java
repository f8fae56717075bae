package tw.minsheng.report.scale;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tw.minsheng.dataset.Tally;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Standards;
import tw.minsheng.report.Standards.Measure;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Warning;
import tw.minsheng.statistics.battery.Battery;
import tw.minsheng.statistics.battery.Extent;
import tw.minsheng.statistics.battery.Thresholds;
import tw.minsheng.statistics.factor.FitLimits;

/** 信度與效度 of all 構面 of a survey, as results and tables. */
public final class ScaleStudies {

    private static final Set<Extent> WITH_GROUPS = EnumSet.of(Extent.WHOLE_PAGE, Extent.FULL);

    private final Tally tally;
    private final List<Study> studies;
    private final OverallCorrelation overall;
    private final GroupReliability groups;
    private final FlaggedAnswers flagged;
    private final Optional<Comparability> comparability;

    private ScaleStudies(Tally tally, List<Study> studies, Extent extent, FitLimits limits, Set<String> hiddenModes) {
        this.tally = tally;
        this.studies = studies;
        this.overall = new OverallCorrelation(tally);
        this.groups = new GroupReliability(tally, hiddenModes);
        this.flagged = new FlaggedAnswers(tally);
        this.comparability = WITH_GROUPS.contains(extent)
                ? Optional.of(new Comparability(tally, limits, hiddenModes))
                : Optional.empty();
    }

    /**
     * Runs the battery over what was gathered.
     *
     * @param hiddenModes ways of answering that too few people used to be shown apart
     * @param seed of bootstrap and parallel analysis
     */
    public static ScaleStudies of(Tally tally, Standards standards, Extent extent, long seed, Set<String> hiddenModes) {
        List<Study> studies = new ArrayList<>();
        for (Family family : Family.of(tally.layout())) {
            studies.add(new Study(
                    family,
                    Battery.of(family.set(tally), MissingRule.LISTWISE, extent, seed, thresholds(standards)),
                    seed));
        }
        return new ScaleStudies(tally, List.copyOf(studies), extent, fit(standards), Set.copyOf(hiddenModes));
    }

    private static Thresholds thresholds(Standards standards) {
        Thresholds usual = Thresholds.usual();
        return new Thresholds(
                standards.limit(Measure.CRITICAL_RATIO),
                standards.limit(Measure.CRITICAL_RATIO_P),
                standards.limit(Measure.ITEM_TOTAL),
                standards.limit(Measure.LOADING),
                standards.limit(Measure.COMMUNALITY),
                usual.failures());
    }

    private static FitLimits fit(Standards standards) {
        return new FitLimits(
                standards.limit(Measure.CFI), standards.limit(Measure.RMSEA), standards.limit(Measure.DELTA_CFI));
    }

    /** Every number; those of a construct's reliability that need no rows come from elsewhere, too, and are the same. */
    public List<Result> results() {
        List<Warning> warnings = tally.itemRows().isSample()
                ? List.of(Warning.of(
                        "random_sample", "n", Integer.toString(tally.itemRows().size())))
                : List.of();
        List<Result> results = new ArrayList<>();
        studies.forEach(study -> results.addAll(new StudyResults(study, tally.used(), warnings).all()));
        results.addAll(overall.results());
        comparability.ifPresent(found -> results.addAll(found.results()));
        results.addAll(new AnswerQuality(tally).results());
        results.addAll(flagged.results());
        return results;
    }

    /** T4.4 to T4.6, and reliability by way of answering and by display. */
    public List<ResultTable> tables() {
        List<ResultTable> tables = new ArrayList<>();
        for (int place = 0; place < studies.size(); place++) {
            String after = studies.size() == 1 ? "" : "." + (place + 1);
            tables.addAll(new FactorTables(studies.get(place), after).all());
        }
        tables.add(overall.table());
        comparability.ifPresent(found -> tables.add(found.table()));
        tables.addAll(groups.tables());
        tables.addAll(flagged.tables());
        return tables;
    }

    /** What item analysis says about an item; none when it is in no construct. */
    public Optional<ItemJudgement> judgement(String item) {
        return studies.stream()
                .flatMap(study -> ItemJudgement.of(study, item).stream())
                .findFirst();
    }
}
