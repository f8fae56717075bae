package tw.minsheng;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Responses;
import tw.minsheng.collect.Surveys;
import tw.minsheng.dataset.RetestPairing;
import tw.minsheng.kernel.Problem;
import tw.minsheng.report.expert.RetestTables;
import tw.minsheng.survey.Survey;
import tw.minsheng.web.staff.Retests;

/** Pairs the answers of two waves as they come out of the database; codes and pairs are gone when the figures are made. */
record ServerRetests(Vertx vertx, Surveys surveys, Responses responses) implements Retests {

    @Override
    public Future<RetestTables> of(String survey, DataSet set, String first, String second) {
        return KnownVersions.of(surveys, new Responses.Selection(survey, "", set))
                .compose(known -> {
                    Survey newest = known.newest().survey();
                    if (newest.retestCode().isEmpty()) {
                        return Future.failedFuture(Problem.notFound("retest", survey));
                    }
                    RetestPairing pairing = new RetestPairing(newest, first, second);
                    return read(known, pairing, set, first)
                            .compose(done -> read(known, pairing, set, second))
                            .compose(done -> vertx.executeBlocking(() -> RetestTables.of(pairing.figures()), false));
                });
    }

    private Future<Long> read(KnownVersions known, RetestPairing pairing, DataSet set, String wave) {
        Responses.Selection selection =
                new Responses.Selection(known.newest().survey().id(), wave, set);
        return responses.stream(
                selection,
                batch -> vertx.executeBlocking(
                        () -> {
                            known.sheets(batch).forEach(pairing::add);
                            return null;
                        },
                        false));
    }
}
