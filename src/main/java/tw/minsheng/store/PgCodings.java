package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.StreamSupport;
import tw.minsheng.kernel.Act;
import tw.minsheng.panel.coding.Code;
import tw.minsheng.panel.coding.Coded;
import tw.minsheng.panel.coding.CodingRound;
import tw.minsheng.panel.coding.Codings;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.security.AuditEntry;

/** Samples of cases and their codes in PostgreSQL. */
public final class PgCodings implements Codings {

    private static final String FROM = """
            from petition_case c
            where (c.agency = any ($1) or c.unit = any ($1)) and c.received_at >= $2 and c.received_at < $3
              and not exists (select 1 from jsonb_array_elements($4) as reader
                where not (reader ? c.agency) and (c.unit = '' or not (reader ? c.unit)))
              and c.text <> '' and not c.locked and not c.confidential
              and c.state not in ('unconfirmed', 'expired', 'merged')""";

    /** Between counting and picking nothing may come in. */
    private static final String STILL = "set transaction isolation level repeatable read";

    private static final String COUNT = "select count(*) as n " + FROM;

    private static final String PICK = """
            select no from (select c.no, row_number() over (order by c.no) - 1 as place %s) as listed
            where place = any ($5) order by no""".formatted(FROM);

    private static final String KEEP = """
            insert into coding_round
              (agency, name, themes, coders, seed, from_day, until_day, population, actor, at, cases)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id""";

    private static final String OF = """
            select * from coding_round where agency = any ($1) or coders @> array[$2]::text[]
            order by id desc limit %d""".formatted(MOST);

    private static final String FIND = "select * from coding_round where id = $1";

    private static final String CODES =
            "select coder, no, theme from coding_code where round = $1 order by coder collate \"C\", no";

    private static final String FINISHED = "select coder from coding_finish where round = $1";

    /** Nothing of a coder who has finished, or has coded every case. */
    private static final String CODE = """
            insert into coding_code (round, no, coder, theme)
            select r.id, $2::bigint, $3::text, $4::integer from coding_round r
            where r.id = $1 and not exists (select 1 from coding_finish f where f.round = r.id and f.coder = $3)
              and (select count(*) from coding_code c where c.round = r.id and c.coder = $3) < cardinality(r.cases)
            on conflict (round, coder, no) do update set theme = excluded.theme""";

    private static final String FINISH =
            "insert into coding_finish (round, coder, at) values ($1, $2, $3) on conflict do nothing";

    private final Database database;

    public PgCodings(Database database) {
        this.database = database;
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }

    @Override
    public Future<Drawn> draw(Period period, LongFunction<List<Long>> places) {
        return database.transaction(connection -> connection
                .query(STILL)
                .execute()
                .compose(still -> connection.preparedQuery(COUNT).execute(values(period)))
                .compose(counted -> {
                    long n = counted.iterator().next().getLong("n");
                    Long[] asked = places.apply(n).toArray(Long[]::new);
                    return connection
                            .preparedQuery(PICK)
                            .execute(values(period).addArrayOfLong(asked))
                            .map(rows -> new Drawn(
                                    Math.toIntExact(n), list(rows, row -> CaseRows.number(row.getLong("no")))));
                }));
    }

    private static Tuple values(Period period) {
        JsonArray readers = new JsonArray();
        period.readers().forEach(reach -> readers.add(new JsonArray(List.copyOf(reach))));
        return Tuple.tuple()
                .addArrayOfString(period.agencies().toArray(String[]::new))
                .addValue(Times.of(period.start()))
                .addValue(Times.of(period.end()))
                .addValue(readers);
    }

    @Override
    public Future<Long> keep(CodingRound round, Act act) {
        Tuple values = Tuple.tuple()
                .addString(round.agency())
                .addString(round.name())
                .addArrayOfString(round.themes().toArray(String[]::new))
                .addArrayOfString(round.coders().toArray(String[]::new))
                .addLong(round.seed())
                .addLocalDate(round.from())
                .addLocalDate(round.until())
                .addInteger(round.population())
                .addString(act.actor())
                .addValue(Times.of(act.at()))
                .addArrayOfLong(round.cases().stream().map(CaseRows::key).toArray(Long[]::new));
        return database.transaction(connection -> connection
                .preparedQuery(KEEP)
                .execute(values)
                .compose(rows -> {
                    long id = rows.iterator().next().getLong("id");
                    return AuditInsert.write(connection, AuditEntry.done(act, "coding.draw", "coding " + id))
                            .map(id);
                }));
    }

    @Override
    public Future<List<CodingRound>> of(Set<String> agencies, String coder) {
        return database.query(OF, Tuple.of(agencies.toArray(String[]::new), coder))
                .map(rows -> list(rows, PgCodings::round));
    }

    @Override
    public Future<Optional<CodingRound>> find(long id) {
        return database.query(FIND, Tuple.of(id))
                .map(rows -> list(rows, PgCodings::round).stream().findFirst());
    }

    private static CodingRound round(Row row) {
        List<CaseNumber> cases = List.of(row.getArrayOfLongs("cases")).stream()
                .map(CaseRows::number)
                .toList();
        return new CodingRound(
                row.getLong("id"),
                row.getString("agency"),
                row.getString("name"),
                List.of(row.getArrayOfStrings("themes")),
                List.of(row.getArrayOfStrings("coders")),
                row.getLong("seed"),
                row.getLocalDate("from_day"),
                row.getLocalDate("until_day"),
                row.getInteger("population"),
                row.getString("actor"),
                Times.read(row, "at"),
                cases);
    }

    @Override
    public Future<Coded> coded(CodingRound round) {
        return database.query(FINISHED, Tuple.of(round.id()))
                .map(rows -> list(rows, row -> row.getString("coder")))
                .compose(closed -> database.query(CODES, Tuple.of(round.id()))
                        .map(rows -> new Coded(round, list(rows, PgCodings::code), Set.copyOf(closed))));
    }

    private static Code code(Row row) {
        return new Code(row.getString("coder"), CaseRows.number(row.getLong("no")), row.getInteger("theme"));
    }

    @Override
    public Future<Boolean> code(long id, Code code, Act act) {
        AuditEntry line = AuditEntry.done(act, "coding.code", code.number().text());
        return database.transaction(connection -> connection
                .preparedQuery(CODE)
                .execute(Tuple.of(id, CaseRows.key(code.number()), code.coder(), code.theme()))
                .compose(rows -> rows.rowCount() == 0
                        ? Future.succeededFuture(false)
                        : AuditInsert.write(connection, line).map(true)));
    }

    @Override
    public Future<Void> finish(long id, Act act) {
        AuditEntry line = AuditEntry.done(act, "coding.finish", "coding " + id);
        return database.transaction(connection -> connection
                .preparedQuery(FINISH)
                .execute(Tuple.of(id, act.actor(), Times.of(act.at())))
                .compose(
                        rows -> rows.rowCount() == 0 ? Future.succeededFuture() : AuditInsert.write(connection, line)));
    }
}
