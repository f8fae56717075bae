package tw.minsheng.notify;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;

/** Notices in memory, for tests of pages. */
public final class MemoryNotices implements NoticeLog {

    private final List<Entry> all = new ArrayList<>();
    private final Function<String, Set<String>> agencies;

    /** @param agencies keys of the agency and the unit of a case, by its number */
    public MemoryNotices(Function<String, Set<String>> agencies) {
        this.agencies = agencies;
    }

    /** Writes notices down, as they are. */
    public synchronized void add(String number, List<Notice> notices, Instant made) {
        for (Notice notice : notices) {
            State state = notice.channel() == Channel.BY_HAND ? State.BY_HAND : State.WAITING;
            put(new Entry(
                    all.size() + 1L, number, notice, state, made, Instant.MAX, "", "", "", 0, "", new Wording("", "")));
        }
    }

    /** A sender has given it up. */
    public synchronized void fail(long id, String trouble) {
        Entry entry = all.get((int) id - 1);
        put(new Entry(
                id,
                entry.number(),
                entry.notice(),
                State.FAILED,
                entry.made(),
                Instant.MAX,
                "",
                "",
                "",
                20,
                trouble,
                entry.wording()));
    }

    /** What waits to be mailed is told by hand. */
    public synchronized void hold(String number) {
        all.replaceAll(each -> each.number().equals(number)
                        && each.state() == State.WAITING
                        && each.notice().channel() != Channel.BY_HAND
                ? held(each)
                : each);
    }

    private static Entry held(Entry entry) {
        Notice notice = entry.notice();
        return new Entry(
                entry.id(),
                entry.number(),
                new Notice(notice.cause(), notice.kind(), Channel.BY_HAND, "", notice.language(), notice.facts()),
                State.BY_HAND,
                entry.made(),
                Instant.MAX,
                "",
                "",
                "",
                entry.tries(),
                "",
                entry.wording());
    }

    private void put(Entry entry) {
        if (entry.id() > all.size()) {
            all.add(entry);
        } else {
            all.set((int) entry.id() - 1, entry);
        }
    }

    @Override
    public synchronized Future<List<Entry>> of(String number) {
        return Future.succeededFuture(
                all.stream().filter(each -> each.number().equals(number)).toList());
    }

    @Override
    public synchronized Future<Optional<Entry>> find(String number, long id) {
        return of(number)
                .map(found -> found.stream().filter(each -> each.id() == id).findFirst());
    }

    @Override
    public synchronized Future<List<Entry>> owed(Set<String> reach, Set<Channel> waiting, int offset, int limit) {
        return Future.succeededFuture(all.stream()
                .filter(each -> agencies.apply(each.number()).stream().anyMatch(reach::contains))
                .filter(each -> each.state().isOwed()
                        || (each.state() == State.WAITING
                                && waiting.contains(each.notice().channel())))
                .skip(offset)
                .limit(limit)
                .toList());
    }

    @Override
    public synchronized Future<Void> handed(Entry entry, Handed handed, Act act) {
        if (all.get((int) entry.id() - 1).state() == State.SENT) {
            return Future.failedFuture(Problem.of(Problem.Kind.CONFLICT, "notice.changed"));
        }
        put(new Entry(
                entry.id(),
                entry.number(),
                entry.notice(),
                State.SENT,
                entry.made(),
                act.at(),
                act.actor(),
                handed.way(),
                handed.reference(),
                entry.tries(),
                "",
                handed.wording()));
        return Future.succeededFuture();
    }

    @Override
    public synchronized Future<Void> again(Entry entry, Act act) {
        put(new Entry(
                entry.id(),
                entry.number(),
                entry.notice(),
                State.WAITING,
                entry.made(),
                Instant.MAX,
                "",
                "",
                "",
                0,
                "",
                entry.wording()));
        return Future.succeededFuture();
    }
}
