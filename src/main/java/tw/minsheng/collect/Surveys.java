package tw.minsheng.collect;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import tw.minsheng.survey.Version;

/** Door to the surveys that can be answered. Called on every request, so implementations keep them in memory. */
public interface Surveys {

    /** A survey and the newest of its waves, open or closed. */
    record Offer(Published current, Wave wave) {

        /** Whether nobody answers it without an invitation. */
        public boolean isInvitedOnly() {
            return current.survey().privacy().invitedOnly();
        }
    }

    /**
     * A survey as its agency sees it.
     *
     * @param newest the newest published version, else the draft
     * @param published whether a version was ever published
     * @param draft whether its file holds a draft now, which can be tried in {@link DataSet#TEST}
     */
    record Listed(Published newest, boolean published, boolean draft) {}

    /** Every known survey, published or draft, by id. */
    Future<List<Listed>> all();

    /** Live surveys that take answers now, by id. */
    Future<List<Offer>> open();

    /**
     * The survey with its open wave, else with the one that closed last; the version is the wave's.
     *
     * @return empty when no such survey was ever open in this set
     */
    Future<Optional<Offer>> find(String survey, DataSet set);

    /** A version that was published at any time, or, for {@link DataSet#TEST} alone, the present draft. */
    Future<Optional<Published>> version(String survey, Version version, DataSet set);

    /** Every published version of a survey, oldest first; after them its present draft, whose status says so. */
    Future<List<Published>> versions(String survey);
}
