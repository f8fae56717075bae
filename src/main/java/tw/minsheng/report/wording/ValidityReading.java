package tw.minsheng.report.wording;

import java.util.ArrayList;
import java.util.List;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.Standards;
import tw.minsheng.report.Standards.Measure;
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

    /**
     * Whether the items can be factored at all.
     *
     * @param n answers, {@code items} the items behind it
     * @param few whether there are fewer than five answers to an item
     */
    public record Adequacy(long n, int items, Value kmo, Value chiSquare, Value df, Value p, boolean few) {}

    public String adequacy(Adequacy found) {
        if (!found.kmo().isKnown()) {
            return speech.say("reading.kmo.none", "reason", because(found.kmo()));
        }
        String kmo = Printed.coefficient(found.kmo().number());
        List<String> said = new ArrayList<>();
        if (found.kmo().number() < standards.limit(Measure.KMO)) {
            said.add(speech.say("reading.kmo.missed", "n", Printed.count(found.n()), "kmo", kmo));
        } else if (!found.p().isKnown() || found.p().number() >= standards.limit(Measure.BARTLETT_P)) {
            said.add(speech.say("reading.bartlett.missed", "n", Printed.count(found.n()), "kmo", kmo));
        } else {
            said.add(speech.say(
                    "reading.kmo.reached",
                    "n",
                    Printed.count(found.n()),
                    "kmo",
                    kmo,
                    "df",
                    Printed.degrees(found.df().number()),
                    "chi",
                    Printed.fixed(found.chiSquare().number(), 1),
                    "p",
                    Printed.pWithSign(found.p().number())));
        }
        if (found.few()) {
            said.add(speech.say("reading.factors.few", "n", Printed.count(found.n()), "k", found.items()));
        }
        return speech.join(said);
    }

    /** What the confirmatory model says of the declared constructs. */
    public enum Model {
        FITS,
        MISFITS,
        NONE
    }

    /** An item that loads highest elsewhere than most of its construct: on the factor of other constructs, or of none. */
    public record Astray(String item, String where) {}

    /**
     * What exploratory analysis found beside what was planned.
     *
     * @param n answers behind it
     * @param byQuantile number of components above the 95th percentile of chance, {@code byMean} above its mean
     * @param planned declared constructs
     * @param merged names of constructs whose items load highest on the same factor, factor by factor
     */
    public record Factors(
            long n,
            Value byQuantile,
            Value byMean,
            int planned,
            List<List<String>> merged,
            List<Astray> astray,
            Model model) {

        public Factors {
            merged = List.copyOf(merged);
            astray = List.copyOf(astray);
        }

        private boolean isInPlace() {
            return merged.isEmpty() && astray.isEmpty();
        }
    }

    /** How many factors by which rule, and which constructs and items do not stand where they were planned. */
    public String factors(Factors found) {
        if (!found.byQuantile().isKnown()) {
            return speech.say("reading.factors.none", "reason", because(found.byQuantile()));
        }
        List<String> said = new ArrayList<>();
        said.add(speech.say(
                "reading.factors." + verdict(found),
                "n",
                Printed.count(found.n()),
                "found",
                counted("reading.factors.count", found.byQuantile().number()),
                "mean",
                Printed.whole(found.byMean().number()),
                "planned",
                counted("reading.factors.planned", found.planned())));
        found.merged().forEach(names -> said.add(speech.say("reading.factors.merged", "constructs", together(names))));
        if (!found.astray().isEmpty()) {
            said.add(speech.say(
                    "reading.factors.astray",
                    "items",
                    speech.list(found.astray().stream()
                            .map(each -> speech.say(
                                    "reading.factors.astray.one", "item", each.item(), "where", each.where()))
                            .toList())));
        }
        return speech.join(said);
    }

    /** One is said in another way than several. */
    private String counted(String key, double count) {
        return speech.say(Math.round(count) == 1 ? key + ".one" : key, "count", Printed.whole(count));
    }

    /** Whether number, items and model agree with what was planned, as far as they are known. */
    public boolean supports(Factors found) {
        return found.byQuantile().isKnown() && verdict(found).equals("same");
    }

    /** The number alone proves nothing: what the items and the model say must not be contradicted. */
    private static String verdict(Factors found) {
        if (Math.round(found.byQuantile().number()) != found.planned()) {
            return found.model() == Model.FITS ? "other.fits" : "other";
        }
        if (found.model() == Model.MISFITS) {
            return "same.misfits";
        }
        return found.isInPlace() ? "same" : "same.number";
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
     * A construct's correlation with the overall item.
     *
     * @param n answers behind it
     */
    public record Overall(String construct, long n, Value r, Value p) {}

    /** The correlations with overall satisfaction: from the same sheet, so never called a criterion. */
    public String overall(List<Overall> correlations) {
        List<Overall> known =
                correlations.stream().filter(each -> each.r().isKnown()).toList();
        List<String> said = new ArrayList<>();
        if (!known.isEmpty()) {
            said.add(range(known));
            known.stream()
                    .filter(each -> each.r().number() < standards.limit(Measure.OVERALL_R))
                    .forEach(each -> said.add(speech.say(
                            "reading.overall.weak",
                            "construct",
                            each.construct(),
                            "r",
                            Printed.coefficient(each.r().number()))));
        }
        correlations.stream()
                .filter(each -> !each.r().isKnown())
                .forEach(each -> said.add(speech.say(
                        "reading.overall.undefined", "construct", each.construct(), "reason", because(each.r()))));
        said.add(speech.say(correlations.isEmpty() ? "reading.overall.none" : "reading.overall.same_source"));
        return speech.join(said);
    }

    private String range(List<Overall> known) {
        double largest = known.stream()
                .filter(each -> each.p().isKnown())
                .mapToDouble(each -> each.p().number())
                .max()
                .orElse(0);
        return speech.say(
                largest < LEAST_P ? "reading.overall.all" : "reading.overall",
                "count",
                known.size(),
                "n",
                Printed.span(known.stream().map(Overall::n).toList()),
                "range",
                Printed.range(known.stream().map(Overall::r).toList()),
                "p",
                Printed.pWithSign(largest));
    }

    private String because(Value value) {
        return Reasons.in(speech.language(), value);
    }
}
