package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.Cases;
import tw.minsheng.petition.State;

/**
 * One list of cases as statements that ask for nothing more than it does, so that the indexes serve it: first the open
 * ones, then, when they do not fill the page, those that are over.
 */
final class CaseList {

    private static final String ROWS = """
            select c.*, p.name, p.email, p.phone, p.helper
            from (select c.no from petition_case c where %1$s order by %2$s offset %3$s limit %4$s) as l
            join petition_case c on c.no = l.no join case_contact p on p.no = c.no
            order by %2$s""";

    /**
     * Those that are over, of one agency and one state after the other, so that an index gives the first few of each in
     * their order: a condition on all agencies at once would sort a whole city.
     */
    private static final String OVER = """
            select c.*, p.name, p.email, p.phone, p.helper
            from (
              select l.no, l.due_at
              from unnest($1::text[]) as a (key) cross join unnest($2::text[]) as s (key) cross join lateral (
                select c.no, c.due_at from petition_case c
                where c.agency = a.key and c.state = s.key and %1$s
                order by c.due_at, c.no limit %2$s::int + %3$s::int) as l
              union
              select l.no, l.due_at
              from unnest($1::text[]) as a (key) cross join unnest($2::text[]) as s (key) cross join lateral (
                select c.no, c.due_at from petition_case c
                where c.unit = a.key and c.state = s.key and %1$s
                order by c.due_at, c.no limit %2$s::int + %3$s::int) as l
              order by due_at, no offset %2$s limit %3$s) as l
            join petition_case c on c.no = l.no join case_contact p on p.no = c.no
            order by c.due_at, c.no""";

    /** The same by words: the index of the words finds them, and no more than so many are put in order. */
    private static final String FOUND = """
            with hit as materialized (
              select c.no, c.due_at from petition_case c
              where (c.agency = any ($1) or c.unit = any ($1)) and c.state = any ($2) and %1$s limit ${most})
            select c.*, p.name, p.email, p.phone, p.helper
            from (select no from hit order by due_at, no offset %2$s limit %3$s) as l
            join petition_case c on c.no = l.no join case_contact p on p.no = c.no
            order by c.due_at, c.no""".replace("${most}", Integer.toString(Cases.MOST_FOUND));

    private static final String HITS = """
            select count(*) from (
              select from petition_case c
              where (c.agency = any ($1) or c.unit = any ($1)) and c.state = any ($2) and %s limit ${most}) as hit""".replace("${most}", Integer.toString(Cases.MOST_FOUND + 1));

    private static final String UNTOLD = """
            not exists (
              select from case_event e where e.no = c.no and e.what = 'overdue' and not exists (
                select from case_event r where r.no = c.no and r.what = 'reopen' and r.number > e.number))""";

    /** Of letters that stand in a row; one letter has no pair, and is looked for without an index. */
    private static final int PAIR = 2;

    private final Cases.Filter filter;

    private CaseList(Cases.Filter filter) {
        this.filter = filter;
    }

    static CaseList of(Cases.Filter filter) {
        return new CaseList(filter);
    }

    /** Half of a list: its conditions, with their values. */
    private record Half(boolean open, boolean byWords, List<String> conditions, List<Object> values) {

        void add(String condition, Object value) {
            values.add(value);
            conditions.add(condition.replace("?", "$" + values.size()));
        }

        String rows(int offset, int limit) {
            values.add(offset);
            values.add(limit);
            String where = String.join(" and ", conditions);
            String first = "$" + (values.size() - 1);
            String most = "$" + values.size();
            if (open) {
                return ROWS.formatted(where, "c.locked desc, c.due_at, c.no", first, most);
            }
            return (byWords ? FOUND : OVER).formatted(where, first, most);
        }
    }

    Future<List<CaseFile>> read(Database database, int offset, int limit) {
        return page(database, true, offset, limit)
                .compose(open -> open.size() == limit
                        ? Future.succeededFuture(open)
                        : before(database, offset, open.size())
                                .compose(count ->
                                        page(database, false, Math.max(0, offset - count), limit - open.size()))
                                .map(over -> Stream.concat(open.stream(), over.stream())
                                        .toList()));
    }

    /** Whether more have the words than are put in order. */
    Future<Boolean> isCut(Database database) {
        Half half = half(false);
        if (!half.byWords() || states(false).isEmpty()) {
            return Future.succeededFuture(false);
        }
        String hits = HITS.formatted(String.join(" and ", half.conditions()));
        return database.query(hits, Tuple.tuple(half.values()))
                .map(rows -> rows.iterator().next().getLong(0) > Cases.MOST_FOUND);
    }

    private Future<List<CaseFile>> page(Database database, boolean open, int offset, int limit) {
        if (states(open).isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        Half half = half(open);
        String rows = half.rows(offset, limit);
        return database.query(rows, Tuple.tuple(half.values())).map(PgCases::files);
    }

    /** How many open ones there are; known when some of them were on this page, or when it is the first. */
    private Future<Integer> before(Database database, int offset, int found) {
        if (found > 0 || offset == 0) {
            return Future.succeededFuture(offset + found);
        }
        if (states(true).isEmpty()) {
            return Future.succeededFuture(0);
        }
        Half half = half(true);
        String count = "select count(*) from petition_case c where " + String.join(" and ", half.conditions());
        return database.query(count, Tuple.tuple(half.values()))
                .map(rows -> Math.toIntExact(rows.iterator().next().getLong(0)));
    }

    private Set<State> states(boolean open) {
        Set<State> states = EnumSet.allOf(State.class);
        if (!filter.states().isEmpty()) {
            states.retainAll(filter.states());
        }
        states.removeIf(state -> state.isOver() == open);
        return states;
    }

    private Half half(boolean open) {
        boolean byWords = filter.text().codePointCount(0, filter.text().length()) >= PAIR;
        Half half = new Half(open, byWords, new ArrayList<>(), new ArrayList<>());
        half.conditions().add(open ? "c.ended_at = '9999-12-31'" : "c.ended_at < '9999-12-31'");
        reach(half, open);
        if (!filter.handlers().isEmpty()) {
            half.add("c.handler = any (?)", filter.handlers().toArray(String[]::new));
        }
        if (byWords) {
            half.add("text_pairs(c.text) @> text_pairs(?)", filter.text());
        }
        if (!filter.text().isEmpty()) {
            half.add("position(? in c.text) > 0", filter.text());
        }
        if (!filter.dueBefore().equals(CaseFile.NOT_ENDED)) {
            half.add(
                    "c.due_at < case when c.due_timed then ?::timestamp else date_trunc('day', ?::timestamp) end",
                    filter.dueBefore());
            half.add("c.due_at < ?", filter.dueBefore());
        }
        if (filter.untold()) {
            half.conditions().add(UNTOLD);
        }
        return half;
    }

    /** Agencies and states: conditions of those that are open; the others have them in their statements. */
    private void reach(Half half, boolean open) {
        String[] agencies = filter.agencies().toArray(String[]::new);
        String[] states = states(open).stream().map(State::key).toArray(String[]::new);
        if (!open) {
            half.values().add(agencies);
            half.values().add(states);
            return;
        }
        half.add("(c.agency = any (?) or c.unit = any (?))", agencies);
        if (!filter.states().isEmpty()) {
            half.add("c.state = any (?)", states);
        }
    }

    /** The statement of the first page of open cases, and its values: for looking at its plan. */
    static String sql(Cases.Filter filter, List<Object> values) {
        Half half = of(filter).half(true);
        String rows = half.rows(0, 51);
        values.addAll(half.values());
        return rows;
    }
}
