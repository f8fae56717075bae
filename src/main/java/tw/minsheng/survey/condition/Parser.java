package tw.minsheng.survey.condition;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tw.minsheng.survey.ActionRule;

/** Recursive descent over the words of one condition; the grammar is that of {@link Conditions}. */
final class Parser {

    private static final int MAX_NESTING = 8;

    private final List<Words.Word> words;
    private int next;
    private int depth;

    Parser(String source) {
        words = Words.of(source);
    }

    Expression condition() {
        Expression read = any();
        end();
        return read;
    }

    List<ActionRule.Test> action() {
        List<ActionRule.Test> tests = new ArrayList<>();
        do {
            tests.add(aggregate());
        } while (accept("and"));
        end();
        return tests;
    }

    private Expression any() {
        List<Expression> parts = new ArrayList<>();
        do {
            parts.add(all());
        } while (accept("or"));
        return parts.size() == 1 ? parts.get(0) : new Expression.Any(parts);
    }

    private Expression all() {
        List<Expression> parts = new ArrayList<>();
        do {
            parts.add(test());
        } while (accept("and"));
        return parts.size() == 1 ? parts.get(0) : new Expression.All(parts);
    }

    private Expression test() {
        if (peek().is("(")) {
            return bracket();
        }
        if (accept("not")) {
            return answered(expect("answered"), false);
        }
        Words.Word name = take(Words.Kind.NAME);
        if (!peek().is("(")) {
            return comparison(name);
        }
        return switch (name.text()) {
            case "answered" -> answered(name, true);
            case "has" -> contains(true);
            case "lacks" -> contains(false);
            case "missing" -> chosenMissing();
            default -> throw name.fault();
        };
    }

    private Expression bracket() {
        Words.Word open = expect("(");
        if (++depth > MAX_NESTING) {
            throw open.fault();
        }
        Expression inner = any();
        expect(")");
        depth--;
        return inner;
    }

    private Expression comparison(Words.Word name) {
        String id = id(name);
        if (accept("in")) {
            return new Expression.Member(id, true, list());
        }
        if (accept("not")) {
            expect("in");
            return new Expression.Member(id, false, list());
        }
        Words.Word word = words.get(next);
        Optional<Expression.Sign> sign = Expression.Sign.of(word.kind() == Words.Kind.SIGN ? word.text() : "");
        if (sign.isEmpty()) {
            throw word.fault();
        }
        next++;
        return new Expression.Compare(id, sign.get(), value());
    }

    private Expression answered(Words.Word call, boolean wanted) {
        if (!call.is("answered")) {
            throw call.fault();
        }
        expect("(");
        String id = id(take(Words.Kind.NAME));
        expect(")");
        return new Expression.Answered(id, wanted);
    }

    private Expression contains(boolean wanted) {
        String id = firstArgument();
        Value.Text value = lastArgument();
        return new Expression.Has(id, wanted, value);
    }

    private Expression chosenMissing() {
        String id = firstArgument();
        return new Expression.ChosenMissing(id, lastArgument());
    }

    private String firstArgument() {
        expect("(");
        String id = id(take(Words.Kind.NAME));
        expect(",");
        return id;
    }

    private Value.Text lastArgument() {
        Value.Text value = new Value.Text(take(Words.Kind.TEXT).text());
        expect(")");
        return value;
    }

    private List<Value> list() {
        expect("[");
        List<Value> values = new ArrayList<>();
        do {
            values.add(value());
        } while (accept(","));
        expect("]");
        return values;
    }

    private Value value() {
        if (peek().kind() == Words.Kind.NUMBER) {
            return Value.Amount.of(take(Words.Kind.NUMBER).text());
        }
        return new Value.Text(take(Words.Kind.TEXT).text());
    }

    private ActionRule.Test aggregate() {
        ActionRule.Function function = function(take(Words.Kind.NAME));
        expect("(");
        String of = id(take(Words.Kind.NAME));
        expect(")");
        ActionRule.Comparison comparison = comparison();
        double limit = Double.parseDouble(take(Words.Kind.NUMBER).text());
        return new ActionRule.Test(function, of, comparison, limit);
    }

    private static ActionRule.Function function(Words.Word name) {
        for (ActionRule.Function each : ActionRule.Function.values()) {
            if (each.word().equals(name.text())) {
                return each;
            }
        }
        throw name.fault();
    }

    private ActionRule.Comparison comparison() {
        Words.Word sign = take(Words.Kind.SIGN);
        for (ActionRule.Comparison each : ActionRule.Comparison.values()) {
            if (each.sign().equals(sign.text())) {
                return each;
            }
        }
        throw sign.fault();
    }

    /** Words of the language are no ids. */
    private static String id(Words.Word name) {
        if (List.of("and", "or", "not", "in").contains(name.text())) {
            throw name.fault();
        }
        return name.text();
    }

    private Words.Word peek() {
        return words.get(next);
    }

    private Words.Word take(Words.Kind kind) {
        Words.Word word = peek();
        if (word.kind() != kind) {
            throw word.fault();
        }
        next++;
        return word;
    }

    @CanIgnoreReturnValue
    private Words.Word expect(String text) {
        Words.Word word = peek();
        if (!word.is(text)) {
            throw word.fault();
        }
        next++;
        return word;
    }

    private boolean accept(String text) {
        boolean found = peek().is(text);
        next += found ? 1 : 0;
        return found;
    }

    private void end() {
        if (peek().kind() != Words.Kind.END) {
            throw peek().fault();
        }
    }
}
