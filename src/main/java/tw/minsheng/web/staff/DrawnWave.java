package tw.minsheng.web.staff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.minsheng.collect.SamplePlace;
import tw.minsheng.collect.Surveys;
import tw.minsheng.invite.draw.SampleDraws;
import tw.minsheng.survey.Question;
import tw.minsheng.survey.SamplingPlan;
import tw.minsheng.survey.Survey;

/**
 * What the definition of a wave says about its sample.
 *
 * @param past whether a newer wave has taken its place, so that it can only be looked at
 */
record DrawnWave(Surveys.Offer offer, boolean past) {

    Survey survey() {
        return offer.current().survey();
    }

    SamplingPlan plan() {
        return survey().sampling();
    }

    String code() {
        return offer.wave().code();
    }

    /** The wave as it stands in an address. */
    String query() {
        return "?wave=" + code();
    }

    SampleDraws.Of of() {
        return new SampleDraws.Of(survey().id(), code());
    }

    /** Whether people are drawn from a list. */
    boolean isDrawn() {
        return switch (plan().design()) {
            case SRS, SYSTEMATIC, STRATIFIED, CLUSTER, CENSUS -> true;
            case ONSITE, QUOTA, CONVENIENCE -> false;
        };
    }

    /** A stratum as people call it, with its code; strata that are counted together one by one. */
    String stratum(Words words, String names) {
        Map<String, String> labels = new HashMap<>();
        choices().forEach(choice -> labels.put(choice.value(), words.text(choice.label())));
        return Stream.of(names.split(Pattern.quote(SamplePlace.JOINED), -1))
                .map(name -> labels.containsKey(name)
                        ? words.say("sample.named", Map.of("label", labels.get(name), "code", name))
                        : name)
                .collect(Collectors.joining(" + "));
    }

    private List<Question.Choice> choices() {
        return survey().question(plan().strata().variable())
                .filter(Question.Choices.class::isInstance)
                .map(Question.Choices.class::cast)
                .map(Question.Choices::choices)
                .orElse(List.of());
    }

    /** Codes that a stratum can have; empty where they are not those of a question. */
    Set<String> strata() {
        return choices().stream()
                .filter(choice -> !choice.missing() && !choice.screenout())
                .map(Question.Choice::value)
                .collect(Collectors.toUnmodifiableSet());
    }
}
