package tw.minsheng.web.citizen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tw.minsheng.collect.AnswerWords;
import tw.minsheng.collect.Ask;
import tw.minsheng.collect.Part;
import tw.minsheng.collect.Visit;
import tw.minsheng.kernel.Fault;
import tw.minsheng.survey.Question;

/** Makes a question page out of a visit. */
final class PartMaker {

    private final Words words;
    private final Visit visit;
    private final Part part;

    PartMaker(Words words, Visit visit, Part part) {
        this.words = words;
        this.visit = visit;
        this.part = part;
    }

    /**
     * @param asks what the page shows
     * @param typed what stands in its fields
     * @param notices words for the box on top that are about no field
     */
    PartPage make(
            List<Ask> asks,
            Map<String, List<String>> typed,
            List<Fault> faults,
            List<String> notices,
            PartPage.FormFacts facts,
            String action,
            String address) {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        faults.forEach(fault -> errors.computeIfAbsent(fault.place(), place -> new ArrayList<>())
                .add(AnswerWords.say(visit.form(), fault, words.language())));
        List<Field> fields = asks.stream()
                .flatMap(ask -> FieldMaker.make(words, visit.form(), ask, typed, errors).stream())
                .toList();
        boolean alone = fields.size() == 1 && !(asks.get(0).question() instanceof Question.Note);
        return new PartPage(
                alone ? "" : heading(),
                where(),
                action,
                facts,
                visit.filled().before(part).isEmpty(),
                problems(fields, errors, notices),
                fields,
                visit.revision() == 0 || address.isEmpty() ? "" : visit.code().grouped(),
                address);
    }

    private String heading() {
        return words.text(part.page().title());
    }

    /** 「第 2 頁，共 5 頁」; the total only when it is certain. */
    String where() {
        List<Part> shown = visit.filled().walk().parts();
        int at = shown.indexOf(part) + 1;
        if (at == 0) {
            return "";
        }
        return visit.form().isLengthKnownAt(part)
                ? words.say("part.where", Map.of("page", at, "of", shown.size()))
                : words.say("part.where_open", "page", at);
    }

    String title(boolean wrong) {
        String where = where();
        String title = heading() + (where.isEmpty() ? "" : " – " + where) + " – "
                + words.text(visit.form().survey().title());
        return wrong ? words.say("error.title", "title", title) : title;
    }

    /** In the order of the page; what belongs to no field comes last, without a link. */
    private static List<PartPage.Link> problems(
            List<Field> fields, Map<String, List<String>> errors, List<String> notices) {
        List<PartPage.Link> links = new ArrayList<>();
        notices.forEach(notice -> links.add(new PartPage.Link(notice, "")));
        List<String> placed = new ArrayList<>();
        for (Field field : fields) {
            field.errors().forEach(error -> links.add(new PartPage.Link(error, "#" + field.first())));
            placed.add(field.id());
            field.options().forEach(option -> placed.add(option.more().name()));
        }
        errors.forEach((place, said) -> {
            if (!placed.contains(place)) {
                said.forEach(error -> links.add(new PartPage.Link(error, "")));
            }
        });
        return links;
    }

    /** What to show when the draft cannot be read: what stands open, and what was typed into. */
    static List<Ask> withoutDraft(Part part, Map<String, List<String>> typed) {
        return part.asks().stream()
                .map(ask -> new Ask(
                        ask.question(),
                        ask.items().stream()
                                .filter(item -> item.showIf().source().isEmpty() || typed.containsKey(item.id()))
                                .toList()))
                .toList();
    }
}
