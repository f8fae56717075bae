package tw.minsheng.petition.attach;

import java.io.IOException;

/** The bytes of a file, to be read at any place; never whole in memory. For one thread at a time. */
public interface Content {

    /** Bytes in all. */
    long size();

    /**
     * Reads as much as there is, at most {@code length} bytes.
     *
     * @param at first byte to read, from 0
     * @param from where they go in the array
     * @return how many were read: fewer than asked for only at the end
     */
    int read(long at, byte[] into, int from, int length) throws IOException;
}
