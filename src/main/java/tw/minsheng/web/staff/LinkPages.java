package tw.minsheng.web.staff;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import tw.minsheng.kernel.Problem;
import tw.minsheng.security.Permission;
import tw.minsheng.survey.Survey;

/** The address of a survey, as text, as a QR code, and as a slip for the counter. */
public final class LinkPages {

    private final StaffSettings settings;
    private final Pages pages;

    LinkPages(StaffSettings settings, Pages pages) {
        this.settings = settings;
        this.pages = pages;
    }

    /** What the slip says; {@code local} when the address works on this computer only. */
    public record Slip(
            String address,
            String picture,
            QrCode code,
            String title,
            String agency,
            String unit,
            String phone,
            boolean local) {}

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get("/agency/surveys/:survey/link", Permission.SEE_LINK, this::slip),
                StaffRoute.get("/agency/surveys/:survey/link/qr.svg", Permission.SEE_LINK, this::picture));
    }

    private Future<Reply> slip(StaffRequest request) {
        Survey survey = published(request);
        Words words = request.words();
        String address = address(survey);
        boolean local = settings.publicUrl().matches("https?://(127\\.|localhost|\\[::1]).*");
        return pages.show(
                request,
                "link",
                new Slip(
                        address,
                        "/agency/surveys/" + survey.id() + "/link/qr.svg",
                        QrCode.of(address),
                        words.text(survey.title()),
                        survey.owner().agency(),
                        survey.owner().unit(),
                        survey.owner().phone(),
                        local));
    }

    private Future<Reply> picture(StaffRequest request) {
        Survey survey = published(request);
        String svg = QrCode.of(address(survey)).svg(request.words().text(survey.title()));
        return Future.succeededFuture(
                new Reply.File("image/svg+xml; charset=utf-8", survey.id() + "-qr.svg", Buffer.buffer(svg)));
    }

    private String address(Survey survey) {
        return settings.publicUrl() + "/s/" + survey.id();
    }

    /** A draft has no address for citizens. */
    private static Survey published(StaffRequest request) {
        if (!request.survey().published()) {
            throw Problem.notFound("survey", request.surveyId());
        }
        return request.survey().newest().survey();
    }
}
