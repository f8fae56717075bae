package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Published;
import tw.minsheng.collect.Wave;
import tw.minsheng.store.SurveyMemory.KnownVersion;
import tw.minsheng.store.SurveyMemory.KnownWave;
import tw.minsheng.survey.Survey;

/**
 * Surveys, versions and waves in memory: they are asked for on every request and change a few times a year. Read again
 * after every change made here, and every few seconds for changes made by other nodes. Safe for use by several threads.
 */
public final class SurveyCache {

    private static final String VERSIONS = """
            select v.no, v.survey_no, v.published, v.hash, v.definition, v.files, s.agency
            from survey_version v join survey s on s.no = v.survey_no
            where not (v.no = any ($1)) order by v.no""";

    private static final String WAVES = """
            select s.id, w.code, w.data_set, w.version_no, w.opens_at, w.closes_at, w.open
            from wave w join survey s on s.no = w.survey_no order by w.survey_no, w.data_set, w.code""";

    private final Database database;
    private final Reader definitions;
    private final AtomicReference<SurveyMemory> memory = new AtomicReference<>(SurveyMemory.EMPTY);

    /** Makes the survey again out of the canonical JSON of a version and its population files. */
    @FunctionalInterface
    public interface Reader {
        Survey read(String definition, Map<String, String> files);
    }

    public SurveyCache(Database database, Reader definitions) {
        this.database = database;
        this.definitions = definitions;
    }

    SurveyMemory now() {
        return Objects.requireNonNull(memory.get());
    }

    /** Reads what is new; versions are immutable, so only unknown ones are read. Completes when memory is up to date. */
    public Future<Void> refresh() {
        SurveyMemory before = now();
        // not those above the highest: of two publications at once the lower number may be committed last
        Integer[] known = before.versions().stream().map(KnownVersion::no).toArray(Integer[]::new);
        return database.query(VERSIONS, Tuple.of(known))
                .compose(versions -> database.query(WAVES, Tuple.tuple()).map(waves -> {
                    List<KnownVersion> all = new ArrayList<>(before.versions());
                    versions.forEach(row -> all.add(version(row)));
                    memory.updateAndGet(current -> merged(Objects.requireNonNull(current), all, waves));
                    return memory;
                }))
                .mapEmpty();
    }

    private SurveyMemory merged(SurveyMemory current, List<KnownVersion> all, Iterable<Row> waves) {
        List<KnownVersion> newer = current.versions().size() > all.size() ? current.versions() : all;
        List<KnownWave> known = StreamSupport.stream(waves.spliterator(), false)
                .flatMap(row -> newer.stream()
                        .filter(version -> version.no() == row.getInteger("version_no"))
                        .map(version -> wave(row, version)))
                .toList();
        return SurveyMemory.of(newer, known);
    }

    private KnownVersion version(Row row) {
        String definition = row.getString("definition");
        Map<String, String> files = new LinkedHashMap<>();
        row.getJsonObject("files").forEach(file -> files.put(file.getKey(), (String) file.getValue()));
        Survey read = definitions.read(definition, files);
        Survey survey = row.getBoolean("published") ? read : read.asDraft();
        Published content = Published.of(row.getString("agency"), survey, row.getString("hash"), definition, files);
        return new KnownVersion(
                row.getInteger("no"), row.getInteger("survey_no"), row.getBoolean("published"), content);
    }

    private static KnownWave wave(Row row, KnownVersion version) {
        Wave wave = new Wave(
                row.getString("id"),
                row.getString("code"),
                DataSet.of(row.getString("data_set")),
                version.content().survey().version(),
                row.getOffsetDateTime("opens_at")
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant(),
                row.getOffsetDateTime("closes_at")
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant(),
                row.getBoolean("open"));
        return new KnownWave(wave, version.no());
    }
}
