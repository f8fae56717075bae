package tw.minsheng.web;

import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** A name for one request, told to people when something fails and found again in the log. */
public final class RequestId {

    private static final String KEY = "request-id";

    private RequestId() {}

    /** Made when it is first asked for. */
    public static String of(RoutingContext context) {
        String known = context.get(KEY);
        if (known != null) {
            return known;
        }
        String made = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        context.put(KEY, made);
        return made;
    }
}
