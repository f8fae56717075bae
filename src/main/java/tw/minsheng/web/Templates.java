package tw.minsheng.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.vertx.core.buffer.Buffer;
import java.util.Map;

/** Fills the page templates, which are compiled into the program. Safe to share between threads. */
public final class Templates {

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "tw.minsheng.web.page");

    /** @param name below {@code src/main/jte}, without {@code .jte} */
    public Buffer fill(String name, Map<String, Object> values) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(name + ".jte", values, output);
        return Buffer.buffer(output.toByteArray());
    }
}
