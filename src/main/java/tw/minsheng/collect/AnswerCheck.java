package tw.minsheng.collect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tw.minsheng.kernel.Fault;
import tw.minsheng.survey.Answer;
import tw.minsheng.survey.Question;

/** The rules on answers (必填、上下限、跳題、互斥), decided here and nowhere else. */
public final class AnswerCheck {

    private AnswerCheck() {}

    /**
     * What is wrong with a part that was just sent: everything of {@link #kept}, and fields that this part does not
     * have or does not show.
     */
    public static List<Fault> sent(Walk walk, Part part, Map<String, List<String>> fields) {
        List<Fault> faults = new ArrayList<>(kept(walk, part, fields));
        Set<String> known = new HashSet<>();
        walk.asks(part).forEach(ask -> known.addAll(FieldNames.of(ask)));
        Set<String> hidden = new HashSet<>();
        part.asks().forEach(ask -> hidden.addAll(FieldNames.of(ask)));
        fields.forEach((name, values) -> {
            if (!known.contains(name) && !values.stream().allMatch(String::isBlank)) {
                faults.add(Fault.of(name, hidden.contains(name) ? "answer.hidden" : "answer.unknown_field"));
            }
        });
        return List.copyOf(faults);
    }

    /** What is wrong with a part as it is kept: only what it shows is looked at. */
    public static List<Fault> kept(Walk walk, Part part, Map<String, List<String>> fields) {
        List<Fault> faults = new ArrayList<>();
        for (Ask ask : walk.asks(part)) {
            Reading reading = TypedFields.read(walk.form(), ask, fields);
            faults.addAll(reading.faults());
            faults.addAll(Rules.check(walk.form(), reading.answers()));
            if (reading.faults().isEmpty()) {
                faults.addAll(missing(walk, ask, reading.answers()));
            }
        }
        return List.copyOf(faults);
    }

    /**
     * What is wrong with a whole answer that came at once (API): nothing may be hidden, foreign, missing or outside the
     * limits, and it must not be empty.
     */
    static List<Fault> whole(Walk walk, Map<String, Answer> given) {
        List<Fault> faults = new ArrayList<>(Rules.check(walk.form(), given));
        given.keySet().stream()
                .filter(id -> !walk.answers().containsKey(id))
                .filter(id -> Place.find(walk.form(), id).isPresent())
                .forEach(id -> faults.add(Fault.of(id, "answer.hidden")));
        for (Part part : walk.form().parts()) {
            walk.asks(part).forEach(ask -> faults.addAll(missing(walk, ask, walk.answers())));
        }
        if (walk.answers().isEmpty()) {
            faults.add(Fault.of("", "answer.empty"));
        }
        return List.copyOf(faults);
    }

    private static List<Fault> missing(Walk walk, Ask ask, Map<String, Answer> answers) {
        boolean demanded = ask.question().head().required() && !(walk.screenedOut() && isAfterEnd(walk, ask));
        if (!demanded || ask.question() instanceof Question.Note) {
            return List.of();
        }
        Stream<String> ids = ask.question() instanceof Question.Matrix
                ? ask.items().stream().map(Question.Item::id)
                : Stream.of(ask.question().id());
        return ids.filter(id -> !answers.containsKey(id))
                .map(id -> Fault.of(id, "answer.missing"))
                .toList();
    }

    /** Once a choice has ended the survey, the rest of its page need not be answered. */
    private static boolean isAfterEnd(Walk walk, Ask ask) {
        List<Part> parts = walk.parts();
        Part last = parts.get(parts.size() - 1);
        return last.page().questions().contains(ask.question());
    }
}
