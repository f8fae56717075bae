package tw.minsheng.web.staff;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Map;

/** Fills the templates under {@code staff/}. */
final class Pages {

    private final TemplateEngine engine;
    private final Shells shells;

    Pages(Shells shells) {
        this.engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "tw.minsheng.web.page");
        this.shells = shells;
    }

    Future<Reply> show(StaffRequest request, String template, Object page) {
        return show(request, 200, template, page);
    }

    Future<Reply> show(StaffRequest request, int status, String template, Object page) {
        return Future.succeededFuture(new Reply.Page(status, html(shells.around(request), template, page)));
    }

    Buffer html(Shell shell, String template, Object page) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render("staff/" + template + ".jte", Map.of("shell", shell, "page", page), output);
        return Buffer.buffer(output.toByteArray());
    }
}
