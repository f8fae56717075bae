package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tw.minsheng.panel.ContentFigures;
import tw.minsheng.panel.Evidence;
import tw.minsheng.panel.ItemDecision;
import tw.minsheng.report.ItemProposal;
import tw.minsheng.report.Result;
import tw.minsheng.report.Standards;
import tw.minsheng.report.Standards.Measure;
import tw.minsheng.report.wording.ConvergentReading;
import tw.minsheng.report.wording.InvarianceReading;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.report.wording.ValidityReading;
import tw.minsheng.statistics.Value;
import tw.minsheng.survey.Construct;
import tw.minsheng.survey.Survey;

/** What of the questionnaire should be looked at before the next survey, with every reason that chapter 4 gives: 5.5. */
final class ReviewAdvice {

    /** Proposals of item analysis after which an item does not stay as it is. */
    private static final Set<String> CHANGES = Set.of("delete", "revise");

    private final Material material;
    private final Survey survey;
    private final Speech speech;
    private final Standards standards;

    ReviewAdvice(Material material) {
        this.material = material;
        this.survey = material.survey();
        this.speech = material.speech();
        this.standards = material.facts().standards();
    }

    /** Constructs, then items, then what the change means for the trend; none where everything reaches its standard. */
    List<String> all() {
        List<String> all = new ArrayList<>();
        structure(all);
        constructs()
                .forEach((construct, reasons) -> all.add(speech.say(
                        "5.5.review", "construct", material.construct(construct), "reasons", speech.list(reasons))));
        shorten(all);
        Map<String, ItemDecision> decided = decided();
        decided.values().stream()
                .filter(each -> each.choice() != ItemDecision.Choice.KEEP)
                .forEach(each -> all.add(speech.say(
                        "5.5.decided",
                        "item",
                        material.label(each.item()),
                        "decision",
                        speech.say("decision." + each.choice().key()),
                        "reason",
                        each.line())));
        items().forEach((item, reasons) -> {
            if (!decided.containsKey(item)) {
                all.add(speech.say("5.5.item", "item", material.label(item), "reasons", speech.list(reasons)));
            }
        });
        invariance(all);
        if (!all.isEmpty()) {
            all.add(speech.say("5.5.version", "version", survey.version().major() + 1));
        }
        kept(all, decided);
        return List.copyOf(all);
    }

    private void kept(List<String> all, Map<String, ItemDecision> decided) {
        List<String> kept = decided.values().stream()
                .filter(each -> each.choice() == ItemDecision.Choice.KEEP)
                .map(each -> speech.say("5.5.kept.item", "item", material.label(each.item()), "reason", each.line()))
                .toList();
        if (!kept.isEmpty()) {
            all.add(speech.say("5.5.kept", "items", speech.list(kept)));
        }
    }

    /** Item → the newest decision about it, on this wave or on the round of experts that counts, in the order of the questionnaire. */
    private Map<String, ItemDecision> decided() {
        Evidence evidence = material.facts().judged().evidence();
        String wave = material.results().head().wave();
        String round = evidence.counting()
                .map(each -> Integer.toString(each.round().number()))
                .orElse("");
        Map<String, ItemDecision> decided = new LinkedHashMap<>();
        survey.constructs().stream()
                .flatMap(construct -> construct.items().stream())
                .forEach(item -> evidence.decisions().stream()
                        .filter(each -> each.item().equals(item))
                        .filter(each -> each.stand().equals(each.basis() == ItemDecision.Basis.ANALYSIS ? wave : round))
                        .findFirst()
                        .ifPresent(each -> decided.put(item, each)));
        return decided;
    }

    private void structure(List<String> all) {
        ConvergentReading reading = new ConvergentReading(material.language(), standards);
        for (FactorEvidence family : FactorEvidence.all(material)) {
            List<String> missed = reading.missed(family.fit());
            if (!missed.isEmpty()) {
                all.add(speech.say(
                        "5.5.structure",
                        "constructs",
                        speech.list(family.ids().stream()
                                .map(id -> speech.quoted(material.construct(id)))
                                .toList()),
                        "missed",
                        speech.list(missed)));
            }
        }
    }

    /** Construct → what does not reach its limit. */
    private Map<String, List<String>> constructs() {
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        for (Construct construct : survey.constructs()) {
            alpha(construct)
                    .filter(alpha -> alpha.number() < standards.alpha(construct))
                    .ifPresent(alpha -> add(
                            reasons,
                            construct.id(),
                            speech.say("5.5.reason.alpha", "value", Printed.coefficient(alpha.number()))));
        }
        FactorEvidence.all(material).forEach(family -> convergent(reasons, family));
        return reasons;
    }

    private Optional<Result> alpha(Construct construct) {
        return material.results()
                .find("construct." + construct.id() + ".alpha_raw")
                .filter(Result::isKnown);
    }

    private void convergent(Map<String, List<String>> reasons, FactorEvidence family) {
        ConvergentReading.Evidence evidence = family.convergent();
        Map<String, String> ids =
                family.ids().stream().collect(Collectors.toMap(material::construct, id -> id, (one, other) -> one));
        evidence.constructs().forEach(each -> {
            String id = ids.getOrDefault(each.name(), "");
            below(each.reliability(), Measure.CR, "CR").ifPresent(reason -> add(reasons, id, reason));
            below(each.variance(), Measure.AVE, "AVE").ifPresent(reason -> add(reasons, id, reason));
        });
        evidence.pairs().stream()
                .filter(pair -> pair.htmt().isKnown() && pair.htmt().number() >= standards.limit(Measure.HTMT))
                .forEach(pair -> add(
                        reasons,
                        ids.getOrDefault(pair.first(), ""),
                        speech.say(
                                "5.5.reason.htmt",
                                "other",
                                pair.second(),
                                "value",
                                Printed.coefficient(pair.htmt().number()))));
        evidence.larcker().stream()
                .filter(pair -> !pair.holds())
                .forEach(pair -> add(
                        reasons,
                        ids.getOrDefault(pair.name(), ""),
                        speech.say("5.5.reason.larcker", "other", pair.other())));
    }

    private Optional<String> below(Value value, Measure measure, String name) {
        double limit = standards.limit(measure);
        return value.isKnown() && value.number() < limit
                ? Optional.of(speech.say(
                        "5.5.reason.below",
                        "name",
                        name,
                        "value",
                        Printed.coefficient(value.number()),
                        "limit",
                        Printed.limit(limit)))
                : Optional.empty();
    }

    private void shorten(List<String> all) {
        for (Construct construct : survey.constructs()) {
            alpha(construct)
                    .filter(alpha -> alpha.number() >= standards.limit(Measure.ALPHA_VERY_HIGH))
                    .ifPresent(alpha -> all.add(speech.say(
                            "5.5.shorten",
                            "construct",
                            material.construct(construct.id()),
                            "alpha",
                            Printed.coefficient(alpha.number()))));
        }
    }

    /** Item → why it should be looked at, in the order of the questionnaire. */
    private Map<String, List<String>> items() {
        Map<String, ItemProposal> proposed = new Proposals(material)
                .all().stream()
                        .filter(each -> CHANGES.contains(each.proposal()))
                        .collect(Collectors.toMap(ItemProposal::item, each -> each, (one, other) -> one));
        List<Map<String, ValidityReading.Astray>> astray = FactorEvidence.all(material).stream()
                .map(FactorEvidence::astray)
                .toList();
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        survey.constructs().stream()
                .flatMap(construct -> construct.items().stream())
                .forEach(item -> {
                    if (proposed.containsKey(item)) {
                        add(
                                reasons,
                                item,
                                speech.say(
                                        "verdict." + proposed.get(item).proposal() + ".because",
                                        "rules",
                                        speech.list(proposed.get(item).rules())));
                    } else {
                        corrected(item).ifPresent(reason -> add(reasons, item, reason));
                    }
                    astray.stream()
                            .filter(family -> family.containsKey(item))
                            .map(family -> family.get(item))
                            .forEach(
                                    each -> add(reasons, item, speech.say("5.5.reason.astray", "where", each.where())));
                    content(item).ifPresent(reason -> add(reasons, item, reason));
                });
        return reasons;
    }

    private Optional<String> corrected(String item) {
        double limit = standards.limit(Measure.ITEM_TOTAL);
        return material.results()
                .find("item." + item + ".item_total_corrected")
                .filter(Result::isKnown)
                .filter(r -> r.number() < limit)
                .map(r -> speech.say(
                        "5.5.reason.corrected", "r", Printed.coefficient(r.number()), "limit", Printed.limit(limit)));
    }

    private Optional<String> content(String item) {
        return material.facts()
                .judged()
                .evidence()
                .counting()
                .flatMap(round -> round.figures().below().stream()
                        .filter(each -> each.item().id().equals(item))
                        .findFirst()
                        .map(this::content));
    }

    private String content(ContentFigures.Item item) {
        return speech.say(
                "5.5.reason.below",
                "name",
                "I-CVI",
                "value",
                Printed.coefficient(item.index().number()),
                "limit",
                Printed.limit(item.limit()));
    }

    private void invariance(List<String> all) {
        new GroupSection(material)
                .steps().stream()
                        .filter(InvarianceReading.Steps::isBroken)
                        .forEach(steps -> all.add(speech.say("5.5.invariance", "of", steps.of(), "by", steps.by())));
    }

    private static void add(Map<String, List<String>> reasons, String key, String reason) {
        reasons.computeIfAbsent(key, none -> new ArrayList<>()).add(reason);
    }
}
