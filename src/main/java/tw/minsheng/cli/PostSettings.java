package tw.minsheng.cli;

/**
 * How petitioners are told; documented in {@code docs/notices.md}.
 *
 * @param smtp address of the mail server, {@code smtp://USER@HOST:PORT} (STARTTLS), {@code smtps://} (TLS) or
 *     {@code smtp+plain://} (neither), "" for none: then mail waits
 * @param smtpPassword only from the environment
 * @param mailFrom address from which notices come
 * @param sms address of the gateway for text messages, "" for none
 * @param smsToken for the gateway, only from the environment
 * @param confirmDays how long a petitioner may take to confirm by mail or telephone
 */
public record PostSettings(
        String smtp, String smtpPassword, String mailFrom, String sms, String smsToken, int confirmDays) {

    /** Without the secrets. */
    @Override
    public String toString() {
        return "PostSettings[" + smtp + ", from " + mailFrom + ", sms " + sms + "]";
    }
}
