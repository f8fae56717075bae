package tw.minsheng.collect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.kernel.Fault;
import tw.minsheng.survey.Answer;

/**
 * A questionnaire as far as it is filled in: what was typed, what of it counts, which part is next.
 *
 * @param parts what was typed by part, valid or not
 */
public record Filled(Questionnaire form, Map<String, Draft.Typed> parts, Walk walk) {

    public static Filled of(Questionnaire form, Map<String, Draft.Typed> parts) {
        Reading.Several readings = new Reading.Several();
        for (Part part : form.parts()) {
            Draft.Typed typed = parts.get(part.name());
            if (typed != null) {
                part.asks().forEach(ask -> readings.add(TypedFields.read(form, ask, typed.fields())));
            }
        }
        return new Filled(form, Map.copyOf(parts), Walk.of(form, allowed(form, readings.all())));
    }

    /** Nothing that fails can reach a finished answer, or decide a condition. */
    private static Map<String, Answer> allowed(Questionnaire form, Reading reading) {
        Map<String, Answer> allowed = new LinkedHashMap<>(reading.answers());
        Rules.check(form, reading.answers()).forEach(fault -> allowed.remove(fault.place()));
        return allowed;
    }

    /** The same with one part replaced; used when the part could not be saved, or was blank. */
    public Filled with(Part part, Map<String, List<String>> fields, int seconds) {
        Map<String, Draft.Typed> changed = new LinkedHashMap<>(parts);
        changed.put(part.name(), new Draft.Typed(fields, seconds, 0));
        return of(form, changed);
    }

    public Map<String, List<String>> fields(Part part) {
        Draft.Typed typed = parts.get(part.name());
        return typed == null ? Map.of() : typed.fields();
    }

    public int seconds(Part part) {
        Draft.Typed typed = parts.get(part.name());
        return typed == null ? 0 : typed.seconds();
    }

    /** The first part that cannot stay as it is; empty when all is ready to be sent. */
    public Optional<Part> firstOpen() {
        return walk.parts().stream().filter(part -> !faults(part).isEmpty()).findFirst();
    }

    public List<Fault> faults(Part part) {
        return AnswerCheck.kept(walk, part, fields(part));
    }

    /** Whether this part was sent before, in order or not. */
    boolean isSaved(Part part) {
        return parts.containsKey(part.name());
    }

    public Optional<Part> before(Part part) {
        List<Part> shown = walk.parts();
        int at = form.parts().indexOf(part);
        return shown.stream().filter(each -> form.parts().indexOf(each) < at).reduce((first, second) -> second);
    }

    /** Whether a respondent may be on this part: it is shown, and everything before it is in order. */
    public boolean reaches(Part part) {
        return walk.parts().contains(part)
                && firstOpen().map(open -> !part.isAfter(open)).orElse(true);
    }

    /** Seconds by part, of the parts that are shown. */
    public Map<String, Integer> secondsByPart() {
        Map<String, Integer> seconds = new LinkedHashMap<>();
        walk.parts().stream()
                .filter(part -> parts.containsKey(part.name()))
                .forEach(part -> seconds.put(part.name(), seconds(part)));
        return seconds;
    }
}
