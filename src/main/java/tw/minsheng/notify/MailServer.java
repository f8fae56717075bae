package tw.minsheng.notify;

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
        STARTTLS,
        /** TLS from the start */
        TLS,
        /** none: only for a server on the same machine or net */
        PLAIN
    }

    /** Without the password. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
