package tw.minsheng.notify;

import java.net.URI;

/**
 * Where mail is handed over.
 *
 * @param user "" when the server asks for no name
 * @param from address from which notices come
 */
public record MailServer(String host, int port, Security security, String user, String password, String from) {

    /** How the way to it is protected. */
    public enum Security {
        /** plain text first, then TLS or nothing */
        STARTTLS(587),
        /** TLS from the start */
        TLS(465),
        /** none: only for a server on the same machine or net */
        PLAIN(25);

        private final int port;

        Security(int port) {
            this.port = port;
        }
    }

    /**
     * A server by its address: {@code smtp://USER@HOST:PORT}, {@code smtps://} or {@code smtp+plain://}.
     *
     * @throws IllegalArgumentException when it is no such address
     */
    public static MailServer at(String address, String password, String from) {
        URI uri = URI.create(address);
        String host = uri.getHost();
        Security security = switch (String.valueOf(uri.getScheme())) {
            case "smtp" -> Security.STARTTLS;
            case "smtps" -> Security.TLS;
            case "smtp+plain" -> Security.PLAIN;
            default -> throw new IllegalArgumentException(address);
        };
        if (host == null) {
            throw new IllegalArgumentException(address);
        }
        String user = uri.getUserInfo() == null ? "" : uri.getUserInfo();
        int port = uri.getPort() < 0 ? security.port : uri.getPort();
        return new MailServer(host, port, security, user, password, from);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
