package tw.minsheng.petition.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Texts;

/** The words of an explanation in one language. */
public record StepWords(Language language) {

    private static final Texts TEXTS = Texts.of(StepWords.class);

    /** The sentence of one step. */
    public String of(Step step) {
        Map<String, String> words = new HashMap<>();
        step.args().forEach((name, value) -> words.put(name, word(value)));
        return TEXTS.text(language, "step." + step.key(), words);
    }

    /** The sentences of all steps, in order. */
    public List<String> of(List<Step> steps) {
        return steps.stream().map(this::of).toList();
    }

    /** The end of a limit: a day, with the time when the limit is in hours. */
    public String of(Due due) {
        return due.timed() ? moment(due.at()) : day(due.day());
    }

    private String word(Object value) {
        if (value instanceof LocalDate day) {
            return day(day);
        }
        if (value instanceof LocalDateTime moment) {
            return moment(moment);
        }
        if (value instanceof Due due) {
            return of(due);
        }
        if (value instanceof Enum<?> constant) {
            return TEXTS.text(language, "word." + constant.name().toLowerCase(Locale.ROOT));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Object::toString).collect(Collectors.joining(TEXTS.text(language, "list.comma")));
        }
        return value.toString();
    }

    /** A day with its weekday. */
    public String day(LocalDate day) {
        String weekday = TEXTS.text(language, "weekday." + day.getDayOfWeek().getValue());
        return TEXTS.text(language, "day", Map.of("date", day.toString(), "weekday", weekday));
    }

    private String moment(LocalDateTime moment) {
        String time = moment.toLocalTime().toString();
        return TEXTS.text(language, "moment", Map.of("day", day(moment.toLocalDate()), "time", time));
    }
}
