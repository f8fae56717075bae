package tw.minsheng.survey.file.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tw.minsheng.format.Node;
import tw.minsheng.survey.Answer;
import tw.minsheng.survey.condition.Expression;
import tw.minsheng.survey.condition.Value;

/** L29: whether a condition can hold at all, by trying every combination of the answers that it tells apart. */
final class Reach {

    private static final long MAX_STATES = 100_000;
    private static final int MAX_CHOSEN = 17;
    private static final BigDecimal STEP = new BigDecimal("0.001");

    private final Outline survey;

    Reach(Outline survey) {
        this.survey = survey;
    }

    /** True when no combination makes it hold; false when one does or when there are too many to try. */
    boolean isNever(Expression condition) {
        Map<String, List<Value>> named = new LinkedHashMap<>();
        condition
                .mentions()
                .forEach(mention -> named.computeIfAbsent(mention.id(), id -> new ArrayList<>())
                        .addAll(mention.values()));
        Map<String, List<Optional<Answer>>> domains = new LinkedHashMap<>();
        long states = 1;
        for (Map.Entry<String, List<Value>> entry : named.entrySet()) {
            List<Optional<Answer>> domain = domain(entry.getKey(), entry.getValue());
            states *= domain.size();
            if (states > MAX_STATES || domain.isEmpty()) {
                return false;
            }
            domains.put(entry.getKey(), domain);
        }
        return !holds(condition, domains, states);
    }

    private static boolean holds(Expression condition, Map<String, List<Optional<Answer>>> domains, long states) {
        for (long state = 0; state < states; state++) {
            Map<String, Answer> answers = new HashMap<>();
            long rest = state;
            for (Map.Entry<String, List<Optional<Answer>>> domain : domains.entrySet()) {
                int size = domain.getValue().size();
                domain.getValue().get((int) (rest % size)).ifPresent(answer -> answers.put(domain.getKey(), answer));
                rest /= size;
            }
            if (condition.holds(answers)) {
                return true;
            }
        }
        return false;
    }

    /** The answers of one question that the values tell apart, no answer being one of them; empty when they are too many. */
    private List<Optional<Answer>> domain(String id, List<Value> values) {
        if (values.size() > MAX_CHOSEN && survey.asked(id).filter(Reach::isSet).isPresent()) {
            return List.of();
        }
        Stream<Answer> answers = survey.asked(id).stream().flatMap(asked -> answers(asked, values));
        return Stream.concat(Stream.of(Optional.<Answer>empty()), answers.map(Optional::of))
                .toList();
    }

    private static boolean isSet(Asked asked) {
        return asked.type() == Asked.Type.MULTIPLE || asked.type() == Asked.Type.RANK;
    }

    private Stream<Answer> answers(Asked asked, List<Value> values) {
        return switch (asked.type()) {
            case ITEM, SCALE, NPS -> {
                Node scale = survey.scale(asked.scale());
                Stream<Answer> missing = scale.get("missing").elements().stream()
                        .map(each -> new Answer.Missing(each.get("code").text()));
                yield Stream.concat(survey.points(scale).stream().map(Answer.Point::new), missing);
            }
            case SINGLE -> Stream.concat(asked.marginCodes().stream().map(Answer.Choice::new), chosenMissing(asked));
            case MULTIPLE, RANK -> Stream.concat(subsets(asked, values), chosenMissing(asked));
            case NUMBER -> values.stream().flatMap(Reach::around);
            case DATE -> values.stream().flatMap(Reach::daysAround);
            case TEXT, UNKNOWN ->
                Stream.concat(
                        Stream.of(new Answer.Text(" ")),
                        values.stream().map(value -> new Answer.Text(value.written())));
        };
    }

    private static Stream<Answer> chosenMissing(Asked asked) {
        return asked.choices().stream()
                .filter(choice -> choice.get("missing").isTrue())
                .map(choice -> new Answer.Missing(choice.get("value").text()));
    }

    /** Every set of the named choices, together with one that is not named. */
    private static Stream<Answer> subsets(Asked asked, List<Value> values) {
        List<String> named = values.stream().map(Value::written).distinct().toList();
        List<String> other = asked.marginCodes().stream()
                .filter(code -> !named.contains(code))
                .limit(1)
                .toList();
        List<Answer> found = new ArrayList<>();
        for (int bits = 0; bits < 1 << named.size(); bits++) {
            List<String> chosen = new ArrayList<>(other);
            for (int i = 0; i < named.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    chosen.add(named.get(i));
                }
            }
            found.add(new Answer.Choices(chosen));
        }
        return found.stream();
    }

    private static Stream<Answer> around(Value value) {
        return value instanceof Value.Amount amount
                ? Stream.of(
                                amount.value().subtract(STEP),
                                amount.value(),
                                amount.value().add(STEP))
                        .map(Answer.Quantity::new)
                : Stream.of();
    }

    private static Stream<Answer> daysAround(Value value) {
        return value instanceof Value.Text text
                ? text.day().stream()
                        .flatMap(day -> Stream.of(day.minusDays(1), day, day.plusDays(1)))
                        .map(Answer.Day::new)
                : Stream.of();
    }
}
