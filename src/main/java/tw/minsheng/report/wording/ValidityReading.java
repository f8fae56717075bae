package tw.minsheng.report.wording;

import java.util.ArrayList;
import java.util.List;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.Standards;
import tw.minsheng.report.Standards.Measure;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/**
 * The sentences that read validity (report.md, 3.8): each names its kind of evidence and its numbers, and what was not computed is
 * said with the reason.
 */
public final class ValidityReading {

    private static final double LEAST_P = .001;

    private final Speech speech;
    private final Standards standards;

    /** @param standards limits that the sentences name */
    public ValidityReading(Language language, Standards standards) {
        this.speech = Speech.of(language, ValidityReading.class);
        this.standards = standards;
    }

    /** Whether the items can be factored at all. */
    public String adequacy(Value kmo, Value chiSquare, Value df, Value p) {
        if (!kmo.isKnown()) {
            return speech.say("reading.kmo.none", "reason", because(kmo));
        }
        double limit = standards.limit(Measure.KMO);
        if (kmo.number() < limit) {
            return speech.say("reading.kmo.missed", "kmo", Printed.coefficient(kmo.number()));
        }
        if (!p.isKnown() || p.number() >= standards.limit(Measure.BARTLETT_P)) {
            return speech.say("reading.bartlett.missed", "kmo", Printed.coefficient(kmo.number()));
        }
        return speech.say(
                "reading.kmo.reached",
                "kmo",
                Printed.coefficient(kmo.number()),
                "df",
                Printed.whole(df.number()),
                "chi",
                Printed.fixed(chiSquare.number(), 1),
                "p",
                Printed.pWithSign(p.number()));
    }

    /**
     * What parallel analysis says beside what was planned.
     *
     * @param found number of components above chance
     * @param planned declared constructs
     * @param merged names of constructs whose items load highest on the same factor
     */
    public String factors(Value found, int planned, List<String> merged) {
        if (!found.isKnown()) {
            return speech.say("reading.factors.none", "reason", because(found));
        }
        if (Math.round(found.number()) == planned) {
            return speech.say("reading.factors.same", "found", Printed.whole(found.number()), "planned", planned);
        }
        String together = merged.size() < 2 ? "" : speech.say("reading.factors.merged", "constructs", together(merged));
        return speech.say(
                "reading.factors.other",
                "found",
                Printed.whole(found.number()),
                "planned",
                planned,
                "merged",
                together);
    }

    /** 「甲」、「乙」與「丙」. */
    private String together(List<String> names) {
        List<String> quoted = names.stream().map(speech::quoted).toList();
        int last = quoted.size() - 1;
        return speech.say("list.and", "first", speech.list(quoted.subList(0, last)), "last", quoted.get(last));
    }

    /** Still being computed. */
    public String pending() {
        return speech.say("reading.factors.pending");
    }

    /**
     * A construct's convergent validity.
     *
     * @param name of the construct
     */
    public record Convergent(String name, Value reliability, Value variance) {}

    /** How alike two constructs are. */
    public record Pair(String first, String second, Value htmt) {}

    /** One sentence when all limits are reached, else one for each that is not. */
    public List<String> convergent(List<Convergent> constructs, List<Pair> pairs) {
        List<Convergent> known = constructs.stream()
                .filter(each -> each.reliability().isKnown() && each.variance().isKnown())
                .toList();
        List<Pair> compared =
                pairs.stream().filter(pair -> pair.htmt().isKnown()).toList();
        if (known.isEmpty()) {
            return List.of(speech.say("reading.convergent.none"));
        }
        List<String> faults = new ArrayList<>();
        known.forEach(each -> addFaults(faults, each));
        for (Pair pair : compared) {
            if (pair.htmt().number() >= standards.limit(Measure.HTMT)) {
                faults.add(speech.say(
                        "reading.htmt.missed",
                        "first",
                        pair.first(),
                        "second",
                        pair.second(),
                        "htmt",
                        Printed.coefficient(pair.htmt().number()),
                        "limit",
                        limit(Measure.HTMT)));
            }
        }
        if (!faults.isEmpty()) {
            return List.copyOf(faults);
        }
        String convergent = speech.say(
                "reading.convergent.reached",
                "cr",
                range(known.stream().map(Convergent::reliability).toList()),
                "ave",
                range(known.stream().map(Convergent::variance).toList()));
        return List.of(
                compared.isEmpty()
                        ? convergent + speech.say("reading.convergent.alone")
                        : convergent
                                + speech.say(
                                        "reading.convergent.htmt",
                                        "htmt",
                                        Printed.coefficient(compared.stream()
                                                .mapToDouble(pair -> pair.htmt().number())
                                                .max()
                                                .orElse(0))));
    }

    private void addFaults(List<String> faults, Convergent each) {
        if (each.reliability().number() < standards.limit(Measure.CR)) {
            faults.add(missed("reading.cr.missed", each, each.reliability(), Measure.CR));
        }
        if (each.variance().number() < standards.limit(Measure.AVE)) {
            faults.add(missed("reading.ave.missed", each, each.variance(), Measure.AVE));
        }
    }

    private String missed(String key, Convergent construct, Value value, Measure measure) {
        return speech.say(
                key,
                "construct",
                construct.name(),
                "value",
                Printed.coefficient(value.number()),
                "limit",
                limit(measure));
    }

    /** A construct's correlation with the overall item. */
    public record Overall(String construct, Value r, Value p) {}

    /** The correlations with overall satisfaction: from the same sheet, so never called a criterion. */
    public String overall(List<Overall> correlations) {
        List<Overall> known =
                correlations.stream().filter(each -> each.r().isKnown()).toList();
        if (known.isEmpty()) {
            return speech.say("reading.overall.none");
        }
        List<Overall> weak = known.stream()
                .filter(each -> each.r().number() < standards.limit(Measure.OVERALL_R))
                .toList();
        String weakest = String.join(
                "",
                weak.stream()
                        .map(each -> speech.say(
                                "reading.overall.weak",
                                "construct",
                                each.construct(),
                                "r",
                                Printed.coefficient(each.r().number())))
                        .toList());
        double largest = known.stream()
                .filter(each -> each.p().isKnown())
                .mapToDouble(each -> each.p().number())
                .max()
                .orElse(0);
        String all = speech.say(
                largest < LEAST_P ? "reading.overall.all" : "reading.overall",
                "count",
                known.size(),
                "range",
                range(known.stream().map(Overall::r).toList()),
                "p",
                Printed.pWithSign(largest));
        return all + weakest + speech.say("reading.overall.same_source");
    }

    private String range(List<Value> values) {
        double least = values.stream().mapToDouble(Value::number).min().orElse(0);
        double most = values.stream().mapToDouble(Value::number).max().orElse(0);
        String low = Printed.coefficient(least);
        String high = Printed.coefficient(most);
        return low.equals(high) ? low : low + "–" + high;
    }

    private String because(Value value) {
        return Reasons.in(speech.language(), value.reason().orElse(Reason.NO_DATA), value.reasonArgs());
    }

    private String limit(Measure measure) {
        return Printed.limit(standards.limit(measure));
    }
}
