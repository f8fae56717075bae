package tw.minsheng.notify;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.concurrent.TimeUnit;

/** Mail over SMTP, one message at a time, plain text. */
public final class MailCarrier implements Carrier {

    private static final int CONNECT_MS = 10_000;
    private static final int IDLE_SECONDS = 90;

    private final MailClient client;
    private final String from;
    private final String domain;

    public MailCarrier(Vertx vertx, MailServer server) {
        this.client = MailClient.create(vertx, config(server));
        this.from = server.from();
        this.domain = from.substring(from.indexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
    }

    private static MailConfig config(MailServer server) {
        MailConfig config = new MailConfig(server.host(), server.port())
                .setStarttls(
                        server.security() == MailServer.Security.STARTTLS
                                ? StartTLSOptions.REQUIRED
                                : StartTLSOptions.DISABLED)
                .setSsl(server.security() == MailServer.Security.TLS)
                .setHostnameVerificationAlgorithm("HTTPS")
                .setMaxPoolSize(1)
                .setConnectTimeout(CONNECT_MS)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setLogin(server.user().isEmpty() ? LoginOption.NONE : LoginOption.REQUIRED);
        return server.user().isEmpty()
                ? config
                : config.setUsername(server.user()).setPassword(server.password());
    }

    @Override
    public Future<String> carry(Message message) {
        String id = "<" + message.id() + "@" + domain + ">";
        MailMessage mail = new MailMessage()
                .setFrom(from)
                .setTo(message.to())
                .setSubject(message.wording().subject())
                .setText(message.wording().text())
                .addHeader("Message-ID", id)
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("Content-Language", message.language().tag());
        return client.sendMail(mail).map(id).recover(failure -> Future.failedFuture(told(failure)));
    }

    private static Undelivered told(Throwable failure) {
        if (failure instanceof SMTPException answer) {
            String said = answer.getReplyCode() + " " + String.join(" ", answer.getReplyMessages());
            return new Undelivered(trouble(answer.getReplyCode()), said, failure);
        }
        return new Undelivered(Trouble.AWAY, String.valueOf(failure.getMessage()), failure);
    }

    /** By RFC 5321, 4.2.3: only what is said of one recipient is final; a wrong password would refuse everybody. */
    static Trouble trouble(int code) {
        return switch (code) {
            case 501, 550, 551, 553 -> Trouble.REFUSED;
            case 421, 454, 530, 534, 535, 538 -> Trouble.AWAY;
            default -> Trouble.NOT_NOW;
        };
    }
}
