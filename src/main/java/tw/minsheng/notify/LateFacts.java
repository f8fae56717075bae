package tw.minsheng.notify;

import java.util.Map;

/** Facts that are known only when a notice goes out, because they are written down nowhere: links and codes. */
@FunctionalInterface
public interface LateFacts {

    /** By name; they stand in the message and not in the log of it. */
    Map<String, String> of(Notice notice);
}
