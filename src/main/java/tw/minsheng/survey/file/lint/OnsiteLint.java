package tw.minsheng.survey.file.lint;

import java.util.Map;
import tw.minsheng.format.Node;

/** L06 for the sessions of on-site sampling: every counter needs two of them, and has no more than its half-days. */
final class OnsiteLint implements Lint {

    private static final long LEAST = 2;

    @Override
    public void check(Outline survey, Findings findings) {
        Place onsite = Place.root(survey.root()).into("sampling").into("onsite");
        if (!survey.design().equals("onsite") || !onsite.node().isGiven()) {
            return;
        }
        long counters = number(onsite.node().get("counters"));
        long halfDays = number(onsite.node().get("sessions"));
        long drawn = number(onsite.node().get("drawSessions"));
        if (counters > 0 && halfDays > 0 && drawn > 0 && (drawn < LEAST * counters || drawn > counters * halfDays)) {
            refuse(onsite, "drawSessions", LEAST * counters + "–" + counters * halfDays, findings);
        }
        String variable =
                survey.root().get("sampling").get("strata").get("variable").text();
        survey.asked(variable)
                .filter(asked -> asked.type() == Asked.Type.SINGLE)
                .map(asked -> asked.marginCodes().size())
                .filter(choices -> counters > 0 && choices != counters)
                .ifPresent(choices -> refuse(onsite, "counters", Integer.toString(choices), findings));
    }

    private static void refuse(Place onsite, String key, String allowed, Findings findings) {
        Node node = onsite.node().get(key);
        findings.add(
                Rule.L06,
                node.mark(),
                Map.of(
                        "place", onsite.into(key).phrase(),
                        "value", Phrase.of(node.text()),
                        "list", Phrase.of(allowed)));
    }

    /** 0 for what is no whole number; the schema says so. */
    private static long number(Node node) {
        return node instanceof Node.Num number && number.isInt()
                ? number.value().longValue()
                : 0;
    }
}
