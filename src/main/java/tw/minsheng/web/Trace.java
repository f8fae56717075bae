package tw.minsheng.web;

/** What of a failure may be logged: classes and places in the code, never its words, which may carry an answer. */
final class Trace {

    private static final int FRAMES = 12;

    private Trace() {}

    static String of(Throwable failure) {
        StringBuilder trace = new StringBuilder();
        Throwable each = failure;
        for (int depth = 0; each != null && depth < 4; depth++) {
            trace.append(depth == 0 ? "" : " caused by ").append(each.getClass().getName());
            StackTraceElement[] frames = each.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                trace.append(i == 0 ? " at " : " < ").append(frames[i]);
            }
            each = each.getCause();
        }
        return trace.toString();
    }
}
