package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.util.List;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Outcome;

/** The sets of answers that a page may show: live, and in a demonstration also its own, first when nobody has answered yet. */
final class ShownSets {

    private ShownSets() {}

    static Future<List<DataSet>> of(StaffRequest request, StaffDoors doors, StaffSetup setup) {
        if (!setup.demo()) {
            return Future.succeededFuture(List.of(DataSet.LIVE));
        }
        return doors.responses()
                .counts(request.surveyId(), DataSet.LIVE)
                .map(counts -> counts.stream().anyMatch(count -> count.outcome() == Outcome.COMPLETE)
                        ? List.of(DataSet.LIVE, DataSet.DEMO)
                        : List.of(DataSet.DEMO, DataSet.LIVE));
    }
}
