package tw.minsheng.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import tw.minsheng.petition.attach.Content;

/**
 * A file that comes in, on the disk for as long as its request is answered. It has no name there: the system forgets it with
 * the program, however that ends. For one thread at a time.
 */
public final class Spool implements Content, AutoCloseable {

    private final String field;
    private final String name;
    private final FileChannel channel;
    private final long most;
    private long size;
    private boolean tooLarge;

    /**
     * @param field of the form
     * @param name as it was sent
     * @param most bytes that it may have; of a larger one nothing is kept
     */
    Spool(Path folder, String field, String name, long most) throws IOException {
        this.field = field;
        this.name = name;
        this.most = most;
        this.channel = FileChannel.open(
                folder.resolve(UUID.randomUUID().toString()),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    void write(byte[] bytes, int from, int length) throws IOException {
        if (tooLarge) {
            return;
        }
        if (size + length > most) {
            tooLarge = true;
            size = 0;
            channel.truncate(0);
            return;
        }
        ByteBuffer piece = ByteBuffer.wrap(bytes, from, length);
        while (piece.hasRemaining()) {
            size += channel.write(piece, size);
        }
    }

    String field() {
        return field;
    }

    /** As it was sent; nothing of it may be trusted. */
    public String name() {
        return name;
    }

    /** Whether it was larger than a file may be; then there is nothing to read. */
    public boolean isTooLarge() {
        return tooLarge;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long at, byte[] into, int from, int length) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(into, from, length);
        int done = 0;
        while (rest.hasRemaining()) {
            int count = channel.read(rest, at + done);
            if (count < 0) {
                return done;
            }
            done += count;
        }
        return done;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
