package tw.minsheng.web.staff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tw.minsheng.petition.CaseType;
import tw.minsheng.petition.Catalogue;
import tw.minsheng.petition.Channel;
import tw.minsheng.petition.Kind;
import tw.minsheng.petition.Sent;

/**
 * The form in which staff key a petition in, with what was typed.
 *
 * @param types those that this person may choose
 * @param typed by field
 * @param errors in words, by field
 */
record KeyInForm(
        Words words, Catalogue catalogue, List<CaseType> types, Map<String, String> typed, Map<String, String> errors) {

    /** By which ways a petition reaches a desk; the others are keyed in by nobody. */
    static final List<Channel> CHANNELS =
            List.of(Channel.PHONE, Channel.COUNTER, Channel.LETTER, Channel.MAIL, Channel.ORAL, Channel.MEETING);

    /** Whose box is ticked says so. */
    private static final List<String> BOXES = List.of("confidential", "read_back");

    KeyInForm {
        types = List.copyOf(types);
        typed = Map.copyOf(typed);
        errors = Map.copyOf(errors);
    }

    /** The fields as they are checked. */
    static Map<String, String> fields(StaffRequest request) {
        Map<String, String> fields = new LinkedHashMap<>();
        Stream.concat(Sent.NAMES.stream(), Sent.BESIDE.stream()).forEach(name -> fields.put(name, request.field(name)));
        BOXES.forEach(name -> fields.put(name, request.field(name).isEmpty() ? "" : "true"));
        fields.put("channel", request.field("channel"));
        return fields;
    }

    List<CaseViews.Group> groups() {
        return List.of(
                group("way", channel(), line("received", "datetime-local"), line("former", "text")),
                group("matter", kind(), type(), line("text", "area")),
                group("place", district(), line("address", "text"), line("lat", "text"), line("lon", "text")),
                group(
                        "person",
                        line("name", "text"),
                        line("phone", "tel"),
                        line("email", "email"),
                        line("helper", "text"),
                        line("confidential", "check"),
                        language()),
                group("oral", line("read_back", "check"), signed(), line("correction", "area")),
                group("meeting", line("meeting", "text"), line("day", "date")));
    }

    /** In the order of the fields; what belongs to no field stands last. */
    Map<String, String> summary() {
        Map<String, String> summary = new LinkedHashMap<>();
        List<String> order = groups().stream()
                .flatMap(group -> group.fields().stream())
                .map(CaseViews.Field::name)
                .toList();
        order.stream().filter(errors::containsKey).forEach(name -> summary.put(name, said(name)));
        errors.forEach((name, said) -> {
            if (!order.contains(name)) {
                summary.put("", said);
            }
        });
        return summary;
    }

    private CaseViews.Group group(String name, CaseViews.Field... fields) {
        return new CaseViews.Group(
                words.say("cases.new." + name), words.say("cases.new." + name + ".hint"), List.of(fields));
    }

    private CaseViews.Field channel() {
        return select(
                "channel",
                CHANNELS.stream().map(way -> choice("channel", way.key(), words.say("cases.channel." + way.key()))));
    }

    private CaseViews.Field kind() {
        return select(
                "kind",
                Arrays.stream(Kind.values())
                        .map(kind -> choice("kind", kind.key(), words.say("cases.kind." + kind.key()))));
    }

    private CaseViews.Field type() {
        return select("type", types.stream().map(type -> choice("type", type.id(), words.text(type.label()))));
    }

    private CaseViews.Field district() {
        return select(
                "district",
                catalogue.districts().entrySet().stream()
                        .map(each -> choice("district", each.getKey(), words.text(each.getValue()))));
    }

    private CaseViews.Field signed() {
        return select(
                "signed",
                Stream.of("signed", "sealed", "refused")
                        .map(key -> choice("signed", key, words.say("cases.signed." + key))));
    }

    private CaseViews.Field language() {
        return select(
                "language",
                Stream.of("zh-TW", "en").map(tag -> choice("language", tag, words.say("cases.language." + tag))));
    }

    private CaseViews.Choice choice(String name, String value, String label) {
        return new CaseViews.Choice(value, label, value(name).equals(value));
    }

    private CaseViews.Field select(String name, Stream<CaseViews.Choice> choices) {
        List<CaseViews.Choice> all = new ArrayList<>();
        all.add(new CaseViews.Choice("", words.say("cases.new.choose"), false));
        all.addAll(choices.toList());
        return field(name, "select", all);
    }

    private CaseViews.Field line(String name, String kind) {
        return field(name, kind, List.of());
    }

    private CaseViews.Field field(String name, String kind, List<CaseViews.Choice> choices) {
        String label = words.sayOr("cases.new.field." + name, "cases.field." + name, Map.of());
        return new CaseViews.Field(name, name, kind, label, value(name), choices, said(name));
    }

    private String value(String name) {
        return typed.getOrDefault(name, "");
    }

    private String said(String name) {
        return errors.getOrDefault(name, "");
    }
}
