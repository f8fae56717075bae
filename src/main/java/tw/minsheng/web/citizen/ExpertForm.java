package tw.minsheng.web.citizen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tw.minsheng.collect.PlainText;
import tw.minsheng.panel.PanelItem;
import tw.minsheng.panel.PanelRound;
import tw.minsheng.panel.Rating;
import tw.minsheng.web.FormBody;

/** The form of some items: what it asks, and what was sent with it. */
final class ExpertForm {

    static final String RELEVANCE = "r-";
    static final String ESSENTIAL = "e-";
    static final String COMMENT = "c-";

    private final Words words;
    private final PanelRound round;

    ExpertForm(Words words, PanelRound round) {
        this.words = words;
        this.round = round;
    }

    /** The ratings of these items as sent; what was not chosen stays as it was kept, since no form of ours takes a choice back. */
    static Map<String, Rating> read(FormBody form, List<PanelItem> items, tw.minsheng.panel.Sheet kept) {
        Map<String, Rating> ratings = new LinkedHashMap<>();
        for (PanelItem item : items) {
            Rating before = kept.of(item.id());
            String relevance = form.first(RELEVANCE + item.id());
            Rating.Essential essential = Rating.Essential.of(form.first(ESSENTIAL + item.id()));
            ratings.put(
                    item.id(),
                    new Rating(
                            relevance.matches("[1-4]") ? Integer.parseInt(relevance) : before.relevance(),
                            essential == Rating.Essential.NONE ? before.essential() : essential,
                            PlainText.clean(form.first(COMMENT + item.id())).strip()));
        }
        return ratings;
    }

    /**
     * The items with what is known of them.
     *
     * @param first number of the first of them in the round
     * @param wrong words about comments, by id of the item
     * @param sent whether the page was sent, so that what is missing is said
     */
    List<ExpertViews.Item> items(
            List<PanelItem> items, int first, Map<String, Rating> said, Map<String, String> wrong, boolean sent) {
        List<ExpertViews.Item> made = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            PanelItem item = items.get(i);
            Rating rating = said.getOrDefault(item.id(), Rating.NONE);
            boolean missing = !rating.isRated() || (round.essential() && rating.essential() == Rating.Essential.NONE);
            made.add(new ExpertViews.Item(
                    item.id(),
                    first + i,
                    words.text(item.asked().stem()),
                    words.text(item.text()),
                    words.text(item.asked().opposite()),
                    scale(item),
                    item.reverse(),
                    relevance(rating),
                    round.essential() ? essential(rating) : List.of(),
                    rating.comment(),
                    wrong.getOrDefault(item.id(), ""),
                    sent && missing));
        }
        return made;
    }

    /** What a respondent chooses from: "1 非常不滿意 · 2 不滿意 …". */
    private String scale(PanelItem item) {
        return item.asked().points().stream()
                .map(point -> point.value() + " " + words.text(point.label()))
                .map(String::strip)
                .collect(Collectors.joining(" · "));
    }

    /** Everything that was written in a form, whatever its round is. */
    static String written(FormBody form) {
        return form.fields().entrySet().stream()
                .filter(field ->
                        field.getKey().startsWith(COMMENT) || field.getKey().equals("comment"))
                .flatMap(field -> field.getValue().stream())
                .map(text -> PlainText.clean(text).strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    /** Those of these items of which something else was said than is kept, with what was said, as text to be copied. */
    String copy(List<PanelItem> items, int first, Map<String, Rating> said, tw.minsheng.panel.Sheet kept) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Rating rating = said.getOrDefault(items.get(i).id(), Rating.NONE);
            if (rating.equals(kept.of(items.get(i).id()))) {
                continue;
            }
            List<String> parts = new ArrayList<>();
            if (rating.isRated()) {
                parts.add(rating.relevance() + " " + words.say("expert.relevance." + rating.relevance()));
            }
            if (round.essential() && rating.essential() != Rating.Essential.NONE) {
                parts.add(words.say("expert.essential." + rating.essential().key()));
            }
            if (!rating.comment().isEmpty()) {
                parts.add(rating.comment());
            }
            lines.add(first + i + ". " + words.text(items.get(i).text()) + "\n" + String.join("\n", parts));
        }
        return String.join("\n\n", lines);
    }

    private List<ExpertViews.Choice> relevance(Rating rating) {
        return IntStream.iterate(Rating.HIGHEST, point -> point >= Rating.LOWEST, point -> point - 1)
                .mapToObj(point -> new ExpertViews.Choice(
                        Integer.toString(point), words.say("expert.relevance." + point), rating.relevance() == point))
                .toList();
    }

    private List<ExpertViews.Choice> essential(Rating rating) {
        return Stream.of(Rating.Essential.ESSENTIAL, Rating.Essential.USEFUL, Rating.Essential.NOT_NECESSARY)
                .map(each -> new ExpertViews.Choice(
                        each.key(), words.say("expert.essential." + each.key()), rating.essential() == each))
                .toList();
    }
}
