package tw.minsheng.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Problem.Kind;

/**
 * Where a PostgreSQL database is reached, and as whom.
 *
 * @param host name or address, IPv6 without brackets
 * @param password "" when the server asks for none
 */
public record DatabaseAddress(String host, int port, String database, String user, String password) {

    private static final int STANDARD_PORT = 5432;

    /**
     * Reads {@code postgresql://USER@HOST:PORT/DB}.
     *
     * @throws Problem {@code database.bad_url} when it is none, {@code database.password_in_url} when a password stands
     *     in it: command lines are seen by every user of the machine
     */
    public static DatabaseAddress parse(String url, String password) {
        URI uri = uri(url);
        String user = uri.getUserInfo();
        String host = uri.getHost();
        String path = uri.getPath();
        boolean known = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
        if (!known || user == null || host == null || path == null || path.length() < 2 || path.indexOf('/', 1) > 0) {
            throw badUrl(withoutUser(url));
        }
        if (user.contains(":")) {
            throw Problem.of(Kind.BAD_REQUEST, "database.password_in_url");
        }
        String plainHost = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        int port = uri.getPort() < 0 ? STANDARD_PORT : uri.getPort();
        return new DatabaseAddress(plainHost, port, path.substring(1), user, password);
    }

    /** The same server and person, another database. */
    public DatabaseAddress withDatabase(String other) {
        return new DatabaseAddress(host, port, other, user, password);
    }

    /** For people and logs: without the password. */
    @Override
    public String toString() {
        return "postgresql://" + user + "@" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/"
                + database;
    }

    private static URI uri(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw badUrl(withoutUser(url));
        }
    }

    private static String withoutUser(String url) {
        return url.replaceAll("//[^@/]*@", "//…@");
    }

    private static Problem badUrl(String url) {
        return Problem.of(Kind.BAD_REQUEST, "database.bad_url", Map.of("url", url));
    }
}
