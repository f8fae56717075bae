package tw.minsheng.web.staff;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import tw.minsheng.web.Templates;

/** Fills the templates under {@code staff/}. */
final class Pages {

    private final Templates templates;
    private final Shells shells;

    Pages(Templates templates, Shells shells) {
        this.templates = templates;
        this.shells = shells;
    }

    Future<StaffReply> show(StaffRequest request, String template, Object page) {
        return show(request, 200, template, page);
    }

    Future<StaffReply> show(StaffRequest request, int status, String template, Object page) {
        return Future.succeededFuture(new StaffReply.Page(status, html(shells.around(request), template, page)));
    }

    Buffer html(Shell shell, String template, Object page) {
        return templates.fill("staff/" + template, Map.of("shell", shell, "page", page));
    }
}
