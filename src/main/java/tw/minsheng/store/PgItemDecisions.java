package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import tw.minsheng.kernel.Act;
import tw.minsheng.panel.ItemDecision;
import tw.minsheng.panel.ItemDecisions;
import tw.minsheng.security.AuditEntry;

/** Decisions on items in PostgreSQL. */
public final class PgItemDecisions implements ItemDecisions {

    private static final String OF = "select * from item_decision where survey = $1 order by id desc";

    private static final String ADD = """
            insert into item_decision
              (survey, version, basis, stand, item, proposal, rules, choice, reason, actor, at)
            select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11 where not exists (
              select 1 from (select * from item_decision where survey = $1 and basis = $3 and stand = $4 and item = $5
                order by id desc limit 1) as newest
              where version = $2 and proposal = $6 and rules = $7 and choice = $8 and reason = $9 and actor = $10)""";

    /** Of a form that was sent twice at once, the second waits here and finds the first. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('decision ' || $1, 0))";

    private final Database database;

    public PgItemDecisions(Database database) {
        this.database = database;
    }

    @Override
    public Future<List<ItemDecision>> of(String survey) {
        return database.query(OF, Tuple.of(survey))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PgItemDecisions::decision)
                        .toList());
    }

    private static ItemDecision decision(Row row) {
        return new ItemDecision(
                row.getString("survey"),
                row.getString("version"),
                ItemDecision.Basis.valueOf(row.getString("basis").toUpperCase(Locale.ROOT)),
                row.getString("stand"),
                row.getString("item"),
                row.getString("proposal"),
                List.of(row.getArrayOfStrings("rules")),
                ItemDecision.Choice.of(row.getString("choice")).orElseThrow(),
                row.getString("reason"),
                row.getString("actor"),
                Times.read(row, "at"));
    }

    @Override
    public Future<Void> add(ItemDecision decision, Act act) {
        Tuple values = Tuple.tuple()
                .addString(decision.survey())
                .addString(decision.version())
                .addString(decision.basis().key())
                .addString(decision.stand())
                .addString(decision.item())
                .addString(decision.proposal())
                .addArrayOfString(decision.rules().toArray(String[]::new))
                .addString(decision.choice().key())
                .addString(decision.reason())
                .addString(decision.actor())
                .addValue(Times.of(decision.at()));
        AuditEntry line = AuditEntry.done(
                act,
                "item.decide",
                decision.survey() + " " + decision.item() + " "
                        + decision.choice().key());
        return database.transaction(connection -> connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(decision.survey()))
                .compose(locked -> connection.preparedQuery(ADD).execute(values))
                .compose(
                        rows -> rows.rowCount() == 0 ? Future.succeededFuture() : AuditInsert.write(connection, line)));
    }
}
