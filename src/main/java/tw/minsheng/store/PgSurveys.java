package tw.minsheng.store;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Published;
import tw.minsheng.collect.Surveys;
import tw.minsheng.store.SurveyMemory.KnownVersion;
import tw.minsheng.store.SurveyMemory.KnownWave;
import tw.minsheng.survey.Version;

/** Surveys out of the cache: no request waits for the database to learn what is asked. */
public final class PgSurveys implements Surveys {

    private final SurveyCache cache;
    private final Clock clock;

    public PgSurveys(SurveyCache cache, Clock clock) {
        this.cache = cache;
        this.clock = clock;
    }

    @Override
    public Future<List<Listed>> all() {
        SurveyMemory memory = cache.now();
        return Future.succeededFuture(memory.surveys().keySet().stream()
                .sorted()
                .flatMap(survey -> listed(memory, survey).stream())
                .toList());
    }

    @Override
    public Future<List<Published>> versions(String survey) {
        SurveyMemory memory = cache.now();
        Stream<KnownVersion> draft = memory.latest(survey).filter(latest -> !latest.published()).stream();
        return Future.succeededFuture(Stream.concat(memory.published(survey).stream(), draft)
                .map(KnownVersion::content)
                .toList());
    }

    /** A draft is shown while nothing was published after it became known. */
    private static Optional<Listed> listed(SurveyMemory memory, String survey) {
        Optional<KnownVersion> published = memory.newestPublished(survey);
        Optional<KnownVersion> latest = memory.latest(survey);
        boolean draft = latest.isPresent() && !latest.get().published();
        return published.or(() -> latest).map(newest -> new Listed(newest.content(), published.isPresent(), draft));
    }

    @Override
    public Future<List<Offer>> open() {
        SurveyMemory memory = cache.now();
        Instant now = clock.instant();
        return Future.succeededFuture(memory.surveys().keySet().stream()
                .sorted()
                .flatMap(survey -> memory.waves(survey, DataSet.LIVE).stream()
                        .filter(known -> known.wave().isOpen(now))
                        .limit(1)
                        .flatMap(known -> offer(memory, known).stream()))
                .toList());
    }

    @Override
    public Future<Optional<Offer>> find(String survey, DataSet set) {
        SurveyMemory memory = cache.now();
        Instant now = clock.instant();
        List<KnownWave> waves = memory.waves(survey, set);
        Optional<KnownWave> open =
                waves.stream().filter(known -> known.wave().isOpen(now)).findFirst();
        Optional<KnownWave> shown = open.or(() -> waves.stream().findFirst());
        return Future.succeededFuture(shown.flatMap(known -> offer(memory, known)));
    }

    @Override
    public Future<Optional<Published>> version(String survey, Version version, DataSet set) {
        return Future.succeededFuture(cache.now()
                .version(survey, version)
                .filter(known -> known.published() || set == DataSet.TEST)
                .map(KnownVersion::content));
    }

    private static Optional<Offer> offer(SurveyMemory memory, KnownWave known) {
        return memory.version(known.versionNo()).map(version -> new Offer(version.content(), known.wave()));
    }
}
