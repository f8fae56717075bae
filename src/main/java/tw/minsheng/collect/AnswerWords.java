package tw.minsheng.collect;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.kernel.Texts;
import tw.minsheng.survey.Question;

/** Says what is wrong with an answer, in the specific words of the survey where it has some. */
public final class AnswerWords {

    private static final Texts TEXTS = Texts.of(AnswerWords.class);

    private AnswerWords() {}

    public static String say(Questionnaire form, Fault fault, Language language) {
        Optional<Place> place = Place.find(form, fault.place());
        if (fault.code().equals("answer.missing") && place.isPresent()) {
            return missing(form, fault.place(), place.get(), language);
        }
        Map<String, String> args = new HashMap<>(fault.args());
        args.put(
                "question",
                place.map(found -> title(form, fault.place(), found, language)).orElse(fault.place()));
        if (args.containsKey("choice") && place.isPresent()) {
            args.put("choice", label(place.get().question(), args.get("choice"), language));
        }
        return TEXTS.text(language, fault.code(), args);
    }

    private static String missing(Questionnaire form, String id, Place place, Language language) {
        Questionnaire.MatrixItem item = form.items().get(id);
        LocalizedText own = place.question().head().ask();
        if (item != null) {
            LocalizedText ask = form.survey().scale(item.matrix().scale()).ask();
            if (!ask.isEmpty()) {
                return Texts.fill(
                        ask.in(language), Map.of("item", item.item().text().in(language)));
            }
        } else if (!own.isEmpty()) {
            return own.in(language);
        }
        return TEXTS.text(language, "answer.missing", Map.of("question", title(form, id, place, language)));
    }

    private static String title(Questionnaire form, String id, Place place, Language language) {
        Questionnaire.MatrixItem item = form.items().get(id);
        LocalizedText text =
                item == null ? place.question().head().text() : item.item().text();
        return text.in(language);
    }

    private static String label(Question question, String value, Language language) {
        return question instanceof Question.Choices choices
                ? choices.choice(value)
                        .map(choice -> choice.label().in(language))
                        .orElse(value)
                : value;
    }
}
