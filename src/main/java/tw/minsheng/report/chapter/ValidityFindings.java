package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tw.minsheng.panel.ContentFigures;
import tw.minsheng.report.Standards;
import tw.minsheng.report.Standards.Measure;
import tw.minsheng.report.wording.ConvergentReading;
import tw.minsheng.report.wording.InvarianceReading;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.report.wording.ValidityReading;
import tw.minsheng.statistics.Value;

/** Evidence of validity that does not reach its limits, as main findings: what chapter 4 found must not be lost in chapter 5. */
final class ValidityFindings {

    private static final String SECTION = "s4.3";

    private final Material material;
    private final Speech speech;
    private final Standards standards;

    ValidityFindings(Material material) {
        this.material = material;
        this.speech = material.speech();
        this.standards = material.facts().standards();
    }

    /** None where everything that is known reaches its limit. */
    List<Finding> all() {
        List<Finding> all = new ArrayList<>();
        content().ifPresent(all::add);
        for (FactorEvidence family : FactorEvidence.all(material)) {
            finding("structure", structure(family), "T4.5" + family.after()).ifPresent(all::add);
            finding("convergent", convergent(family.convergent()), "T4.6" + family.after())
                    .ifPresent(all::add);
        }
        finding("invariance", invariance(), "T4.6.invariance").ifPresent(all::add);
        return List.copyOf(all);
    }

    private Optional<Finding> content() {
        List<String> below = material.facts().judged().evidence().counting().stream()
                .flatMap(round -> round.figures().below().stream())
                .map(this::content)
                .toList();
        return finding("content", below.isEmpty() ? List.of() : List.of(speech.list(below)), "T4.3");
    }

    private String content(ContentFigures.Item item) {
        return named(item.item().text().in(material.language()), item.index());
    }

    private String named(String name, Value value) {
        return speech.say("finding.alpha", "label", name, "alpha", Printed.coefficient(value.number()));
    }

    private List<String> structure(FactorEvidence family) {
        List<String> said = new ArrayList<>();
        ValidityReading reading = new ValidityReading(material.language(), standards);
        family.factors()
                .filter(found -> isAdequate(family) && found.byQuantile().isKnown() && !reading.supports(found))
                .ifPresent(found -> factors(said, found));
        List<String> missed = new ConvergentReading(material.language(), standards).missed(family.fit());
        if (!missed.isEmpty()) {
            said.add(speech.say("finding.fit", "missed", speech.list(missed)));
        }
        return said;
    }

    private boolean isAdequate(FactorEvidence family) {
        return family.value("kmo").isKnown() && family.value("kmo").number() >= standards.limit(Measure.KMO);
    }

    private void factors(List<String> said, ValidityReading.Factors found) {
        said.add(speech.say(
                "finding.factors",
                "found",
                Printed.whole(found.byQuantile().number()),
                "mean",
                found.byMean().isKnown() ? Printed.whole(found.byMean().number()) : speech.say("none"),
                "planned",
                found.planned()));
        if (!found.astray().isEmpty()) {
            said.add(speech.say("finding.astray", "count", found.astray().size()));
        }
    }

    private List<String> convergent(ConvergentReading.Evidence evidence) {
        List<String> said = new ArrayList<>();
        below(said, evidence, Measure.CR, ConvergentReading.Convergent::reliability);
        below(said, evidence, Measure.AVE, ConvergentReading.Convergent::variance);
        add(
                said,
                "finding.htmt",
                Measure.HTMT,
                evidence.pairs().stream()
                        .filter(pair -> pair.htmt().isKnown() && pair.htmt().number() >= standards.limit(Measure.HTMT))
                        .map(pair -> pair(pair.first(), pair.second()))
                        .toList());
        add(
                said,
                "finding.larcker",
                Measure.AVE,
                evidence.larcker().stream()
                        .filter(pair -> !pair.holds())
                        .map(pair -> pair.name().compareTo(pair.other()) < 0
                                ? pair(pair.name(), pair.other())
                                : pair(pair.other(), pair.name()))
                        .distinct()
                        .toList());
        return said;
    }

    private String pair(String first, String second) {
        return speech.say("finding.pair", "first", first, "second", second);
    }

    private void below(
            List<String> said,
            ConvergentReading.Evidence evidence,
            Measure measure,
            Function<ConvergentReading.Convergent, Value> value) {
        add(
                said,
                "finding." + measure.key(),
                measure,
                evidence.constructs().stream()
                        .filter(each ->
                                value.apply(each).isKnown() && value.apply(each).number() < standards.limit(measure))
                        .map(each -> named(each.name(), value.apply(each)))
                        .toList());
    }

    private void add(List<String> said, String key, Measure measure, List<String> names) {
        if (!names.isEmpty()) {
            said.add(speech.say(key, "limit", Printed.limit(standards.limit(measure)), "list", speech.list(names)));
        }
    }

    private List<String> invariance() {
        List<InvarianceReading.Steps> all = new GroupSection(material).steps();
        List<String> said = new ArrayList<>();
        invariance(said, "broken", all.stream().filter(InvarianceReading.Steps::isBroken));
        invariance(said, "misfit", all.stream().filter(InvarianceReading.Steps::isMisfit));
        if (!all.stream().allMatch(InvarianceReading.Steps::isUntested)) {
            invariance(said, "untested", all.stream().filter(InvarianceReading.Steps::isUntested));
        }
        return said;
    }

    private void invariance(List<String> said, String kind, Stream<InvarianceReading.Steps> found) {
        List<String> names = found.map(
                        steps -> speech.say("finding.invariance.one", "of", steps.of(), "by", steps.by()))
                .toList();
        if (!names.isEmpty()) {
            said.add(speech.say("finding.invariance." + kind, "list", speech.list(names)));
        }
    }

    /** In the light profile the tables are left out. */
    private Optional<Finding> finding(String kind, List<String> parts, String table) {
        boolean printed = material.profile().isFull() && material.table(table).isPresent();
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        speech.say("finding." + kind, "list", String.join(speech.say("semicolon"), parts)),
                        List.of(printed ? table : SECTION),
                        speech.say("strength.validity")));
    }
}
