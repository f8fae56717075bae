package tw.minsheng.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A network in front of a database that can start to swallow everything, as a firewall does that lost its state: what
 * was connected then stays silent for ever, even after the hole is closed.
 */
final class BlackHole implements AutoCloseable {

    private final DatabaseAddress behind;
    private final ServerSocket door;
    private final AtomicBoolean open = new AtomicBoolean();
    private final AtomicInteger age = new AtomicInteger();

    private BlackHole(DatabaseAddress behind, ServerSocket door) {
        this.behind = behind;
        this.door = door;
    }

    static BlackHole before(DatabaseAddress behind) throws IOException {
        BlackHole hole = new BlackHole(behind, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        start(hole::accept);
        return hole;
    }

    DatabaseAddress address() {
        return new DatabaseAddress(
                "127.0.0.1", door.getLocalPort(), behind.database(), behind.user(), behind.password());
    }

    void open() {
        age.incrementAndGet();
        open.set(true);
    }

    /** New connections pass again; the old ones stay dead. */
    void shut() {
        age.incrementAndGet();
        open.set(false);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void accept() throws IOException {
        while (true) {
            Socket caller = door.accept();
            Socket server = new Socket(behind.host(), behind.port());
            int born = age.get();
            start(() -> carry(born, caller.getInputStream(), server.getOutputStream()));
            start(() -> carry(born, server.getInputStream(), caller.getOutputStream()));
        }
    }

    private void carry(int born, InputStream from, OutputStream to) throws IOException {
        byte[] bytes = new byte[8192];
        for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
            if (!open.get() && born == age.get()) {
                to.write(bytes, 0, read);
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                Thread.currentThread().interrupt(); // the connection or the door was closed
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
