package tw.minsheng.collect;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;
import tw.minsheng.survey.Quota;
import tw.minsheng.survey.Version;

/** All doors of this room in memory, for tests and for looking at pages without a database. */
public final class MemoryStore implements Surveys, Waves, Drafts, Responses {

    private record WaveKey(String survey, DataSet set, String code) {}

    private final Clock clock;
    private final Map<String, TreeMap<Version, Published>> published = new LinkedHashMap<>();
    private final Map<WaveKey, Wave> waves = new LinkedHashMap<>();
    private final Map<String, Draft> drafts = new HashMap<>();
    private final Map<String, Finished> submissions = new HashMap<>();
    private final Map<String, Long> quotas = new HashMap<>();
    private final List<Stored> stored = new ArrayList<>();

    public MemoryStore(Clock clock) {
        this.clock = clock;
    }

    /** Publishes a version; an open live wave takes it over. */
    public synchronized void publish(Published version) {
        published
                .computeIfAbsent(version.survey().id(), id -> new TreeMap<>())
                .put(version.survey().version(), version);
        waves.replaceAll((key, wave) ->
                wave.open() && key.survey().equals(version.survey().id())
                        ? new Wave(
                                wave.survey(),
                                wave.code(),
                                wave.set(),
                                version.survey().version(),
                                wave.opens(),
                                wave.closes(),
                                true)
                        : wave);
    }

    @Override
    public synchronized Future<List<Listed>> all() {
        return Future.succeededFuture(published.values().stream()
                .map(versions -> new Listed(versions.lastEntry().getValue(), true, false))
                .sorted(Comparator.comparing(listed -> listed.newest().survey().id()))
                .toList());
    }

    @Override
    public synchronized Future<List<Offer>> open() {
        Instant now = clock.instant();
        return Future.succeededFuture(waves.values().stream()
                .filter(wave -> wave.set() == DataSet.LIVE && wave.isOpen(now))
                .map(this::offer)
                .sorted(Comparator.comparing(offer -> offer.wave().survey()))
                .toList());
    }

    private Offer offer(Wave wave) {
        return new Offer(published.get(wave.survey()).get(wave.version()), wave);
    }

    @Override
    public synchronized Future<Optional<Offer>> find(String survey, DataSet set) {
        return Future.succeededFuture(newest(survey, set).stream().findFirst().map(this::offer));
    }

    private List<Wave> newest(String survey, DataSet set) {
        return waves.values().stream()
                .filter(wave -> wave.survey().equals(survey) && wave.set() == set)
                .sorted(Comparator.comparing(Wave::open)
                        .thenComparing(Wave::opens)
                        .reversed())
                .toList();
    }

    @Override
    public synchronized Future<Optional<Published>> version(String survey, Version version, DataSet set) {
        return Future.succeededFuture(Optional.ofNullable(
                published.getOrDefault(survey, new TreeMap<>()).get(version)));
    }

    @Override
    public synchronized Future<List<Published>> versions(String survey) {
        return Future.succeededFuture(
                List.copyOf(published.getOrDefault(survey, new TreeMap<>()).values()));
    }

    @Override
    public synchronized Future<List<Wave>> of(String survey, DataSet set) {
        return Future.succeededFuture(newest(survey, set));
    }

    @Override
    public synchronized Future<Wave> open(Act act, String survey, DataSet set, String code, Instant closes) {
        TreeMap<Version, Published> versions = published.getOrDefault(survey, new TreeMap<>());
        if (versions.isEmpty()) {
            return Future.failedFuture(Problem.notFound("survey", survey));
        }
        if (newest(survey, set).stream()
                .anyMatch(wave -> wave.open() && !wave.code().equals(code))) {
            return Future.failedFuture(Problem.of(Problem.Kind.CONFLICT, "wave.open"));
        }
        Wave wave = new Wave(survey, code, set, versions.lastKey(), act.at(), closes, true);
        waves.put(new WaveKey(survey, set, code), wave);
        return Future.succeededFuture(wave);
    }

    @Override
    public synchronized Future<Wave> close(Act act, String survey, DataSet set, String code) {
        WaveKey key = new WaveKey(survey, set, code);
        Wave wave = waves.get(key);
        if (wave == null) {
            return Future.failedFuture(Problem.notFound("wave", code));
        }
        if (wave.open()) {
            waves.put(key, new Wave(survey, code, set, wave.version(), wave.opens(), act.at(), false));
        }
        return Future.succeededFuture(waves.get(key));
    }

    @Override
    public synchronized Future<Attempt> find(DraftKey key) {
        Draft draft = drafts.get(key.code());
        if (draft != null) {
            return Future.succeededFuture(new Attempt.Open(draft));
        }
        Finished finished = submissions.get(key.form());
        return Future.succeededFuture(finished == null ? new Attempt.Fresh() : new Attempt.Done(again(finished)));
    }

    @Override
    public synchronized Future<Saved> save(Save save) {
        Finished finished = submissions.get(save.key().form());
        if (finished != null) {
            return Future.succeededFuture(new Saved(new Attempt.Done(again(finished)), false));
        }
        Draft before = drafts.getOrDefault(
                save.key().code(),
                new Draft(save.survey(), save.version(), save.wave(), save.set(), save.language(), 0, Map.of()));
        Draft.Typed old = before.parts().get(save.part());
        if (old != null && old.fields().equals(save.fields())) {
            return Future.succeededFuture(new Saved(new Attempt.Open(before), false));
        }
        int revision = before.revision() + 1;
        Map<String, Draft.Typed> parts = new LinkedHashMap<>(before.parts());
        parts.put(save.part(), new Draft.Typed(save.fields(), save.seconds(), revision));
        Draft after = new Draft(
                before.survey(), before.version(), before.wave(), before.set(), save.language(), revision, parts);
        drafts.put(save.key().code(), after);
        boolean elsewhere = old != null && old.revision() > save.seen();
        return Future.succeededFuture(new Saved(new Attempt.Open(after), elsewhere));
    }

    @Override
    public synchronized Future<Void> delete(DraftKey key) {
        drafts.remove(key.code());
        return Future.succeededFuture();
    }

    @Override
    public synchronized Future<Finished> finish(Finish finish) {
        Finished known = submissions.get(finish.submission());
        if (known != null) {
            return Future.succeededFuture(again(known));
        }
        AnswerSheet sheet = finish.sheet();
        Wave wave = waves.get(new WaveKey(sheet.survey(), sheet.set(), sheet.wave()));
        if (wave == null || !wave.isOpen(clock.instant())) {
            return Future.failedFuture(Problem.of(Problem.Kind.GONE, "survey.closed"));
        }
        Draft draft = drafts.get(finish.draft().code());
        if (finish.draft().isGiven()
                && (draft == null || draft.revision() != finish.draft().revision())) {
            return Future.failedFuture(Problem.of(Problem.Kind.CONFLICT, "draft.changed"));
        }
        boolean full = finish.quotas().stream().anyMatch(quota -> counted(sheet, quota) >= quota.limit());
        if (!full) {
            finish.quotas().forEach(quota -> quotas.merge(quotaKey(sheet, quota.id()), 1L, Long::sum));
        }
        AnswerSheet kept = full ? sheet.turnedAway() : sheet;
        stored.add(new Stored(UUID.randomUUID(), kept));
        drafts.remove(finish.draft().code());
        Finished finished = new Finished(
                finish.receipt(), kept.outcome(), finish.bodyMac(), sheet.survey(), sheet.wave(), sheet.set(), false);
        submissions.put(finish.submission(), finished);
        return Future.succeededFuture(finished);
    }

    private long counted(AnswerSheet sheet, Quota quota) {
        return quotas.getOrDefault(quotaKey(sheet, quota.id()), 0L);
    }

    private static String quotaKey(AnswerSheet sheet, String quota) {
        return sheet.survey() + " " + sheet.wave() + " " + sheet.set() + " " + quota;
    }

    private static Finished again(Finished finished) {
        return new Finished(
                finished.receipt(),
                finished.outcome(),
                finished.bodyMac(),
                finished.survey(),
                finished.wave(),
                finished.set(),
                true);
    }

    @Override
    public synchronized Future<Optional<Finished>> submission(String submission) {
        return Future.succeededFuture(
                Optional.ofNullable(submissions.get(submission)).map(MemoryStore::again));
    }

    @Override
    public synchronized Future<Long> stream(Selection selection, Taker taker) {
        List<Stored> chosen = stored.stream()
                .filter(each -> each.sheet().survey().equals(selection.survey())
                        && each.sheet().set() == selection.set()
                        && each.sheet().outcome() == Outcome.COMPLETE
                        && (selection.wave().isEmpty() || each.sheet().wave().equals(selection.wave())))
                .sorted(Comparator.comparing(each -> each.id().toString()))
                .toList();
        return chosen.isEmpty()
                ? Future.succeededFuture(0L)
                : taker.take(chosen).map((long) chosen.size());
    }

    @Override
    public synchronized Future<List<Count>> counts(String survey, DataSet set) {
        Map<Count, Long> groups = stored.stream()
                .map(Stored::sheet)
                .filter(sheet -> sheet.survey().equals(survey) && sheet.set() == set)
                .collect(Collectors.groupingBy(
                        sheet -> new Count(sheet.wave(), sheet.mode(), sheet.source(), sheet.day(), sheet.outcome(), 0),
                        LinkedHashMap::new,
                        Collectors.counting()));
        return Future.succeededFuture(groups.entrySet().stream()
                .map(group -> new Count(
                        group.getKey().wave(),
                        group.getKey().mode(),
                        group.getKey().source(),
                        group.getKey().day(),
                        group.getKey().outcome(),
                        group.getValue()))
                .toList());
    }

    @Override
    public synchronized Future<Map<String, Long>> quotas(String survey, String wave, DataSet set) {
        String prefix = survey + " " + wave + " " + set + " ";
        Map<String, Long> found = new HashMap<>();
        quotas.forEach((key, n) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), n);
            }
        });
        return Future.succeededFuture(found);
    }
}
