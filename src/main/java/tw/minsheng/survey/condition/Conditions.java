package tw.minsheng.survey.condition;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tw.minsheng.survey.ActionRule;
import tw.minsheng.survey.Answer;
import tw.minsheng.survey.Condition;

/**
 * Reads conditions, at most 500 characters with 8 nested brackets:
 *
 * <pre>
 * expr    = and { "or" and }            and  = test { "and" test }
 * test    = "(" expr ")" | compare | member | call
 * compare = id ( "=" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=" ) value
 * member  = id [ "not" ] "in" "[" value { "," value } "]"
 * call    = [ "not" ] "answered(" id ")" | ( "has(" | "lacks(" | "missing(" ) id "," text ")"
 * value   = number | text               text = "'" { character } "'"
 * action  = agg { "and" agg }           agg  = name "(" id ")" ( "&lt;" | "&lt;=" | "&gt;" | "&gt;=" ) number
 * name    = "meanSatisfied" | "mean" | "index" | "n" | "alpha"
 * </pre>
 */
public final class Conditions {

    private Conditions() {}

    /** @throws SyntaxFault naming the character that is wrong */
    public static Condition parse(String source) {
        return new Parsed(source, tree(source));
    }

    /**
     * The tree of a condition, for those who look into it.
     *
     * @throws SyntaxFault naming the character that is wrong
     */
    public static Expression tree(String source) {
        return new Parser(source).condition();
    }

    /**
     * The tests of a rule that opens an improvement item.
     *
     * @throws SyntaxFault naming the character that is wrong
     */
    public static List<ActionRule.Test> action(String source) {
        return new Parser(source).action();
    }

    private record Parsed(String source, Expression tree) implements Condition {
        @Override
        public boolean holds(Map<String, Answer> answers) {
            return tree.holds(answers);
        }

        @Override
        public Set<String> names() {
            return tree.mentions().map(Expression.Mention::id).collect(Collectors.toUnmodifiableSet());
        }
    }
}
