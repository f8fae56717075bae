package tw.minsheng.survey.file.definition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import tw.minsheng.format.Node;
import tw.minsheng.survey.Question;

/** Turns the node of a question into the question. */
final class QuestionMapper {

    private static final int DEFAULT_ROWS = 4;
    private static final int DEFAULT_LENGTH = 500;
    private static final BigDecimal LEAST = BigDecimal.ZERO;
    private static final BigDecimal MOST = BigDecimal.valueOf(999_999_999);
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private QuestionMapper() {}

    static Question question(Node node) {
        Question.Head head = head(node);
        return switch (node.get("type").text()) {
            case "matrix" -> new Question.Matrix(head, scale(node), isGrid(node), items(node));
            case "scale" -> new Question.Single(head, scale(node), false);
            case "nps" -> new Question.Single(head, scale(node), true);
            case "single" -> new Question.Choices(head, Question.ChoiceKind.SINGLE, choices(node));
            case "multiple" -> new Question.Choices(head, Question.ChoiceKind.MULTIPLE, choices(node));
            case "rank" -> new Question.Choices(head, Question.ChoiceKind.RANK, choices(node));
            case "number" ->
                new Question.Numeric(head, decimal(node.get("min"), LEAST), decimal(node.get("max"), MOST));
            case "text" ->
                new Question.OpenText(
                        head,
                        Values.integer(node.get("rows"), DEFAULT_ROWS),
                        Values.integer(node.get("maxLength"), DEFAULT_LENGTH));
            case "date" ->
                new Question.Day(head, Values.day(node.get("min"), FIRST_DAY), Values.day(node.get("max"), LAST_DAY));
            case "note" -> new Question.Note(head);
            default -> throw new IllegalArgumentException("a question of an unchecked definition");
        };
    }

    private static Question.Head head(Node node) {
        return new Question.Head(
                node.get("id").text(),
                Values.text(node.get("text")),
                Values.text(node.get("hint")),
                Values.text(node.get("ask")),
                node.get("required").isTrue(),
                Values.constant(Question.Role.class, node.get("role"), Question.Role.NONE),
                SurveyMapper.condition(node.get("showIf")),
                node.get("bank").text(),
                node.get("personalData").isTrue());
    }

    private static String scale(Node node) {
        return node.get("scale").text();
    }

    private static boolean isGrid(Node node) {
        return node.get("display").text().equals("grid");
    }

    private static List<Question.Item> items(Node node) {
        return node.get("items").elements().stream()
                .map(item -> new Question.Item(
                        item.get("id").text(),
                        Values.text(item.get("text")),
                        item.get("reverse").isTrue(),
                        Values.text(item.get("opposite")),
                        SurveyMapper.condition(item.get("showIf")),
                        item.get("bank").text()))
                .toList();
    }

    private static List<Question.Choice> choices(Node node) {
        return node.get("choices").elements().stream()
                .map(choice -> new Question.Choice(
                        choice.get("value").text(),
                        Values.text(choice.get("label")),
                        choice.get("missing").isTrue(),
                        Values.integer(choice.get("spss"), 0),
                        choice.get("freeText").isTrue(),
                        choice.get("exclusive").isTrue(),
                        choice.get("ends").isGiven()))
                .toList();
    }

    private static BigDecimal decimal(Node node, BigDecimal otherwise) {
        return node instanceof Node.Num number ? number.value() : otherwise;
    }
}
