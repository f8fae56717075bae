package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.CaseEvent;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseIntake;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.Cases;
import tw.minsheng.petition.Petition;
import tw.minsheng.petition.Place;
import tw.minsheng.petition.State;
import tw.minsheng.petition.deadline.ClosingFigures;
import tw.minsheng.petition.deadline.Due;
import tw.minsheng.security.AuditEntry;

/** Cases and their events. Opening and changing are one statement each, so that a case and its history never part. */
public final class PgCases implements Cases {

    private static final String OPEN = """
            with seen as (
              select no, body_mac from case_submission where key_hash = $1
            ), serial as (
              insert into case_serial as c (year, last) select $4, 1 where not exists (select from seen)
              on conflict (year) do update set last = c.last + 1 returning last
            ), told as (
              insert into case_submission (key_hash, body_mac, no)
              select $1, $2, $4::bigint * 10000000 + last from serial
              on conflict (key_hash) do nothing returning no
            ), kept as (
              insert into petition_case (no, revision, agency, unit, handler, state, kind, type, channel, district,
                address, latitude, longitude, text, confidential, language, notice, received_at, clock, due_at,
                due_timed, reply, outcome, ended_at, reopened, parent, before, code_hash, meeting, meeting_day, former,
                locked)
              select no, 1, $5, $32, '', $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $41, $19, $20, $21,
                $22, $23, $24, 0, '', $6, $3, $33, $34, $35, $36
              from told
            ), person as (
              insert into case_contact (no, name, email, phone, helper) select no, $25, $26, $27, $28 from told
            ), history as (
              insert into case_event (no, number, at, actor, agency, what, from_state, to_state, reason, told, visible,
                details)
              select no, 1, $18, $29, $5, $30, $6, $6, '', '', true, $31 from told
            ), confirmation as (
              insert into case_confirmation (no, way, seed, proof)
              select no, $38, $39, $40 from told where $38 <> 'call_back'
            ), files as (
              update attachment a set no = t.no, event = 1, erase_after = null
              from told t where a.form = $1 and a.no is null and a.whole
            ), notices as (
              %s
            )
            select no, $2::text as body_mac, false as again from told
            union all select no, body_mac, true from seen""".formatted(NoticeRows.insertOf("told", 37, 18));

    private static final String BEFORE = "select no, body_mac from case_submission where key_hash = $1";

    private static final String FIND = """
            select c.*, p.name, p.email, p.phone, p.helper
            from petition_case c join case_contact p on p.no = c.no where c.no = $1""";

    private static final String CODE = "select 1 from petition_case where no = $1 and code_hash = $2";

    private static final String HISTORY = "select * from case_event where no = $1 order by number";

    /** What has ended keeps its due date, however the calendar changes. A due date that moves although the clock of the case does not, by a newer calendar or rule, is told by the event. */
    private static final String WRITE = """
            with old as (
              select due_at, due_timed, clock, ended_at from petition_case where no = $1 and revision = $2
            ), changed as (
              update petition_case set revision = $2 + 1, unit = $3, handler = $4, state = $5, clock = $6,
                due_at = case when ended_at < '9999-12-31' and $11::timestamp < '9999-12-31' then due_at else $7 end,
                due_timed = case when ended_at < '9999-12-31' and $11::timestamp < '9999-12-31' then due_timed else $8 end, reply = $9, outcome = $10, ended_at = $11, reopened = $12, parent = $13, before = $14,
                locked = $24, merged = $25, reopened_self = $26
              where no = $1 and revision = $2 and not exists (
                select from case_filing f where f.no = $1 and f.erased_at is not null)
              returning no
            )
            insert into case_event (no, number, at, actor, agency, what, from_state, to_state, reason, told, visible,
              details)
            select c.no, $2 + 1, $15, $16, $17, $18, $19, $5, $20, $21, $22, $23::jsonb || case
                when old.ended_at = '9999-12-31' and old.clock = $6 and (old.due_at, old.due_timed) <> ($7, $8) and not $23::jsonb ? 'due'
                  then jsonb_build_object('was', %s, 'due', %s) else '{}' end
            from changed c cross join old""".formatted(due("old.due_at", "old.due_timed"), due("$7", "$8"));

    /** A due date as it is written into events. */
    private static String due(String at, String timed) {
        return "to_char(%1$s::timestamp, case when %2$s then 'YYYY-MM-DD\"T\"HH24:MI' else 'YYYY-MM-DD' end)"
                .formatted(at, timed);
    }

    /** Others may read her mail: what has not gone out is told by a person, who chooses how. */
    private static final String HOLD = """
            update notice n set channel = 'by_hand', state = 'by_hand', address = '', lease = ''
            where no = $1 and (state in ('waiting', 'failed') or (state = 'sending' and next_at <= now())) and channel in ('mail', 'sms')
              and not exists (
                select from notice o where o.no = n.no and o.cause = n.cause and o.channel = 'by_hand')""";

    private static final String CODED = "update petition_case set code_hash = $2 where no = $1";

    private static final String RELATED = """
            select c.*, p.name, p.email, p.phone, p.helper
            from petition_case c join case_contact p on p.no = c.no
            where c.no <> $1 and (c.agency = any ($2) or c.unit = any ($2))
              and not exists (select from case_filing f where f.no = c.no and f.erased_at is not null)
              and ((c.meeting <> '' and c.meeting = $3 and c.meeting_day = $4) or (c.former <> '' and c.former = $5)
                or (c.parent <> '' and c.parent in ($5, $6)) or c.no = any ($7))
            order by c.parent <> '' and c.parent = $5 desc, c.no limit $8""";

    /** A box around the point is enough here; what lies in it is measured afterwards. */
    private static final String NEAR = """
            select c.*, p.name, p.email, p.phone, p.helper
            from petition_case c join case_contact p on p.no = c.no
            where c.type = $1 and c.received_at between $2 and $3 and (c.agency = any ($4) or c.unit = any ($4))
              and c.state <> 'expired'
              and case when $5::double precision is not null and c.latitude is not null
                then abs(c.latitude - $5) < 0.001 and abs(c.longitude - $6::double precision) < 0.001
                else $7 = '' or c.district in ('', $7) or c.address = $8 end
            order by c.received_at desc limit $9""";

    private final Database database;
    private final GroupCommit commits;

    public PgCases(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    @Override
    public Future<Opened> open(Entry entry) {
        return commits.submit(connection -> connection
                .preparedQuery(OPEN)
                .execute(Tuple.tuple(opening(entry)))
                .compose(rows -> opened(connection, entry, rows))
                .compose(opened -> audited(connection, entry, opened)));
    }

    /** What staff key in is an act of theirs; what a citizen sends is not. */
    private static Future<Opened> audited(SqlConnection connection, Entry entry, Opened opened) {
        Act act = entry.opening().act();
        if (opened.again() || act.actor().equals(CaseIntake.CITIZEN)) {
            return Future.succeededFuture(opened);
        }
        AuditEntry line = AuditEntry.done(act, "case.open", opened.number().text());
        return AuditInsert.write(connection, line).map(written -> opened);
    }

    /** No row: the same key was being opened at the same moment, and has been by now. */
    private static Future<Opened> opened(SqlConnection connection, Entry entry, RowSet<Row> rows) {
        if (rows.size() > 0) {
            Row row = rows.iterator().next();
            return Future.succeededFuture(
                    new Opened(CaseRows.number(row.getLong("no")), row.getString("body_mac"), row.getBoolean("again")));
        }
        return connection
                .preparedQuery(BEFORE)
                .execute(Tuple.of(entry.submission()))
                .map(before -> {
                    Row row = before.iterator().next();
                    return new Opened(CaseRows.number(row.getLong("no")), row.getString("body_mac"), true);
                });
    }

    private static List<Object> opening(Entry entry) {
        CaseFile.Opening opening = entry.opening();
        Petition petition = opening.petition();
        CaseFile.Change first = CaseFile.opened(new CaseNumber(entry.year(), 1), opening);
        Place.Point point = petition.place().point();
        List<Object> values = new ArrayList<>(List.of(
                entry.submission(),
                entry.bodyMac(),
                entry.codeHash(),
                entry.year(),
                opening.agency(),
                first.file().state().key(),
                petition.kind().key(),
                petition.type(),
                petition.channel().key(),
                petition.place().district(),
                petition.place().address()));
        values.add(point.given() ? point.latitude() : null);
        values.add(point.given() ? point.longitude() : null);
        values.addAll(List.of(
                petition.text(),
                petition.confidential(),
                petition.language().tag(),
                petition.notice(),
                Times.of(opening.act().at()),
                CaseTimeJson.write(opening.time()),
                entry.due().at(),
                entry.due().timed(),
                CaseRows.reply(first.file().reply()),
                first.file().outcome().key(),
                first.file().ended(),
                petition.contact().name(),
                petition.contact().email(),
                petition.contact().phone(),
                petition.contact().helper(),
                opening.act().actor(),
                first.event().what(),
                CaseRows.details(first.event())));
        values.addAll(List.of(
                opening.unit(),
                opening.origin().meeting(),
                opening.origin().day(),
                opening.origin().former(),
                opening.locked(),
                NoticeRows.json(entry.notices()),
                entry.confirmation().way().key(),
                entry.confirmation().seed(),
                entry.confirmation().proof(),
                Times.of(entry.received())));
        return values;
    }

    @Override
    public Future<CaseNumber> opened(String submission) {
        return database.query(BEFORE, Tuple.of(submission)).map(rows -> {
            if (rows.size() == 0) {
                throw Problem.notFound("case", "");
            }
            return CaseRows.number(rows.iterator().next().getLong("no"));
        });
    }

    @Override
    public Future<CaseFile> find(CaseNumber number) {
        return database.query(FIND, Tuple.of(CaseRows.key(number))).map(rows -> {
            if (rows.size() == 0) {
                throw Problem.notFound("case", number.text());
            }
            return CaseRows.file(rows.iterator().next());
        });
    }

    @Override
    public Future<Boolean> isCode(CaseNumber number, String codeHash) {
        return database.query(CODE, Tuple.of(CaseRows.key(number), codeHash)).map(rows -> rows.size() > 0);
    }

    @Override
    public Future<List<CaseEvent>> history(CaseNumber number) {
        return database.query(HISTORY, Tuple.of(CaseRows.key(number)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(CaseRows::event)
                        .toList());
    }

    @Override
    public Future<List<CaseFile>> write(List<Kept> all) {
        return database.transaction(connection -> write(connection, all))
                .map(written -> all.stream().map(each -> each.change().file()).toList());
    }

    /** Each kind of row at once, so that a group of two hundred waits for the database no longer than one case. */
    private static Future<Void> write(SqlConnection connection, List<Kept> all) {
        List<AuditEntry> lines = all.stream()
                .map(each -> AuditEntry.done(
                        each.change().event().act(),
                        "case." + each.change().event().what(),
                        number(each)))
                .toList();
        return connection
                .preparedQuery(WRITE)
                .executeBatch(all.stream()
                        .map(each -> Tuple.tuple(writing(each.change(), each.due())))
                        .toList())
                .compose(rows -> {
                    requireWritten(rows, all);
                    return AuditInsert.write(connection, lines);
                })
                .compose(audited -> CaseClosings.write(connection, all))
                .compose(closed -> erased(connection, all))
                .compose(erased -> held(connection, all))
                .compose(held -> taken(connection, all))
                .compose(taken -> published(connection, all))
                .compose(published -> NoticeRows.write(connection, all));
    }

    private static String number(Kept kept) {
        return kept.change().file().number().text();
    }

    private static void requireWritten(RowSet<Row> rows, List<Kept> all) {
        RowSet<Row> written = rows;
        for (Kept each : all) {
            if (written.rowCount() == 0) {
                throw Problem.of(Problem.Kind.CONFLICT, "case.changed", Map.of("number", number(each)));
            }
            written = written.next();
        }
    }

    private static Future<Void> held(SqlConnection connection, List<Kept> all) {
        Future<Void> held = Future.succeededFuture();
        for (Kept each : all) {
            if (CaseFile.isLocking(each.change().event())) {
                Tuple number = Tuple.of(CaseRows.key(each.change().file().number()));
                held = held.compose(
                        before -> connection.preparedQuery(HOLD).execute(number).mapEmpty());
            }
        }
        return held;
    }

    /** Files come and go with their step. */
    private static Future<Void> taken(SqlConnection connection, List<Kept> all) {
        Future<Void> taken = Future.succeededFuture();
        for (Kept each : all) {
            CaseFile file = each.change().file();
            if (!each.files().isEmpty()) {
                taken = taken.compose(before ->
                        PgAttachments.take(connection, CaseRows.key(file.number()), file.revision(), each.files()));
            }
            for (UUID gone : each.removed()) {
                taken = taken.compose(before -> PgAttachments.remove(connection, CaseRows.key(file.number()), gone));
            }
        }
        return taken;
    }

    private static Future<Void> published(SqlConnection connection, List<Kept> all) {
        Future<Void> published = Future.succeededFuture();
        for (Kept each : all) {
            CaseFile.Change change = each.change();
            published = published.compose(before -> PgPublicBoard.write(connection, change.file(), change.event()));
        }
        return published;
    }

    private static Future<Void> erased(SqlConnection connection, List<Kept> all) {
        Future<Void> erased = Future.succeededFuture();
        for (Kept each : all) {
            CaseFile file = each.change().file();
            if (file.state() == State.EXPIRED) {
                erased = erased.compose(before -> PgConfirmations.erase(connection, CaseRows.key(file.number())));
            }
        }
        return erased;
    }

    @Override
    public Future<CaseFile> writeWithCode(Kept kept, String codeHash) {
        CaseFile file = kept.change().file();
        return database.transaction(connection -> write(connection, List.of(kept))
                .compose(written ->
                        connection.preparedQuery(CODED).execute(Tuple.of(CaseRows.key(file.number()), codeHash)))
                .map(coded -> file));
    }

    @Override
    public Future<List<CaseFile>> related(CaseFile file, Set<String> agencies) {
        Long[] ahead = Stream.of(file.parent(), file.origin().former())
                .flatMap(number -> CaseNumber.typed(number).stream())
                .map(CaseRows::key)
                .toArray(Long[]::new);
        return database.query(
                        RELATED,
                        Tuple.tuple(List.of(
                                CaseRows.key(file.number()),
                                agencies.toArray(String[]::new),
                                file.origin().meeting(),
                                file.origin().day(),
                                file.number().text(),
                                file.parent(),
                                ahead,
                                MOST_RELATED)))
                .map(PgCases::files);
    }

    @Override
    public <T> Future<T> near(Near near, Function<List<CaseFile>, T> judge) {
        Place.Point point = near.place().point();
        return database.query(
                        NEAR,
                        Tuple.tuple(Arrays.asList(
                                near.type(),
                                Times.of(near.from()),
                                Times.of(near.until()),
                                near.agencies().toArray(String[]::new),
                                point.given() ? point.latitude() : null,
                                point.given() ? point.longitude() : null,
                                near.place().district(),
                                near.place().address(),
                                MOST_NEAR)))
                .compose(rows -> database.aside(() -> judge.apply(files(rows))));
    }

    static List<CaseFile> files(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(CaseRows::file)
                .toList();
    }

    @Override
    public Future<List<ClosingFigures>> closings(CaseNumber number) {
        return CaseClosings.read(database, CaseRows.key(number));
    }

    private static List<Object> writing(CaseFile.Change change, Due due) {
        CaseFile file = change.file();
        CaseEvent event = change.event();
        List<Object> values = new ArrayList<>();
        values.addAll(List.of(
                CaseRows.key(file.number()),
                file.revision() - 1,
                file.unit(),
                file.handler(),
                file.state().key(),
                CaseTimeJson.write(file.time()),
                due.at(),
                due.timed(),
                CaseRows.reply(file.reply()),
                file.outcome().key(),
                file.ended(),
                file.reopened(),
                file.parent(),
                file.before().key()));
        values.addAll(List.of(
                Times.of(event.act().at()),
                event.act().actor(),
                event.act().agency(),
                event.what(),
                event.from().key(),
                event.reason(),
                event.told(),
                event.visible(),
                CaseRows.details(event),
                file.locked(),
                file.merged(),
                file.reopenedByPetitioner()));
        return values;
    }

    @Override
    public Future<List<CaseFile>> list(Filter filter, int offset, int limit) {
        return CaseList.of(filter).read(database, offset, limit);
    }

    @Override
    public Future<Boolean> isCut(Filter filter) {
        return CaseList.of(filter).isCut(database);
    }
}
