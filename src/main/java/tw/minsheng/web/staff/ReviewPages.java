package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.util.List;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Surveys;
import tw.minsheng.security.Permission;
import tw.minsheng.security.Rights;

/** The reports that a reviewer may read. */
public final class ReviewPages {

    private final StaffDoors doors;
    private final Pages pages;

    ReviewPages(StaffDoors doors, Pages pages) {
        this.doors = doors;
        this.pages = pages;
    }

    public record Row(String href, String title, String agency, String wave) {}

    public record Reports(List<Row> rows) {}

    List<StaffRoute> routes() {
        return List.of(StaffRoute.get("/reports/", Permission.SEE_REPORT, this::list));
    }

    private Future<StaffReply> list(StaffRequest request) {
        return doors.surveys()
                .all()
                .compose(all -> Future.all(all.stream()
                                .filter(Surveys.Listed::published)
                                .filter(listed -> Rights.may(
                                        request.account(),
                                        Permission.SEE_REPORT,
                                        listed.newest().agency(),
                                        listed.newest().survey().id(),
                                        request.tree()))
                                .map(listed -> row(request, listed))
                                .toList())
                        .compose(rows -> pages.show(request, "reports", new Reports(rows.list()))));
    }

    private Future<Row> row(StaffRequest request, Surveys.Listed listed) {
        Words words = request.words();
        String id = listed.newest().survey().id();
        return doors.waves()
                .of(id, DataSet.LIVE)
                .map(waves -> new Row(
                        "/reports/" + id,
                        words.text(listed.newest().survey().title()),
                        Shells.agencyName(request.tree(), listed.newest().agency(), words),
                        waves.isEmpty() ? words.say("none") : waves.get(0).code()));
    }
}
