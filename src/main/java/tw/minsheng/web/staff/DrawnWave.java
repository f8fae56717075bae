package tw.minsheng.web.staff;

import java.util.Set;
import java.util.stream.Collectors;
import tw.minsheng.collect.Surveys;
import tw.minsheng.invite.draw.SampleDraws;
import tw.minsheng.survey.Question;
import tw.minsheng.survey.SamplingPlan;
import tw.minsheng.survey.Survey;

/** What the definition of a wave says about its sample. */
record DrawnWave(Surveys.Offer offer) {

    Survey survey() {
        return offer.current().survey();
    }

    SamplingPlan plan() {
        return survey().sampling();
    }

    String code() {
        return offer.wave().code();
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

    /** Codes that a stratum can have; empty where they are not those of a question. */
    Set<String> strata() {
        return survey().question(plan().strata().variable())
                .filter(Question.Choices.class::isInstance)
                .map(Question.Choices.class::cast)
                .map(question -> question.choices().stream()
                        .filter(choice -> !choice.missing() && !choice.screenout())
                        .map(choice -> choice.value())
                        .collect(Collectors.toUnmodifiableSet()))
                .orElse(Set.of());
    }
}
