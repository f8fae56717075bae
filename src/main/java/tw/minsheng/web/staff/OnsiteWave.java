package tw.minsheng.web.staff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tw.minsheng.collect.Surveys;
import tw.minsheng.invite.onsite.OnsitePlan;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.survey.Question;
import tw.minsheng.survey.SamplingPlan;
import tw.minsheng.survey.Survey;

/**
 * What the definition of a wave says about its sessions.
 *
 * @param past whether a newer wave has taken its place, so that nothing is drawn or handed out in it any more
 */
record OnsiteWave(Surveys.Offer offer, boolean past) {

    Survey survey() {
        return offer.current().survey();
    }

    String code() {
        return offer.wave().code();
    }

    /** The wave as it stands in an address. */
    String query() {
        return "?wave=" + code();
    }

    SamplingPlan.Onsite onsite() {
        return survey().sampling().onsite();
    }

    boolean isOnsite() {
        return survey().sampling().design() == SamplingPlan.Design.ONSITE;
    }

    /** Names of the counters by their codes: the choices of the variable of the strata, else c1, c2, … */
    Map<String, String> counters(Words words) {
        Map<String, String> counters = new LinkedHashMap<>();
        survey().question(survey().sampling().strata().variable())
                .filter(Question.Choices.class::isInstance)
                .map(Question.Choices.class::cast)
                .ifPresent(question -> question.choices().stream()
                        .filter(choice -> !choice.missing() && !choice.screenout())
                        .forEach(choice -> counters.put(choice.value(), words.text(choice.label()))));
        if (counters.isEmpty()) {
            IntStream.rangeClosed(1, onsite().counters())
                    .forEach(no -> counters.put("c" + no, words.say("onsite.counter.no", Map.of("no", no))));
        }
        return counters;
    }

    /** Counters stand in the order of their codes, as in every list that is drawn from (DR4). */
    OnsitePlan.Wish wish(Words words, List<OnsitePlan.HalfDay> halfDays) {
        return new OnsitePlan.Wish(
                counters(words).keySet().stream().sorted().toList(),
                halfDays,
                onsite().drawSessions(),
                onsite().interval());
    }

    LocalizedText title() {
        return survey().title();
    }
}
