package tw.minsheng.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tw.minsheng.collect.AnswerSheet;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Display;
import tw.minsheng.collect.Outcome;
import tw.minsheng.collect.Published;
import tw.minsheng.collect.SamplePlace;
import tw.minsheng.collect.Source;
import tw.minsheng.kernel.Language;
import tw.minsheng.statistics.distribution.SplitMix64;
import tw.minsheng.survey.Answer;
import tw.minsheng.survey.SamplingPlan;
import tw.minsheng.survey.Survey;

/**
 * Answers of invented respondents to one version of a survey. They hang together as real ones do: each respondent has a
 * general mood and a leaning per construct, reverse items run the other way, some items stay unanswered. The same seed
 * gives the same answers.
 *
 * @param noticeHash SHA-256 of the privacy notice, lower-case hex
 * @param from first day of the invented fieldwork
 * @param to last day of it
 */
public record InventedAnswers(Published published, String noticeHash, String wave, LocalDate from, LocalDate to) {

    private static final DateTimeFormatter SESSION = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    /** @throws IllegalArgumentException when the fieldwork ends before it begins */
    public InventedAnswers {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("fieldwork from " + from + " to " + to);
        }
    }

    /** This many answers, drawn when the survey's design draws people, else open. */
    public Stream<AnswerSheet> sheets(int count, long seed) {
        List<String> comments = comments();
        return IntStream.range(0, count)
                .mapToObj(i -> sheet(new Respondent(published.survey(), SplitMix64.replicate(seed, i), comments)));
    }

    private AnswerSheet sheet(Respondent respondent) {
        Survey survey = published.survey();
        boolean drawn = survey.sampling().design().isProbability();
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        LocalDate day = from.plusDays((long) (respondent.early() * days));
        Survey.Mode mode = respondent.mode(survey.modes());
        Map<String, Answer> answers = respondent.answers();
        if (survey.sampling().design() == SamplingPlan.Design.ONSITE) {
            return inSession(survey, mode, answers, respondent.early());
        }
        return sheet(survey, mode, day, drawn ? Source.DRAWN : Source.OPEN, answers);
    }

    /** Through a slip of one of the sessions that the definition plans for the counter; on its day. */
    private AnswerSheet inSession(Survey survey, Survey.Mode mode, Map<String, Answer> answers, double place) {
        SamplingPlan plan = survey.sampling();
        String counter =
                answers.get(plan.strata().variable()) instanceof Answer.Choice choice ? choice.value() : "counter";
        int sessions = Math.max(
                1, plan.onsite().drawSessions() / Math.max(1, plan.onsite().counters()));
        int session = (int) (place * sessions);
        LocalDate day = from.plusDays(session * ChronoUnit.DAYS.between(from, to) / sessions);
        String unit = counter + "-" + day.format(SESSION) + (session % 2 == 0 ? "a" : "p");
        return sheet(survey, mode, day, Source.DRAWN, answers).at(new SamplePlace(counter, unit));
    }

    private AnswerSheet sheet(
            Survey survey, Survey.Mode mode, LocalDate day, Source source, Map<String, Answer> answers) {
        return new AnswerSheet(
                survey.id(),
                survey.version(),
                published.hash(),
                wave,
                DataSet.DEMO,
                source,
                mode,
                Display.ITEMS,
                Language.ZH_TW,
                survey.privacy().notice().version(),
                noticeHash,
                day,
                Map.of(),
                Outcome.COMPLETE,
                answers);
    }

    private static List<String> comments() {
        try (InputStream in = InventedAnswers.class.getResourceAsStream("comments.txt")) {
            if (in == null) {
                throw new IllegalStateException("comments.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
