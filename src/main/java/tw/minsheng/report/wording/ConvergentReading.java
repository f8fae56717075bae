package tw.minsheng.report.wording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.Standards;
import tw.minsheng.report.Standards.Measure;
import tw.minsheng.statistics.Value;

/**
 * The sentences that read convergent and discriminant validity (收斂與區別效度): composite reliability and variance of each 構面, HTMT and
 * Fornell and Larcker's rule for each two, the fit of the model. What does not exist is said with its reason.
 */
public final class ConvergentReading {

    private final Speech speech;
    private final Standards standards;

    /** @param standards limits that the sentences name */
    public ConvergentReading(Language language, Standards standards) {
        this.speech = Speech.of(language, ConvergentReading.class);
        this.standards = standards;
    }

    /**
     * A construct's convergent validity.
     *
     * @param name of the construct
     */
    public record Convergent(String name, Value reliability, Value variance) {

        boolean isKnown() {
            return reliability.isKnown() && variance.isKnown();
        }

        Value reason() {
            return reliability.isKnown() ? variance : reliability;
        }
    }

    /** How alike two constructs are. */
    public record Pair(String first, String second, Value htmt) {}

    /**
     * Fornell and Larcker's rule for one construct beside one other.
     *
     * @param root √AVE
     * @param correlation with the other construct
     */
    public record Apart(String name, double root, String other, double correlation) {

        public boolean holds() {
            return root > StrictMath.abs(correlation);
        }
    }

    /**
     * What there is.
     *
     * @param n answers behind it
     * @param pairs none for a single construct
     * @param larcker each construct beside each other one, none where {@code model} has a reason
     * @param model the fit of the confirmatory model, which {@code larcker} needs
     */
    public record Evidence(long n, List<Convergent> constructs, List<Pair> pairs, List<Apart> larcker, Value model) {

        public Evidence {
            constructs = List.copyOf(constructs);
            pairs = List.copyOf(pairs);
            larcker = List.copyOf(larcker);
        }
    }

    /** The sentences, the numbers first. */
    public List<String> in(Evidence evidence) {
        List<Convergent> known =
                evidence.constructs().stream().filter(Convergent::isKnown).toList();
        List<String> said = new ArrayList<>();
        if (known.isEmpty() && evidence.constructs().isEmpty()) {
            said.add(speech.say("reading.convergent.none"));
        }
        boolean discriminant = isDiscriminant(evidence);
        if (!known.isEmpty()) {
            boolean good = known.stream().allMatch(this::isGood);
            String numbers = numbers(evidence, known);
            if (good && discriminant) {
                said.add(numbers + speech.say("reading.convergent.htmt", "htmt", most(evidence)));
            } else if (good) {
                said.add(numbers
                        + speech.say(
                                evidence.constructs().size() == 1
                                        ? "reading.convergent.alone"
                                        : "reading.convergent.good"));
            } else {
                said.add(numbers + speech.say("reading.convergent.end"));
                known.forEach(each -> addFaults(said, each));
            }
            if (!good || !discriminant) {
                discriminant(said, evidence);
            }
        }
        evidence.constructs().stream()
                .filter(each -> !each.isKnown())
                .forEach(each -> said.add(speech.say(
                        "reading.convergent.undefined",
                        "construct",
                        each.name(),
                        "reason",
                        Reasons.in(speech.language(), each.reason()))));
        if (evidence.constructs().size() > 1) {
            larcker(said, evidence);
        }
        return List.copyOf(said);
    }

    private List<Pair> close(Evidence evidence) {
        return evidence.pairs().stream()
                .filter(pair -> pair.htmt().isKnown() && pair.htmt().number() >= standards.limit(Measure.HTMT))
                .toList();
    }

    private String close(Pair pair) {
        return speech.say(
                "reading.htmt.missed",
                "first",
                pair.first(),
                "second",
                pair.second(),
                "htmt",
                Printed.coefficient(pair.htmt().number()),
                "limit",
                Printed.limit(standards.limit(Measure.HTMT)));
    }

    private String numbers(Evidence evidence, List<Convergent> known) {
        return speech.say(
                "reading.convergent.reached",
                "n",
                Printed.count(evidence.n()),
                "cr",
                Printed.range(known.stream().map(Convergent::reliability).toList()),
                "ave",
                Printed.range(known.stream().map(Convergent::variance).toList()));
    }

    private boolean isGood(Convergent each) {
        return each.reliability().number() >= standards.limit(Measure.CR)
                && each.variance().number() >= standards.limit(Measure.AVE);
    }

    /** Every pair is known and below the limit, and the rule of Fornell and Larcker, where it is known, is kept. */
    private boolean isDiscriminant(Evidence evidence) {
        return !evidence.pairs().isEmpty()
                && evidence.pairs().stream()
                        .allMatch(pair -> pair.htmt().isKnown() && pair.htmt().number() < standards.limit(Measure.HTMT))
                && evidence.larcker().stream().allMatch(Apart::holds);
    }

    private static String most(Evidence evidence) {
        return Printed.coefficient(evidence.pairs().stream()
                .filter(pair -> pair.htmt().isKnown())
                .mapToDouble(pair -> pair.htmt().number())
                .max()
                .orElse(0));
    }

    private void discriminant(List<String> said, Evidence evidence) {
        double limit = standards.limit(Measure.HTMT);
        List<Pair> known =
                evidence.pairs().stream().filter(pair -> pair.htmt().isKnown()).toList();
        if (!known.isEmpty() && known.stream().allMatch(pair -> pair.htmt().number() < limit)) {
            said.add(speech.say("reading.htmt.reached", "htmt", most(evidence), "limit", Printed.limit(limit)));
        }
        close(evidence).forEach(pair -> said.add(close(pair)));
        evidence.pairs().stream()
                .filter(pair -> !pair.htmt().isKnown())
                .forEach(pair -> said.add(speech.say(
                        "reading.htmt.undefined",
                        "first",
                        pair.first(),
                        "second",
                        pair.second(),
                        "reason",
                        Reasons.in(speech.language(), pair.htmt()))));
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
                Printed.limit(standards.limit(measure)));
    }

    private void larcker(List<String> said, Evidence evidence) {
        if (evidence.larcker().isEmpty()) {
            said.add(speech.say("reading.larcker.none", "reason", Reasons.in(speech.language(), evidence.model())));
            return;
        }
        if (evidence.larcker().stream().allMatch(Apart::holds)) {
            said.add(speech.say("reading.larcker.reached"));
        }
        brokenLarcker(said, evidence);
    }

    private void brokenLarcker(List<String> said, Evidence evidence) {
        Map<String, List<Apart>> byConstruct = new LinkedHashMap<>();
        evidence.larcker().stream()
                .filter(each -> !each.holds())
                .forEach(each -> byConstruct
                        .computeIfAbsent(each.name(), none -> new ArrayList<>())
                        .add(each));
        byConstruct.forEach((construct, others) -> said.add(speech.say(
                "reading.larcker.missed",
                "construct",
                construct,
                "root",
                Printed.coefficient(others.get(0).root()),
                "others",
                speech.list(others.stream()
                        .map(each -> speech.say(
                                "reading.larcker.other",
                                "other",
                                each.other(),
                                "r",
                                Printed.coefficient(each.correlation())))
                        .toList()))));
    }

    /** How the confirmatory model fits; what its indices are called says which do not reach their limit. */
    public record Fit(long n, Value chiSquare, Value df, Value cfi, Value tli, Value rmsea, Value srmr) {}

    /** The fit of the model in one sentence. */
    public String fit(Fit fit) {
        Optional<Value> missing = List.of(fit.chiSquare(), fit.cfi(), fit.tli(), fit.rmsea(), fit.srmr()).stream()
                .filter(value -> !value.isKnown())
                .findFirst();
        if (missing.isPresent()) {
            return speech.say("reading.fit.none", "reason", Reasons.in(speech.language(), missing.get()));
        }
        List<String> missed = missed(fit);
        String numbers = speech.say(
                "reading.fit",
                "n",
                Printed.count(fit.n()),
                "chisq",
                Printed.fixed(fit.chiSquare().number(), 1),
                "df",
                Printed.degrees(fit.df().number()),
                "cfi",
                Printed.coefficient(fit.cfi().number()),
                "tli",
                Printed.coefficient(fit.tli().number()),
                "rmsea",
                Printed.coefficient(fit.rmsea().number()),
                "srmr",
                Printed.coefficient(fit.srmr().number()));
        return numbers
                + (missed.isEmpty()
                        ? speech.say("reading.fit.reached")
                        : speech.say("reading.fit.missed", "missed", speech.list(missed)));
    }

    /** The indices that do not reach their limit, in words; none where they all do or do not exist. */
    public List<String> missed(Fit fit) {
        List<String> missed = new ArrayList<>();
        atLeast(missed, "CFI", fit.cfi(), Measure.CFI);
        atLeast(missed, "TLI", fit.tli(), Measure.TLI);
        atMost(missed, "RMSEA", fit.rmsea(), Measure.RMSEA);
        atMost(missed, "SRMR", fit.srmr(), Measure.SRMR);
        return List.copyOf(missed);
    }

    private void atLeast(List<String> missed, String name, Value value, Measure measure) {
        double limit = standards.limit(measure);
        if (value.isKnown() && value.number() < limit) {
            missed.add(speech.say("reading.fit.below", "name", name, "limit", Printed.limit(limit)));
        }
    }

    private void atMost(List<String> missed, String name, Value value, Measure measure) {
        double limit = standards.limit(measure);
        if (value.isKnown() && value.number() > limit) {
            missed.add(speech.say("reading.fit.above", "name", name, "limit", Printed.limit(limit)));
        }
    }
}
