package tw.minsheng.demo;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.statistics.distribution.SplitMix64;
import tw.minsheng.survey.Answer;
import tw.minsheng.survey.Construct;
import tw.minsheng.survey.Population;
import tw.minsheng.survey.Question;
import tw.minsheng.survey.Scale;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.SurveyPage;

/** One invented respondent, who answers a survey page by page. Used once, by one thread. */
final class Respondent {

    private static final double SHARE_UNANSWERED = 0.02;
    private static final double SHARE_DONT_KNOW = 0.02;
    private static final double SHARE_COMMENT = 0.15;
    /** where the middle of the answers lies on 0–1, and how far a construct and an item move it */
    private static final double MIDDLE = 0.72;

    private static final double BETWEEN_PERSONS = 0.13;
    private static final double BETWEEN_CONSTRUCTS = 0.1;
    private static final double NOISE = 0.16;

    private final Survey survey;
    private final SplitMix64 random;
    private final List<String> comments;
    private final double mood;
    private final Map<String, Double> leaning = new HashMap<>();

    Respondent(Survey survey, SplitMix64 random, List<String> comments) {
        this.survey = survey;
        this.random = random;
        this.comments = comments;
        this.mood = MIDDLE + BETWEEN_PERSONS * normal();
        for (Construct construct : survey.constructs()) {
            double own = BETWEEN_CONSTRUCTS * normal();
            construct.items().forEach(item -> leaning.put(item, own));
        }
    }

    /** A number in [0, 1) that is small more often: most answers come in the first days. */
    double early() {
        double uniform = random.nextUniform();
        return uniform * (0.4 + 0.6 * uniform);
    }

    Survey.Mode mode(List<Survey.Mode> modes) {
        return random.nextUniform() < 0.8 ? Survey.Mode.WEB : modes.get((int) (random.nextUniform() * modes.size()));
    }

    Map<String, Answer> answers() {
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (SurveyPage page : survey.pages()) {
            if (page.showIf().holds(answers)) {
                Map<String, Answer> before = Map.copyOf(answers);
                page.questions().stream()
                        .filter(question -> question.head().showIf().holds(before))
                        .forEach(question -> answer(question, before, answers));
            }
        }
        return answers;
    }

    private void answer(Question question, Map<String, Answer> before, Map<String, Answer> answers) {
        if (question instanceof Question.Matrix matrix) {
            Scale scale = survey.scale(matrix.scale());
            matrix.items().stream()
                    .filter(item -> item.showIf().holds(before))
                    .forEach(item -> point(
                                    item.id(),
                                    scale,
                                    item.reverse(),
                                    matrix.head().required())
                            .ifPresent(answer -> answers.put(item.id(), answer)));
        } else if (question instanceof Question.Single single) {
            point(
                            single.id(),
                            survey.scale(single.scale()),
                            false,
                            single.head().required())
                    .ifPresent(answer -> answers.put(single.id(), answer));
        } else if (question instanceof Question.Choices choices) {
            choose(choices, answers);
        } else if (random.nextUniform() < SHARE_COMMENT) {
            open(question).ifPresent(answer -> answers.put(question.id(), answer));
        }
    }

    private Optional<Answer> point(String id, Scale scale, boolean reverse, boolean required) {
        if (!scale.missing().isEmpty() && random.nextUniform() < SHARE_DONT_KNOW) {
            return Optional.of(new Answer.Missing(scale.missing().get(0).code()));
        }
        if (!required && random.nextUniform() < SHARE_UNANSWERED) {
            return Optional.empty();
        }
        double liking = mood + leaning.getOrDefault(id, 0.0) + difficulty(id) + NOISE * normal();
        List<Scale.Point> points = scale.ascending();
        int place = (int) Math.min(points.size() - 1, Math.max(0, Math.floor(liking * points.size())));
        int value = points.get(place).value();
        return Optional.of(new Answer.Point(scale.score(value, reverse)));
    }

    /** Some items are liked less than others, the same ones by everybody. */
    private static double difficulty(String id) {
        return (Math.floorMod(id.hashCode(), 21) - 10) / 100.0;
    }

    private void choose(Question.Choices question, Map<String, Answer> answers) {
        List<Question.Choice> open = question.choices().stream()
                .filter(choice -> !choice.missing() && !choice.screenout() && !choice.exclusive())
                .toList();
        boolean skipped = !question.head().required() && random.nextUniform() < SHARE_UNANSWERED;
        if (skipped || open.isEmpty()) {
            return;
        }
        switch (question.kind()) {
            case SINGLE -> answers.put(question.id(), new Answer.Choice(one(question.id(), open)));
            case MULTIPLE -> answers.put(question.id(), new Answer.Choices(some(open)));
            case RANK -> answers.put(question.id(), new Answer.Choices(shuffled(open)));
        }
    }

    /** One choice: by the population counts where the survey has them, else the first ones more often. */
    private String one(String question, List<Question.Choice> open) {
        Map<String, Long> counts = population(question).counts();
        double[] shares = open.stream()
                .mapToDouble(choice -> counts.getOrDefault(choice.value(), 0L))
                .toArray();
        double total = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = counts.isEmpty() ? 1.0 / (i + 1) : shares[i];
            total += shares[i];
        }
        double left = random.nextUniform() * total;
        for (int i = 0; i < shares.length; i++) {
            left -= shares[i];
            if (left < 0) {
                return open.get(i).value();
            }
        }
        return open.get(open.size() - 1).value();
    }

    private Population population(String variable) {
        if (survey.sampling().strata().variable().equals(variable)) {
            return survey.sampling().strata().targets();
        }
        return survey.weighting().margins().stream()
                .filter(margin -> margin.variable().equals(variable))
                .map(margin -> margin.population())
                .findFirst()
                .orElse(Population.NONE);
    }

    private List<String> some(List<Question.Choice> open) {
        List<String> chosen = new ArrayList<>();
        for (Question.Choice choice : open) {
            if (random.nextUniform() < 0.4 && !choice.freeText()) {
                chosen.add(choice.value());
            }
        }
        return chosen.isEmpty() ? List.of(open.get(0).value()) : chosen;
    }

    private List<String> shuffled(List<Question.Choice> open) {
        List<String> left =
                new ArrayList<>(open.stream().map(Question.Choice::value).toList());
        List<String> ranked = new ArrayList<>();
        while (!left.isEmpty()) {
            ranked.add(left.remove((int) (random.nextUniform() * left.size())));
        }
        return ranked;
    }

    private Optional<Answer> open(Question question) {
        if (question instanceof Question.OpenText) {
            return Optional.of(new Answer.Text(comments.get((int) (random.nextUniform() * comments.size()))));
        }
        if (question instanceof Question.Numeric number) {
            long range = Math.min(10, number.max().subtract(number.min()).longValue());
            long value = (long) (random.nextUniform() * (range + 1));
            return Optional.of(new Answer.Quantity(number.min().add(BigDecimal.valueOf(value))));
        }
        if (question instanceof Question.Day day) {
            long days = Math.min(365, ChronoUnit.DAYS.between(day.min(), day.max()));
            return Optional.of(new Answer.Day(day.min().plusDays((long) (random.nextUniform() * (days + 1)))));
        }
        return Optional.empty();
    }

    /** Normal enough: the sum of twelve uniform numbers less six. */
    private double normal() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextUniform();
        }
        return sum;
    }
}
