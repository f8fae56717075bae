package tw.minsheng.collect;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tw.minsheng.kernel.RepublicYear;
import tw.minsheng.survey.Answer;
import tw.minsheng.survey.Question;
import tw.minsheng.survey.Question.ChoiceKind;
import tw.minsheng.survey.Scale;

/** Reads what was typed into the fields of one ask; whether an answer is allowed is for {@link Rules} to say. */
final class TypedFields implements Question.Cases<Reading> {

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,15}(\\.[0-9]{1,6})?");
    private static final Pattern THOUSANDS = Pattern.compile("[-+]?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]{1,6})?");
    private static final int WHOLE_DIGITS = 9;
    /** Years up to here are of the Republic (民國). */
    private static final int LAST_REPUBLIC_YEAR = 299;

    private final Questionnaire form;
    private final Ask ask;
    private final Map<String, List<String>> fields;

    private TypedFields(Questionnaire form, Ask ask, Map<String, List<String>> fields) {
        this.form = form;
        this.ask = ask;
        this.fields = fields;
    }

    static Reading read(Questionnaire form, Ask ask, Map<String, List<String>> fields) {
        return ask.question().as(new TypedFields(form, ask, fields));
    }

    @Override
    public Reading matrix(Question.Matrix matrix) {
        Scale scale = form.survey().scale(matrix.scale());
        Reading.Several points = new Reading.Several();
        ask.items().forEach(item -> point(item.id(), scale, points));
        return points.all();
    }

    @Override
    public Reading scale(Question.Single single) {
        Reading.Several points = new Reading.Several();
        point(single.id(), form.survey().scale(single.scale()), points);
        return points.all();
    }

    private void point(String id, Scale scale, Reading.Several points) {
        List<String> values = values(id);
        if (values.size() > 1) {
            points.wrong(id, "answer.several");
        } else if (!values.isEmpty()) {
            String value = values.get(0);
            boolean isPoint = scale.missingCode(value).isEmpty() && isWhole(value);
            points.answer(id, isPoint ? new Answer.Point(Integer.parseInt(value)) : new Answer.Missing(value));
        }
    }

    @Override
    public Reading choices(Question.Choices choices) {
        List<Reading> readings = new ArrayList<>();
        readings.add(
                switch (choices.kind()) {
                    case SINGLE -> one(choices);
                    case MULTIPLE -> several(choices, values(choices.id()));
                    case RANK -> ranking(choices);
                });
        FieldNames.freeTexts(choices).forEach(name -> readings.add(words(name)));
        return Reading.all(readings);
    }

    private Reading one(Question.Choices choices) {
        List<String> values = values(choices.id());
        if (values.isEmpty()) {
            return Reading.NOTHING;
        }
        if (values.size() > 1) {
            return Reading.wrong(choices.id(), "answer.several");
        }
        return Reading.of(choices.id(), ChoiceAnswers.one(choices, values.get(0)));
    }

    private static Reading several(Question.Choices choices, List<String> values) {
        return values.isEmpty() ? Reading.NOTHING : Reading.of(choices.id(), ChoiceAnswers.several(choices, values));
    }

    private Reading ranking(Question.Choices choices) {
        Map<Integer, String> places = new TreeMap<>();
        List<String> ranked = choices.choices().stream()
                .filter(choice -> !choice.missing())
                .map(Question.Choice::value)
                .toList();
        int given = 0;
        for (String value : ranked) {
            List<String> typed = values(FieldNames.rank(choices.id(), value));
            if (typed.isEmpty()) {
                continue;
            }
            given++;
            String place = digits(typed.get(0));
            if (typed.size() > 1 || !isWhole(place) || !isPlace(place, ranked.size())) {
                return Reading.wrong(choices.id(), "answer.rank_place");
            }
            if (places.put(Integer.parseInt(place), value) != null) {
                return Reading.wrong(choices.id(), "answer.rank_twice");
            }
        }
        if (given == 0) {
            return several(choices, values(choices.id()));
        }
        return given < ranked.size()
                ? Reading.wrong(choices.id(), "answer.rank_incomplete")
                : Reading.of(choices.id(), new Answer.Choices(List.copyOf(places.values())));
    }

    /** Nearly every answer of every form is one of these, so it is not left to a pattern. */
    private static boolean isWhole(String value) {
        int first = value.startsWith("-") ? 1 : 0;
        int digits = value.length() - first;
        boolean whole = digits >= 1 && digits <= WHOLE_DIGITS;
        for (int i = first; whole && i < value.length(); i++) {
            whole = value.charAt(i) >= '0' && value.charAt(i) <= '9';
        }
        return whole;
    }

    private static boolean isPlace(String typed, int last) {
        int place = Integer.parseInt(typed);
        return place >= 1 && place <= last;
    }

    @Override
    public Reading number(Question.Numeric numeric) {
        List<String> values = values(numeric.id());
        if (values.isEmpty()) {
            return Reading.NOTHING;
        }
        String typed = digits(values.get(0));
        if (THOUSANDS.matcher(typed).matches()) {
            typed = typed.replace(",", "");
        }
        return values.size() == 1 && NUMBER.matcher(typed).matches()
                ? Reading.of(numeric.id(), new Answer.Quantity(new BigDecimal(typed)))
                : new Reading(Map.of(), List.of(Rules.outside(numeric)));
    }

    @Override
    public Reading text(Question.OpenText text) {
        return words(text.id());
    }

    @Override
    public Reading day(Question.Day day) {
        List<String> typed = List.of(
                part(FieldNames.year(day.id())), part(FieldNames.month(day.id())), part(FieldNames.day(day.id())));
        if (typed.stream().allMatch(String::isEmpty)) {
            return Reading.NOTHING;
        }
        if (!typed.stream().allMatch(part -> isWhole(part))) {
            return Reading.wrong(day.id(), "answer.date");
        }
        int year = Integer.parseInt(typed.get(0));
        int common = year > 0 && year <= LAST_REPUBLIC_YEAR ? RepublicYear.toCommon(year) : year;
        try {
            LocalDate date = LocalDate.of(common, Integer.parseInt(typed.get(1)), Integer.parseInt(typed.get(2)));
            return Reading.of(day.id(), new Answer.Day(date));
        } catch (DateTimeException noSuchDay) {
            return Reading.wrong(day.id(), "answer.date");
        }
    }

    private String part(String name) {
        List<String> values = values(name);
        return values.isEmpty() ? "" : digits(values.get(0));
    }

    @Override
    public Reading note(Question.Note note) {
        return Reading.NOTHING;
    }

    private Reading words(String name) {
        List<String> values = values(name);
        return values.isEmpty() ? Reading.NOTHING : Reading.of(name, new Answer.Text(PlainText.clean(values.get(0))));
    }

    /** What was sent under this name, blanks left out, each value once. */
    private List<String> values(String name) {
        List<String> sent = fields.get(name);
        if (sent == null) {
            return List.of();
        }
        if (sent.size() == 1) {
            String only = sent.get(0).strip();
            return only.isEmpty() ? List.of() : List.of(only);
        }
        return sent.stream()
                .filter(value -> !value.isBlank())
                .map(String::strip)
                .distinct()
                .toList();
    }

    /** Full-width digits count as digits. */
    private static String digits(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replace(" ", "");
    }

    /** How one or several chosen values become an answer; shared with the JSON form. */
    static final class ChoiceAnswers {

        private ChoiceAnswers() {}

        static Answer one(Question.Choices choices, String value) {
            return isMissing(choices, value) ? new Answer.Missing(value) : new Answer.Choice(value);
        }

        /** A missing choice alone is a missing code; a group of checkboxes is put into the order of the definition. */
        static Answer several(Question.Choices choices, List<String> values) {
            if (values.size() == 1 && isMissing(choices, values.get(0))) {
                return new Answer.Missing(values.get(0));
            }
            if (choices.kind() == ChoiceKind.RANK) {
                return new Answer.Choices(values);
            }
            List<String> order =
                    choices.choices().stream().map(Question.Choice::value).toList();
            return new Answer.Choices(values.stream()
                    .sorted((a, b) -> place(order, a) - place(order, b))
                    .toList());
        }

        private static int place(List<String> order, String value) {
            int place = order.indexOf(value);
            return place < 0 ? order.size() : place;
        }

        private static boolean isMissing(Question.Choices choices, String value) {
            return choices.choice(value).map(Question.Choice::missing).orElse(false);
        }
    }
}
