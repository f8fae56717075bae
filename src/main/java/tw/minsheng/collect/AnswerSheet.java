package tw.minsheng.collect;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tw.minsheng.kernel.Language;
import tw.minsheng.survey.Answer;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Version;

/**
 * One finished answer: everything that is kept of it. Holds no form key, no address and no time of day.
 *
 * @param survey id of the survey
 * @param hash SHA-256 of the version's canonical JSON, lower-case hex
 * @param noticeHash SHA-256 of the privacy notice as shown, lower-case hex
 * @param day in the time zone of the agency
 * @param seconds spent per part of the form, by its name; empty when unknown
 * @param answers by question or item id, free text of a choice by {@code <id>__<value>_text}; empty for
 *     {@link Outcome#QUOTA_FULL}
 * @param place in the sample, where the way in told it
 */
public record AnswerSheet(
        String survey,
        Version version,
        String hash,
        String wave,
        DataSet set,
        Source source,
        Survey.Mode mode,
        Display display,
        Language language,
        int noticeVersion,
        String noticeHash,
        LocalDate day,
        Map<String, Integer> seconds,
        Outcome outcome,
        Map<String, Answer> answers,
        SamplePlace place) {

    public AnswerSheet {
        seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        if (outcome == Outcome.QUOTA_FULL && !answers.isEmpty()) {
            throw new IllegalArgumentException("a full quota keeps no answers");
        }
    }

    /** Of somebody who stands at no place of a sample. */
    public AnswerSheet(
            String survey,
            Version version,
            String hash,
            String wave,
            DataSet set,
            Source source,
            Survey.Mode mode,
            Display display,
            Language language,
            int noticeVersion,
            String noticeHash,
            LocalDate day,
            Map<String, Integer> seconds,
            Outcome outcome,
            Map<String, Answer> answers) {
        this(
                survey,
                version,
                hash,
                wave,
                set,
                source,
                mode,
                display,
                language,
                noticeVersion,
                noticeHash,
                day,
                seconds,
                outcome,
                answers,
                SamplePlace.NONE);
    }

    /** The same at a place of the sample. */
    public AnswerSheet at(SamplePlace other) {
        return with(seconds, outcome, answers, other);
    }

    /** The same without the answer to one question. */
    public AnswerSheet without(String question) {
        Map<String, Answer> others = new LinkedHashMap<>(answers);
        others.remove(question);
        return with(seconds, outcome, others, place);
    }

    /** The same attempt turned away by a full quota: its answers are dropped. */
    public AnswerSheet turnedAway() {
        return with(Map.of(), Outcome.QUOTA_FULL, Map.of(), place);
    }

    private AnswerSheet with(Map<String, Integer> spent, Outcome ended, Map<String, Answer> kept, SamplePlace stand) {
        return new AnswerSheet(
                survey,
                version,
                hash,
                wave,
                set,
                source,
                mode,
                display,
                language,
                noticeVersion,
                noticeHash,
                day,
                spent,
                ended,
                kept,
                stand);
    }
}
