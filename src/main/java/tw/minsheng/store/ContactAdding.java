package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import tw.minsheng.invite.Contact;
import tw.minsheng.invite.Invitations;
import tw.minsheng.invite.InviteKeys;

/**
 * Puts people on the list of a wave, each with an invitation. Who stands there is read once and known by her keys after that, so the
 * work grows with the lists and not with their product.
 */
final class ContactAdding {

    private static final int AT_ONCE = 500;
    private static final int READ_AT_ONCE = 1_000;

    private static final String ONE_AFTER_THE_OTHER = "select pg_advisory_xact_lock(hashtext('invite'), $1)";

    private static final String LISTED =
            "select email <> '' as addressed, person from contact where survey_no = $1 and wave = $2 and case_no = 0";

    private static final String UNWILLING =
            "select count(*) as n from unnest($1::text[]) k (person) where exists (select from no_survey u where u.person = k.person)";

    private static final String ADD = """
            with n as (
              select * from jsonb_to_recordset($3) as n
                (name text, email text, phone text, language text, stratum text, hash text, seed text, person text[])
            ), willing as (
              select * from n where not exists (select from no_survey u where u.person = n.person[1])
            ), made as (
              insert into contact (survey_no, wave, name, email, phone, language, person)
              select $1, $2, name, email, phone, language, person from willing w
              on conflict (survey_no, wave, case_no, email, phone) do nothing returning id, email, phone
            ), invited as (
              insert into invitation (contact, survey_no, wave, stratum, token_hash, seed, state, expires_at)
              select m.id, $1, $2, n.stratum, n.hash, n.seed, 'open', 'infinity'
              from made m join n on n.email = m.email and n.phone = m.phone
            )
            select (select count(*) from made) as added, (select count(*) from n) - count(*) as unwilling from willing""";

    private final SqlConnection connection;
    private final int survey;
    private final String wave;
    private final InviteKeys keys;

    /** @param connection in a transaction */
    ContactAdding(SqlConnection connection, int survey, String wave, InviteKeys keys) {
        this.connection = connection;
        this.survey = survey;
        this.wave = wave;
        this.keys = keys;
    }

    /** Beside those who are on the list. */
    Future<Invitations.Added> besideOthers(List<Contact> contacts) {
        return alone().compose(locked -> connection.prepare(LISTED))
                .compose(statement -> listed(statement.cursor(Tuple.of(survey, wave)), new KnownPeople()))
                .compose(known -> add(contacts, known));
    }

    /** On a list on which nobody stands, of people who were told apart before. */
    Future<Invitations.Added> first(List<Contact> contacts) {
        return alone().compose(locked -> addAll(contacts, 0, new Invitations.Added(0, 0, 0)));
    }

    private Future<RowSet<Row>> alone() {
        return connection.preparedQuery(ONE_AFTER_THE_OTHER).execute(Tuple.of(survey));
    }

    private static Future<KnownPeople> listed(Cursor cursor, KnownPeople known) {
        return cursor.read(READ_AT_ONCE).compose(rows -> {
            rows.forEach(row -> known.put(row.getBoolean("addressed"), List.of(row.getArrayOfStrings("person"))));
            return cursor.hasMore() ? listed(cursor, known) : cursor.close().map(known);
        });
    }

    private Future<Invitations.Added> add(List<Contact> contacts, KnownPeople known) {
        List<Contact> fresh = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Contact contact : contacts) {
            List<String> person = person(contact);
            if (known.add(!contact.email().isEmpty(), person)) {
                fresh.add(contact);
            } else {
                others.add(person.get(0));
            }
        }
        return connection
                .preparedQuery(UNWILLING)
                .execute(Tuple.of((Object) others.toArray(String[]::new)))
                .compose(told -> {
                    int unwilling = told.iterator().next().getLong("n").intValue();
                    return addAll(fresh, 0, new Invitations.Added(0, others.size() - unwilling, unwilling));
                });
    }

    private Future<Invitations.Added> addAll(List<Contact> contacts, int from, Invitations.Added before) {
        if (from >= contacts.size()) {
            return Future.succeededFuture(before);
        }
        int until = Math.min(contacts.size(), from + AT_ONCE);
        JsonArray rows = new JsonArray(
                contacts.subList(from, until).stream().map(this::row).toList());
        return connection
                .preparedQuery(ADD)
                .execute(Tuple.of(survey, wave, rows))
                .map(told -> sum(before, told.iterator().next(), rows.size()))
                .compose(now -> addAll(contacts, until, now));
    }

    private static Invitations.Added sum(Invitations.Added before, Row told, int all) {
        int added = told.getLong("added").intValue();
        int unwilling = told.getLong("unwilling").intValue();
        return new Invitations.Added(
                before.added() + added, before.known() + all - added - unwilling, before.unwilling() + unwilling);
    }

    private List<String> person(Contact contact) {
        return List.copyOf(keys.people(contact.email(), contact.phone()));
    }

    private JsonObject row(Contact contact) {
        InviteKeys.Fresh fresh = keys.fresh();
        return new JsonObject()
                .put("person", new JsonArray(person(contact)))
                .put("name", contact.name())
                .put("email", contact.email())
                .put("phone", contact.phone())
                .put("language", contact.language().tag())
                .put("stratum", contact.stratum())
                .put("hash", fresh.hash())
                .put("seed", fresh.seed());
    }
}
