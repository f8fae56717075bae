package tw.minsheng.notify;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** A mail server of its own for a test, that can be away for a while and tells what it got. */
public final class PostOffice implements AutoCloseable {

    private final int port;
    private final AtomicReference<GreenMail> open = new AtomicReference<>();

    /** It takes no mail before {@link #open}. */
    public PostOffice() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes mail of everybody to everybody. */
    public PostOffice open() {
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        open.set(server);
        return this;
    }

    public MailServer address() {
        return new MailServer("127.0.0.1", port, MailServer.Security.PLAIN, "", "", "notice@example.org");
    }

    /** What it took so far, the first in front. */
    public List<MimeMessage> taken() {
        GreenMail server = open.get();
        return server == null ? List.of() : Arrays.asList(server.getReceivedMessages());
    }

    /** The message ids of what it took. */
    public List<String> ids() {
        return taken().stream().map(mail -> header(mail, "Message-ID")).toList();
    }

    public static String header(MimeMessage mail, String name) {
        try {
            String[] values = mail.getHeader(name);
            return values == null ? "" : String.join(" | ", values);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of a plain text. */
    public static String text(MimeMessage mail) {
        try {
            return String.valueOf(mail.getContent()).replace("\r\n", "\n");
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        GreenMail server = open.getAndSet(null);
        if (server != null) {
            server.stop();
        }
    }
}
