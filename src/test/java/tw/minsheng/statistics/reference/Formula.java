package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A formula, kept as a tree. */
record Formula(JsonNode node) {

    /** Operators in pairs of equal strength, weakest first. */
    private static final List<String> STRENGTH =
            List.of(">", "<", "==", "!=", ">=", "<=", "+", "-", "*", "/", "^", "**");

    /** The terms on the right side, split at plus signs. */
    List<JsonNode> terms() {
        List<JsonNode> terms = new ArrayList<>();
        JsonNode arguments = node.get("a");
        collect(arguments.get(arguments.size() - 1), terms);
        return terms;
    }

    /** The same with {@code .} as every other column. */
    List<JsonNode> terms(Frame data) {
        List<JsonNode> written = terms();
        if (written.size() != 1 || !written.get(0).path("s").asText().equals(".")) {
            return written;
        }
        String outcome = left().path("s").asText();
        return data.columns().keySet().stream()
                .filter(name -> !name.equals(outcome))
                .map(Formula::symbol)
                .toList();
    }

    private static JsonNode symbol(String name) {
        return Tree.object().put("s", name);
    }

    /** {@code reformulate(terms, outcome)}. */
    static Formula of(List<String> terms, String outcome) {
        JsonNode right = symbol(terms.get(0));
        for (String term : terms.subList(1, terms.size())) {
            right = call("+", right, symbol(term));
        }
        return new Formula(call("~", symbol(outcome), right));
    }

    private static JsonNode call(String name, JsonNode left, JsonNode right) {
        ObjectNode call = Tree.object().put("f", name);
        call.putArray("a").add(left).add(right);
        return call;
    }

    /** The left side of a formula with two sides. */
    JsonNode left() {
        if (node.get("a").size() < 2) {
            throw new NotCovered("one-sided formula");
        }
        return node.get("a").get(0);
    }

    private static void collect(JsonNode term, List<JsonNode> terms) {
        if (term.path("f").asText().equals("+") && term.get("a").size() == 2) {
            collect(term.get("a").get(0), terms);
            collect(term.get("a").get(1), terms);
        } else {
            terms.add(term);
        }
    }

    /** The term as R writes it: {@code I(comp.imp == "Yes")}. */
    static String written(JsonNode term) {
        if (term.has("s")) {
            return term.get("s").asText();
        }
        if (term.isTextual()) {
            return "\"" + term.asText() + "\"";
        }
        if (term.isNumber()) {
            return Vector.plain(term.doubleValue());
        }
        JsonNode arguments = term.path("a");
        String name = term.path("f").asText();
        if (arguments.size() == 2 && !Character.isLetter(name.charAt(0))) {
            return operand(arguments.get(0), name) + " " + name + " " + operand(arguments.get(1), name);
        }
        List<String> written = new ArrayList<>();
        arguments.forEach(argument -> written.add(written(argument)));
        return name + "(" + String.join(", ", written) + ")";
    }

    /** Brackets stand where a weaker operator lies inside a stronger one. */
    private static String operand(JsonNode term, String outer) {
        String inner = term.path("f").asText();
        boolean weaker = STRENGTH.contains(inner) && STRENGTH.indexOf(inner) / 2 < STRENGTH.indexOf(outer) / 2;
        return weaker ? "(" + written(term) + ")" : written(term);
    }
}
