package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.stream.StreamSupport;
import tw.minsheng.collect.Attempt;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.DraftKey;
import tw.minsheng.collect.Drafts;
import tw.minsheng.collect.Finished;
import tw.minsheng.collect.Outcome;
import tw.minsheng.kernel.Problem;
import tw.minsheng.store.SurveyMemory.KnownVersion;

/** Drafts: one row each, all parts in one JSON value. */
public final class PgDrafts implements Drafts {

    /**
     * One look at both: between two looks a finish would turn the draft into an answer, and neither would be seen. For
     * the limit see {@link DraftSaving}.
     */
    private static final String FIND = """
            select d.version_no, d.data_set, d.wave, d.language, d.revision, d.parts,
              b.body_mac, b.receipt, b.outcome, b.data_set as told_set, b.wave as told_wave, s.id as told_survey
            from (
              select * from unnest($1::text[], $2::text[]) with ordinality as a (form, code, place) limit $3
            ) n
            left join submission b on b.key_hash = n.form
            left join survey s on s.no = b.survey_no
            left join draft d on d.code_hash = n.code
            order by n.place""";

    private final GroupRead reads;
    private final GroupCommit commits;
    private final SurveyCache cache;
    private final BulkWork<DraftKey, Attempt> finding = this::findAll;
    private final DraftRows rows;
    private final DraftSaving saving;

    public PgDrafts(GroupRead reads, GroupCommit commits, SurveyCache cache) {
        this.reads = reads;
        this.commits = commits;
        this.cache = cache;
        this.rows = new DraftRows(cache);
        this.saving = new DraftSaving(rows);
    }

    @Override
    public Future<Attempt> find(DraftKey key) {
        return reads.submit(finding, key);
    }

    private Future<List<Attempt>> findAll(SqlConnection connection, List<DraftKey> keys) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(
                        keys.stream().map(DraftKey::form).toArray(String[]::new),
                        keys.stream().map(DraftKey::code).toArray(String[]::new),
                        keys.size()))
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(this::attempt)
                        .toList());
    }

    private Attempt attempt(Row row) {
        if (row.getString("receipt") != null) {
            return new Attempt.Done(new Finished(
                    row.getString("receipt"),
                    Outcome.of(row.getString("outcome")),
                    row.getString("body_mac"),
                    row.getString("told_survey"),
                    row.getString("told_wave"),
                    DataSet.of(row.getString("told_set")),
                    true));
        }
        return row.getInteger("version_no") == null ? new Attempt.Fresh() : new Attempt.Open(rows.draft(row));
    }

    @Override
    public Future<Saved> save(Save save) {
        // a draft that is there keeps its own version, so an unknown one matters to a new draft only
        KnownVersion version = cache.now()
                .version(save.survey(), save.version())
                .or(() -> cache.now().newestPublished(save.survey()))
                .orElseThrow(() -> Problem.notFound("survey", save.survey()));
        return commits.submit(saving, new DraftSaving.Part(save, version.no()));
    }

    @Override
    public Future<Void> delete(DraftKey key) {
        return commits.submit(connection -> DraftSaving.delete(connection, List.of(key.code())));
    }
}
