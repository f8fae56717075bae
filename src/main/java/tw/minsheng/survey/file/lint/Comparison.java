package tw.minsheng.survey.file.lint;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tw.minsheng.format.Node;
import tw.minsheng.survey.condition.Expression;
import tw.minsheng.survey.condition.Value;

/** L28: whether a question can be compared with a value. */
final class Comparison {

    private Comparison() {}

    /** @return whether every value suits; a finding for each that does not */
    static boolean check(Outline survey, Asked asked, Expression.Mention mention, Node condition, Findings findings) {
        List<Value> wrong = mention.values().stream()
                .filter(value -> !suits(survey, asked, mention.use(), value))
                .toList();
        for (Value value : wrong) {
            Map<String, Phrase> args = Map.of(
                    "id", Phrase.of(asked.id()),
                    "type", asked.type().phrase(),
                    "value", Phrase.of(value.written()),
                    "list", available(survey, asked, mention.use()));
            findings.add(Rule.L28, condition.mark(), args);
        }
        return wrong.isEmpty();
    }

    private static boolean suits(Outline survey, Asked asked, Expression.Use use, Value value) {
        boolean set = asked.type() == Asked.Type.MULTIPLE || asked.type() == Asked.Type.RANK;
        return switch (use) {
            case MISSING -> missing(survey, asked).contains(value.written());
            case CONTAINS -> set && values(survey, asked).contains(value.written());
            case ORDER -> !set && isOrdered(asked, value) && suitsType(survey, asked, value, false);
            case EQUALS -> !set && suitsType(survey, asked, value, true);
            case ANSWERED -> true;
        };
    }

    /** Texts and words of choices have no order. */
    private static boolean isOrdered(Asked asked, Value value) {
        return value instanceof Value.Amount || asked.type() == Asked.Type.DATE;
    }

    private static boolean suitsType(Outline survey, Asked asked, Value value, boolean equality) {
        return switch (asked.type()) {
            case ITEM, SCALE, NPS ->
                value instanceof Value.Amount
                        && (!equality || values(survey, asked).contains(value.written()));
            case SINGLE -> equality ? values(survey, asked).contains(value.written()) : hasNumbers(asked);
            case NUMBER -> value instanceof Value.Amount;
            case DATE -> value instanceof Value.Text text && text.day().isPresent();
            case TEXT -> value instanceof Value.Text;
            case MULTIPLE, RANK -> false;
            case UNKNOWN -> true;
        };
    }

    private static boolean hasNumbers(Asked asked) {
        return asked.marginCodes().stream().allMatch(code -> code.matches("[0-9]+"));
    }

    private static List<String> values(Outline survey, Asked asked) {
        if (asked.onScale()) {
            return survey.points(survey.scale(asked.scale())).stream()
                    .map(String::valueOf)
                    .toList();
        }
        return asked.choices().stream()
                .filter(choice -> !choice.get("missing").isTrue())
                .map(choice -> choice.get("value").text())
                .toList();
    }

    private static List<String> missing(Outline survey, Asked asked) {
        Stream<Node> codes = asked.onScale()
                ? survey.scale(asked.scale()).get("missing").elements().stream().map(each -> each.get("code"))
                : asked.choices().stream()
                        .filter(choice -> choice.get("missing").isTrue())
                        .map(choice -> choice.get("value"));
        return codes.map(Node::text).toList();
    }

    private static Phrase available(Outline survey, Asked asked, Expression.Use use) {
        if (use == Expression.Use.MISSING) {
            List<String> codes = missing(survey, asked);
            return codes.isEmpty() ? Phrase.key("values.none") : Phrase.texts(codes);
        }
        return switch (asked.type()) {
            case NUMBER -> Phrase.key("values.number");
            case DATE -> Phrase.key("values.date");
            case TEXT -> Phrase.key("values.text");
            case MULTIPLE, RANK -> Phrase.key("values.has", Map.of("list", Phrase.texts(values(survey, asked))));
            default -> Phrase.texts(values(survey, asked));
        };
    }
}
