package tw.minsheng.web;

import java.util.Locale;

/** How large a file is, as people say it. */
public final class FileSize {

    private static final long KILO = 1_024;
    private static final long MEGA = KILO * KILO;

    private FileSize() {}

    /** Rounded up, so that nothing is 0 KB. */
    public static String of(long bytes) {
        return bytes < MEGA
                ? (bytes + KILO - 1) / KILO + " KB"
                : String.format(Locale.ROOT, "%.1f MB", (double) bytes / MEGA);
    }
}
