package tw.minsheng.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Sha256;

/** The few static files: kept in memory, under a name with their hash for ever, under their plain name by ETag. */
public final class Assets implements Routes {

    private static final Map<String, String> FILES = Map.of(
            "site.css", "text/css; charset=utf-8",
            "site.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml",
            "robots.txt", "text/plain; charset=utf-8");

    private record Asset(String name, String type, Buffer bytes, String hash) {

        String hashedName() {
            int dot = name.lastIndexOf('.');
            return name.substring(0, dot) + "." + hash + name.substring(dot);
        }
    }

    private final Map<String, Asset> byName = new HashMap<>();

    public Assets() {
        FILES.forEach((name, type) -> byName.put(name, read(name, type)));
        List.copyOf(byName.values()).forEach(asset -> byName.put(asset.hashedName(), asset));
    }

    /**
     * The address of a file, with its hash.
     *
     * @throws IllegalArgumentException when there is no such file
     */
    public String url(String name) {
        Asset asset = byName.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("no static file " + name);
        }
        return "/static/" + asset.hashedName();
    }

    /** Bytes of a file, for tests of its weight. */
    Collection<String> names() {
        return FILES.keySet();
    }

    @Override
    public void mount(Router router) {
        router.get("/static/:file").handler(this::send);
        router.get("/favicon.ico").handler(context -> send(context, byName.get("icon.svg")));
        router.get("/robots.txt").handler(context -> send(context, byName.get("robots.txt")));
    }

    private void send(RoutingContext context) {
        send(context, byName.get(context.pathParam("file")));
    }

    private static void send(RoutingContext context, @org.jspecify.annotations.Nullable Asset asset) {
        if (asset == null) {
            throw Problem.notFound("file", "");
        }
        String etag = "\"" + asset.hash() + "\"";
        boolean byHash = context.request().path().endsWith(asset.hashedName());
        context.response()
                .putHeader(HttpHeaders.CACHE_CONTROL, byHash ? "public, max-age=31536000, immutable" : "no-cache")
                .putHeader(HttpHeaders.ETAG, etag)
                .putHeader(HttpHeaders.CONTENT_TYPE, asset.type());
        if (etag.equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            context.response().setStatusCode(304);
            Reply.finish(context, context.response().end());
        } else {
            Reply.finish(context, context.response().end(asset.bytes()));
        }
    }

    private static Asset read(String name, String type) {
        try (InputStream in = Assets.class.getResourceAsStream("webroot/static/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + name);
            }
            byte[] bytes = in.readAllBytes();
            return new Asset(
                    name, type, Buffer.buffer(bytes), Sha256.hexOf(bytes).substring(0, 16));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
