package tw.minsheng;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import tw.minsheng.collect.AnswerSheet;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Published;
import tw.minsheng.collect.Responses;
import tw.minsheng.collect.Surveys;
import tw.minsheng.kernel.Problem;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Weighting;

/**
 * The versions that the answers of one set may have: published ones, and for trial answers the present draft.
 *
 * @param versions oldest first, at least one
 */
record KnownVersions(Responses.Selection selection, List<Published> versions) {

    KnownVersions {
        versions = List.copyOf(versions);
    }

    /** Fails with not found when the survey is unknown, or has no version that answers of this set may have. */
    static Future<KnownVersions> of(Surveys surveys, Responses.Selection selection) {
        return surveys.versions(selection.survey()).map(all -> among(all, selection));
    }

    /** @throws Problem not found when none of these may be answered in this set */
    static KnownVersions among(List<Published> all, Responses.Selection selection) {
        List<Published> known = all.stream()
                .filter(version ->
                        selection.set() == DataSet.TEST || version.survey().status() == Survey.Status.PUBLISHED)
                .toList();
        if (known.isEmpty()) {
            throw Problem.notFound("survey", selection.survey());
        }
        return new KnownVersions(selection, known);
    }

    Published newest() {
        return versions.get(versions.size() - 1);
    }

    /** The same with other weights for the newest: what is tried is nobody's definition. */
    KnownVersions weightedBy(Weighting other) {
        List<Published> all = new ArrayList<>(versions);
        Published newest = newest();
        all.set(
                all.size() - 1,
                new Published(
                        newest.agency(),
                        newest.survey().weightedBy(other),
                        newest.hash(),
                        newest.definition(),
                        newest.files(),
                        newest.form()));
        return new KnownVersions(selection, all);
    }

    List<Survey> surveys() {
        return versions.stream().map(Published::survey).toList();
    }

    /** The versions before the newest. */
    List<Survey> earlier() {
        return surveys().subList(0, versions.size() - 1);
    }

    /** The sheets of a batch; trial answers to drafts that are no more have no columns and are passed over. */
    List<AnswerSheet> sheets(List<Responses.Stored> batch) {
        return batch.stream()
                .map(Responses.Stored::sheet)
                .filter(sheet -> selection.set() != DataSet.TEST
                        || versions.stream()
                                .anyMatch(each -> each.survey().version().equals(sheet.version())))
                .toList();
    }
}
