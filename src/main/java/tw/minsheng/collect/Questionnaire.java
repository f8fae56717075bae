package tw.minsheng.collect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tw.minsheng.survey.Condition;
import tw.minsheng.survey.Question;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.SurveyPage;
import tw.minsheng.survey.Variable;

/**
 * A survey cut into parts of at most {@value #ITEMS_PER_PART} items, with everything looked up by id. Made once per
 * version; immutable.
 *
 * @param parts all of them, shown or not, in order
 * @param questions by question id
 * @param items by item id, with their matrix
 * @param variables in export order
 */
public record Questionnaire(
        Survey survey,
        List<Part> parts,
        Map<String, Question> questions,
        Map<String, MatrixItem> items,
        List<Variable> variables) {

    /** Ten items are fourteen screens at double text; see surveys 4.1. */
    public static final int ITEMS_PER_PART = 5;

    /** An item with the matrix that it belongs to. */
    public record MatrixItem(Question.Matrix matrix, Question.Item item) {}

    public static Questionnaire of(Survey survey) {
        Map<String, Question> questions = new LinkedHashMap<>();
        Map<String, MatrixItem> items = new LinkedHashMap<>();
        survey.questions().forEach(question -> {
            questions.put(question.id(), question);
            if (question instanceof Question.Matrix matrix) {
                matrix.items().forEach(item -> items.put(item.id(), new MatrixItem(matrix, item)));
            }
        });
        List<Part> parts = new ArrayList<>();
        survey.pages().forEach(page -> cut(page, parts));
        return new Questionnaire(
                survey, List.copyOf(parts), Map.copyOf(questions), Map.copyOf(items), survey.variables());
    }

    /**
     * Whether the number of parts is certain for someone on this part: what later pages show depends on pages before
     * this one only.
     */
    public boolean isLengthKnownAt(Part part) {
        int at = survey.pages().indexOf(part.page());
        return survey.pages().stream()
                .skip(at + 1L)
                .allMatch(page -> Stream.concat(Stream.of(page.showIf()), conditions(page))
                        .flatMap(condition -> condition.names().stream())
                        .allMatch(name -> pageOf(name) < at));
    }

    private static Stream<Condition> conditions(SurveyPage page) {
        return page.questions().stream()
                .flatMap(question -> question instanceof Question.Matrix matrix
                        ? Stream.concat(
                                Stream.of(question.head().showIf()),
                                matrix.items().stream().map(Question.Item::showIf))
                        : Stream.of(question.head().showIf()));
    }

    /** Index of the page that asks this question or item. */
    int pageOf(String id) {
        MatrixItem item = items.get(id);
        String question = item == null ? id : item.matrix().id();
        for (int page = 0; page < survey.pages().size(); page++) {
            if (survey.pages().get(page).questions().stream()
                    .anyMatch(each -> each.id().equals(question))) {
                return page;
            }
        }
        return survey.pages().size();
    }

    public Optional<Part> part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    private static void cut(SurveyPage page, List<Part> parts) {
        List<List<Ask>> pieces = new ArrayList<>();
        List<Ask> open = new ArrayList<>();
        int room = ITEMS_PER_PART;
        for (Question question : page.questions()) {
            for (Ask ask : pieces(question)) {
                int needs = size(ask);
                if (needs > room && !open.isEmpty()) {
                    pieces.add(open);
                    open = new ArrayList<>();
                    room = ITEMS_PER_PART;
                }
                open.add(ask);
                room -= needs;
            }
        }
        pieces.add(open);
        for (int piece = 0; piece < pieces.size(); piece++) {
            String name = piece == 0 ? page.id() : page.id() + "-" + (piece + 1);
            parts.add(new Part(parts.size(), name, page, pieces.get(piece)));
        }
    }

    private static List<Ask> pieces(Question question) {
        if (!(question instanceof Question.Matrix matrix)) {
            return List.of(new Ask(question, List.of()));
        }
        List<Ask> pieces = new ArrayList<>();
        List<Question.Item> items = matrix.items();
        int count = (items.size() + ITEMS_PER_PART - 1) / ITEMS_PER_PART;
        for (int piece = 0; piece < count; piece++) {
            pieces.add(
                    new Ask(matrix, items.subList(piece * items.size() / count, (piece + 1) * items.size() / count)));
        }
        return pieces;
    }

    private static int size(Ask ask) {
        if (ask.question() instanceof Question.Note) {
            return 0;
        }
        return Math.max(1, ask.items().size());
    }
}
