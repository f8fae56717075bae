package tw.minsheng.store;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.lang.reflect.Array;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.minsheng.collect.AnswerJson;
import tw.minsheng.collect.Finish;

/** One of the things that the statements of {@link Endings} need of a finish. */
record FinishColumn<T>(Class<T> type, Function<FinishColumn.Sent, T> value) {

    /** @param version that the answer was given to */
    record Sent(Finish finish, SurveyMemory.KnownVersion version) {}

    /** What every finish has, in the order of the statements. */
    private static final List<FinishColumn<?>> COMMON = List.of(
            number(sent -> sent.version().surveyNo()),
            text(sent -> sent.finish().sheet().set().code()),
            text(sent -> sent.finish().sheet().wave()),
            text(sent -> sent.finish().draft().code()),
            number(sent -> sent.finish().draft().revision()),
            text(sent -> sent.finish().submission()),
            text(sent -> sent.finish().bodyMac()),
            text(sent -> sent.finish().receipt()),
            text(sent -> sent.finish().sheet().outcome().code()),
            number(sent -> sent.version().no()),
            text(sent -> sent.finish().sheet().source().code()),
            text(sent -> StoredMode.of(sent.finish().sheet().mode())),
            text(sent -> sent.finish().sheet().display().code()),
            text(sent -> sent.finish().sheet().language().tag()),
            new FinishColumn<>(LocalDate.class, sent -> sent.finish().sheet().day()),
            json(sent ->
                    new JsonObject(new LinkedHashMap<>(sent.finish().sheet().seconds()))),
            json(sent -> new JsonObject(AnswerJson.write(sent.finish().sheet().answers()))),
            text(FinishColumn::codes));

    /** After them the place in the sample. */
    private static final List<FinishColumn<?>> ALL = Stream.concat(
                    COMMON.stream(),
                    Stream.of(
                            text(sent -> sent.finish().sheet().place().stratum()),
                            text(sent -> sent.finish().sheet().place().unit())))
            .toList();

    private static FinishColumn<Integer> number(Function<Sent, Integer> value) {
        return new FinishColumn<>(Integer.class, value);
    }

    private static FinishColumn<String> text(Function<Sent, String> value) {
        return new FinishColumn<>(String.class, value);
    }

    private static FinishColumn<JsonObject> json(Function<Sent, JsonObject> value) {
        return new FinishColumn<>(JsonObject.class, value);
    }

    /** As PostgreSQL writes an array: arrays of several lengths do not travel in one array. */
    private static String codes(Sent sent) {
        return sent.finish().codes().stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /** One parameter for each column. */
    static Tuple of(Sent sent) {
        return tuple(ALL, sent);
    }

    /** The same of somebody whose invitation knows her place. */
    static Tuple withoutPlace(Sent sent) {
        return tuple(COMMON, sent);
    }

    private static Tuple tuple(List<FinishColumn<?>> columns, Sent sent) {
        return Tuple.tuple(columns.stream()
                .map(column -> (Object) column.value().apply(sent))
                .collect(Collectors.toList()));
    }

    /** One array for each column, and how many there are. */
    static Tuple of(List<Sent> all) {
        return Tuple.tuple(ALL.stream().map(column -> column.array(all)).collect(Collectors.toList()))
                .addInteger(all.size());
    }

    private Object array(List<Sent> all) {
        Object values = Array.newInstance(type, all.size());
        for (int i = 0; i < all.size(); i++) {
            Array.set(values, i, value.apply(all.get(i)));
        }
        return values;
    }
}
