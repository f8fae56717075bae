package tw.minsheng.web.citizen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tw.minsheng.collect.Ask;
import tw.minsheng.collect.FieldNames;
import tw.minsheng.collect.Questionnaire;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.survey.Question;
import tw.minsheng.survey.Scale;
import tw.minsheng.web.citizen.Field.Kind;

/** Makes the fields of one ask, with what was typed. */
final class FieldMaker implements Question.Cases<List<Field>> {

    private final Words words;
    private final Questionnaire form;
    private final Ask ask;
    private final Map<String, List<String>> typed;
    private final Map<String, List<String>> errors;

    private FieldMaker(
            Words words,
            Questionnaire form,
            Ask ask,
            Map<String, List<String>> typed,
            Map<String, List<String>> errors) {
        this.words = words;
        this.form = form;
        this.ask = ask;
        this.typed = typed;
        this.errors = errors;
    }

    /** @param errors words by answer id */
    static List<Field> make(
            Words words,
            Questionnaire form,
            Ask ask,
            Map<String, List<String>> typed,
            Map<String, List<String>> errors) {
        return ask.question().as(new FieldMaker(words, form, ask, typed, errors));
    }

    @Override
    public List<Field> matrix(Question.Matrix matrix) {
        Scale scale = form.survey().scale(matrix.scale());
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(
                Kind.HEADING,
                matrix.id(),
                words.text(matrix.head().text()),
                words.text(matrix.head().hint()),
                false,
                List.of(),
                List.of(),
                List.of(),
                0));
        for (Question.Item item : ask.items()) {
            String opposite = words.text(item.opposite());
            String legend = words.text(item.text()) + (opposite.isEmpty() ? "" : " — " + opposite);
            fields.add(field(Kind.RADIOS, item.id(), legend, "", points(item.id(), scale), List.of()));
        }
        return fields;
    }

    @Override
    public List<Field> scale(Question.Single single) {
        return List.of(question(Kind.RADIOS, points(single.id(), form.survey().scale(single.scale())), List.of()));
    }

    private List<Field.Option> points(String id, Scale scale) {
        List<Field.Option> options = new ArrayList<>();
        for (Scale.Point point : scale.points()) {
            String label = words.text(point.label());
            String value = Integer.toString(point.value());
            options.add(option(id, options.size(), value, label.isEmpty() ? value : label, false));
        }
        scale.missing()
                .forEach(code -> options.add(option(id, options.size(), code.code(), words.text(code.label()), true)));
        return options;
    }

    private Field.Option option(String id, int place, String value, String label, boolean aside) {
        return new Field.Option(element(id, place), value, label, typed(id).contains(value), aside, Field.Input.NONE);
    }

    private static String element(String id, int place) {
        return place == 0 ? "f-" + id : "f-" + id + "-" + (place + 1);
    }

    @Override
    public List<Field> choices(Question.Choices choices) {
        return switch (choices.kind()) {
            case SINGLE -> List.of(question(Kind.RADIOS, options(choices), List.of()));
            case MULTIPLE -> List.of(question(Kind.CHECKBOXES, options(choices), List.of()));
            case RANK -> List.of(question(Kind.RANKS, List.of(), ranks(choices)));
        };
    }

    private List<Field.Option> options(Question.Choices choices) {
        List<Field.Option> options = new ArrayList<>();
        for (Question.Choice choice : choices.choices()) {
            options.add(new Field.Option(
                    element(choices.id(), options.size()),
                    choice.value(),
                    words.text(choice.label()),
                    typed(choices.id()).contains(choice.value()),
                    choice.missing(),
                    choice.freeText() ? more(choices, choice) : Field.Input.NONE));
        }
        return options;
    }

    private Field.Input more(Question.Choices choices, Question.Choice choice) {
        String name = FieldNames.freeText(choices.id(), choice.value());
        String label = words.say("part.more", "choice", words.text(choice.label()));
        return new Field.Input("f-" + name, name, label, one(name), List.of());
    }

    /**
     * One list of places per entry. Each list begins with the place at which its entry stands, so that keeping the
     * order shown takes one key per entry.
     */
    private List<Field.Input> ranks(Question.Choices choices) {
        List<Question.Choice> entries =
                choices.choices().stream().filter(choice -> !choice.missing()).toList();
        List<Field.Input> inputs = new ArrayList<>();
        for (int at = 0; at < entries.size(); at++) {
            String name = FieldNames.rank(choices.id(), entries.get(at).value());
            int first = at;
            List<Field.Choice> places = IntStream.range(0, entries.size())
                    .map(step -> (first + step) % entries.size() + 1)
                    .mapToObj(
                            place -> new Field.Choice(Integer.toString(place), words.say("part.place", "place", place)))
                    .toList();
            inputs.add(list("f-" + name, name, words.text(entries.get(at).label()), places));
        }
        return inputs;
    }

    /** A list with what was sent in it, also when it is none of its values: nothing that was typed may get lost. */
    private Field.Input list(String element, String name, String label, List<Field.Choice> values) {
        String value = one(name);
        List<Field.Choice> all = new ArrayList<>(values);
        if (!value.isEmpty() && values.stream().noneMatch(each -> each.value().equals(value))) {
            all.add(new Field.Choice(value, value));
        }
        return new Field.Input(element, name, label, value, all);
    }

    @Override
    public List<Field> number(Question.Numeric numeric) {
        Field.Input input = new Field.Input("f-" + numeric.id(), numeric.id(), "", one(numeric.id()), List.of());
        return List.of(question(Kind.NUMBER, List.of(), List.of(input)));
    }

    @Override
    public List<Field> text(Question.OpenText text) {
        Field.Input input = new Field.Input("f-" + text.id(), text.id(), "", one(text.id()), List.of());
        String most = words.say("part.most", "max", text.maxLength());
        String own = words.text(text.head().hint());
        return List.of(new Field(
                Kind.TEXT,
                text.id(),
                words.text(text.head().text()),
                own.isEmpty() ? most : own + most,
                !text.head().required(),
                errors.getOrDefault(text.id(), List.of()),
                List.of(),
                List.of(input),
                Math.max(2, text.rows())));
    }

    @Override
    public List<Field> day(Question.Day day) {
        String id = day.id();
        List<Field.Choice> years = IntStream.rangeClosed(
                        day.min().getYear(), day.max().getYear())
                .map(year -> day.max().getYear() + day.min().getYear() - year)
                .mapToObj(year -> new Field.Choice(Integer.toString(year), words.year(year)))
                .toList();
        return List.of(question(
                Kind.DATE,
                List.of(),
                List.of(
                        list("f-" + id, FieldNames.year(id), words.say("part.year"), years),
                        list("f-" + id + "-m", FieldNames.month(id), words.say("part.month"), upTo(12)),
                        list("f-" + id + "-d", FieldNames.day(id), words.say("part.day"), upTo(31)))));
    }

    private static List<Field.Choice> upTo(int last) {
        return IntStream.rangeClosed(1, last)
                .mapToObj(each -> new Field.Choice(Integer.toString(each), Integer.toString(each)))
                .toList();
    }

    @Override
    public List<Field> note(Question.Note note) {
        return List.of(question(Kind.NOTE, List.of(), List.of()));
    }

    private Field question(Kind kind, List<Field.Option> options, List<Field.Input> inputs) {
        LocalizedText hint = ask.question().head().hint();
        return field(
                kind, ask.question().id(), words.text(ask.question().head().text()), words.text(hint), options, inputs);
    }

    private Field field(
            Kind kind, String id, String legend, String hint, List<Field.Option> options, List<Field.Input> inputs) {
        List<String> wrong = new ArrayList<>(errors.getOrDefault(id, List.of()));
        options.stream()
                .filter(option -> option.more().isGiven())
                .forEach(
                        option -> wrong.addAll(errors.getOrDefault(option.more().name(), List.of())));
        boolean optional = kind != Kind.NOTE && !ask.question().head().required();
        return new Field(kind, id, legend, hint, optional, wrong, options, inputs, 0);
    }

    private List<String> typed(String name) {
        return typed.getOrDefault(name, List.of());
    }

    private String one(String name) {
        List<String> values = typed(name);
        return values.isEmpty() ? "" : values.get(0);
    }
}
