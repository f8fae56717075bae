package tw.minsheng.survey.file.lint;

import java.util.List;
import tw.minsheng.format.Node;

/**
 * Something that gets an answer: a question, or an item of a matrix.
 *
 * @param node the question or the item
 * @param question the question; the same as {@code node} unless it is an item
 * @param page index of its page
 */
record Asked(String id, Type type, Node node, Node question, int page) {

    enum Type {
        ITEM("item"),
        SCALE("scale"),
        NPS("nps"),
        SINGLE("single"),
        MULTIPLE("multiple"),
        RANK("rank"),
        NUMBER("number"),
        TEXT("text"),
        DATE("date"),
        UNKNOWN("unknown");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        static Type of(String word) {
            for (Type type : values()) {
                if (type.word.equals(word)) {
                    return type;
                }
            }
            return UNKNOWN;
        }

        Phrase phrase() {
            return Phrase.key("type." + word);
        }
    }

    boolean onScale() {
        return type == Type.ITEM || type == Type.SCALE || type == Type.NPS;
    }

    boolean hasChoices() {
        return type == Type.SINGLE || type == Type.MULTIPLE || type == Type.RANK;
    }

    /** Id of its scale, "" when it has none. */
    String scale() {
        return onScale() ? question.get("scale").text() : "";
    }

    List<Node> choices() {
        return question.get("choices").elements();
    }

    /** Values of the choices that count: neither missing nor ending the survey. */
    List<String> marginCodes() {
        return choices().stream()
                .filter(choice ->
                        !choice.get("missing").isTrue() && !choice.get("ends").isGiven())
                .map(choice -> choice.get("value").text())
                .toList();
    }

    boolean isDemographic() {
        return question.get("role").text().equals("demographic");
    }
}
