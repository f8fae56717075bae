package tw.minsheng.web.staff;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import tw.minsheng.kernel.Problem;
import tw.minsheng.security.Permission;
import tw.minsheng.survey.Survey;
import tw.minsheng.web.QrCode;

/** The address of a survey, as text, as a QR code, and as a slip for the counter. */
public final class LinkPages {

    private final StaffSetup setup;
    private final Pages pages;

    LinkPages(StaffSetup setup, Pages pages) {
        this.setup = setup;
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

    private Future<StaffReply> slip(StaffRequest request) {
        Survey survey = published(request);
        Words words = request.words();
        String address = address(request, survey);
        boolean local = address.matches("https?://(127\\.|localhost|\\[::1]).*");
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

    private Future<StaffReply> picture(StaffRequest request) {
        Survey survey = published(request);
        String svg = QrCode.of(address(request, survey)).svg(request.words().text(survey.title()));
        return Future.succeededFuture(
                new StaffReply.File("image/svg+xml; charset=utf-8", survey.id() + "-qr.svg", Buffer.buffer(svg)));
    }

    private String address(StaffRequest request, Survey survey) {
        return request.absolute(setup.settings().publicUrl(), "/s/" + survey.id());
    }

    /** A draft has no address for citizens. */
    private static Survey published(StaffRequest request) {
        if (!request.survey().published()) {
            throw Problem.notFound("survey", request.surveyId());
        }
        return request.survey().newest().survey();
    }
}
