package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tw.minsheng.report.Facts;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.wording.Dates;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.survey.SamplingPlan;

/**
 * The eight facts of the page 調查資訊, the list that reviewers know from election polls. While one is missing the report
 * stays a draft.
 *
 * @param key stable name of the fact
 * @param given false while the fact is missing
 */
record Disclosure(String key, String value, boolean given) {

    /** The facts in their order. */
    static List<Disclosure> all(Material material) {
        Speech speech = material.speech();
        Facts facts = material.facts();
        List<Disclosure> all = new ArrayList<>();
        all.add(of("conductor", conductor(material), speech));
        all.add(of("principal", facts.principal(), speech));
        all.add(of("period", Period.days(material).isPresent() ? Period.of(material) : "", speech));
        all.add(of("method", method(material), speech));
        all.add(of("population", population(material), speech));
        all.add(of("sample", sample(material), speech));
        all.add(of("precision", material.sample().sentence().in(material.language()), speech));
        all.add(of("funding", facts.funding(), speech));
        return List.copyOf(all);
    }

    /** The facts that are missing, each with where to give it. */
    static List<Gap> gaps(Material material) {
        Speech speech = material.speech();
        return all(material).stream()
                .filter(fact -> !fact.given())
                .map(fact -> new Gap(
                        speech.say("disclosure." + fact.key()), speech.say("disclosure." + fact.key() + ".where")))
                .toList();
    }

    private static Disclosure of(String key, String value, Speech speech) {
        return value.isBlank()
                ? new Disclosure(key, speech.say("disclosure.missing"), false)
                : new Disclosure(key, value, true);
    }

    private static String conductor(Material material) {
        String owner = material.survey().owner().agency() + " "
                + material.survey().owner().unit();
        List<String> names = new ArrayList<>(List.of(owner.strip()));
        for (String other :
                List.of(material.facts().conductor(), material.facts().contractor())) {
            if (!other.isEmpty() && names.stream().noneMatch(name -> name.contains(other))) {
                names.add(other);
            }
        }
        return String.join(material.speech().say("semicolon"), names);
    }

    /** Never the word 隨機 for a sample that was not drawn. */
    private static String method(Material material) {
        Speech speech = material.speech();
        SamplingPlan plan = material.survey().sampling();
        String strata = plan.strata().isGiven()
                ? speech.say(
                        "disclosure.strata",
                        "variable",
                        material.label(plan.strata().variable()))
                : "";
        return switch (material.sample().code()) {
            case W5 -> speech.say("disclosure.voluntary");
            case W6 -> speech.say("disclosure.quota");
            case W1, W2, W3, W4, W7 ->
                speech.say("design." + plan.design().name().toLowerCase(Locale.ROOT))
                        + strata
                        + (plan.frame().isGiven()
                                ? speech.say(
                                        "disclosure.frame", "name", plan.frame().name())
                                : "");
        };
    }

    private static String population(Material material) {
        SamplingPlan.Frame frame = material.survey().sampling().frame();
        return frame.isGiven()
                ? material.speech()
                        .say(
                                "disclosure.population.text",
                                "size",
                                Printed.count(frame.size()),
                                "name",
                                frame.name(),
                                "date",
                                Dates.full(material.language(), frame.asOf()))
                : material.speech().say("disclosure.no_frame");
    }

    private static String total(ResultTable table, String column) {
        long n = 0;
        for (int row = 0; row < table.rows().size(); row++) {
            n += table.count(row, column);
        }
        return Printed.count(n);
    }

    private static String sample(Material material) {
        Speech speech = material.speech();
        long used = material.used();
        if (used == 0) {
            return "";
        }
        List<String> modes = material.table("T1.1")
                .map(table -> table.columns().subList(1, table.columns().size() - 1).stream()
                        .map(mode -> {
                            String n = table.isWithheld(mode) ? speech.say("hidden") : total(table, mode);
                            return speech.say("disclosure.mode", "mode", speech.say("mode." + mode), "n", n);
                        })
                        .toList())
                .orElse(List.of());
        String text = speech.say("disclosure.sample.text", "n", Printed.count(used), "modes", speech.list(modes));
        Facts.Dispositions ends = material.facts().dispositions();
        if (!ends.isGiven()) {
            return text;
        }
        return text + speech.say("disclosure.drawn", "n", Printed.count(ends.contacts()));
    }
}
