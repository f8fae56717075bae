package tw.minsheng.store;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tw.minsheng.invite.Seed;
import tw.minsheng.invite.draw.DrawnFrame;
import tw.minsheng.invite.draw.DrawnPerson;
import tw.minsheng.invite.draw.SampleDraw;

/** Frames, draws and who was drawn, as the database keeps them. */
final class SampleDrawRows {

    private SampleDrawRows() {}

    static DrawnFrame frame(Row row) {
        return new DrawnFrame(
                row.getInteger("no"),
                row.getString("name"),
                row.getString("file"),
                row.getLocalDate("as_of"),
                row.getLong("bytes"),
                row.getLong("units"),
                List.of(row.getArrayOfStrings("columns")),
                row.getString("id_column"),
                row.getString("sha256"),
                row.getString("actor"),
                Times.read(row, "at"));
    }

    /** Draws with their frames and groups, in the order of the draws. */
    static List<SampleDraw> draws(RowSet<Row> frames, RowSet<Row> groups, RowSet<Row> draws) {
        Map<Integer, DrawnFrame> byNumber =
                list(frames, SampleDrawRows::frame).stream().collect(Collectors.toMap(DrawnFrame::no, frame -> frame));
        Map<Integer, List<SampleDraw.Group>> byDraw = StreamSupport.stream(groups.spliterator(), false)
                .collect(Collectors.groupingBy(
                        row -> row.getInteger("draw"), Collectors.mapping(SampleDrawRows::group, Collectors.toList())));
        return list(
                draws,
                row -> draw(
                        row,
                        Optional.ofNullable(byNumber.get(row.getInteger("frame")))
                                .orElseThrow(),
                        byDraw.getOrDefault(row.getInteger("no"), List.of())));
    }

    private static SampleDraw.Group group(Row row) {
        return new SampleDraw.Group(
                row.getString("name"),
                row.getLong("size"),
                row.getLong("drawn"),
                row.getDouble("weight"),
                row.getBoolean("whole"));
    }

    private static SampleDraw draw(Row row, DrawnFrame frame, List<SampleDraw.Group> groups) {
        return new SampleDraw(
                row.getInteger("no"),
                frame,
                new SampleDraw.Rule(
                        row.getString("design"),
                        row.getString("share"),
                        row.getInteger("size"),
                        row.getLong("least"),
                        new Seed(row.getLong("seed"), Seed.Source.of(row.getString("seed_source"))),
                        row.getString("grouping"),
                        row.getString("measure")),
                row.getInteger("units"),
                row.getString("sha256"),
                row.getString("record"),
                row.getLocalDate("drawn_on"),
                row.getString("actor"),
                Times.read(row, "at"),
                SampleDraw.State.of(row.getString("state")),
                row.getString("reason"),
                groups);
    }

    static DrawnPerson person(Row row) {
        return new DrawnPerson(
                row.getString("unit"),
                row.getString("grouped"),
                row.getDouble("weight"),
                new DrawnPerson.Reach(
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("phone"),
                        row.getString("language")));
    }

    static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }
}
