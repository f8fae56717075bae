package tw.minsheng.kernel;

import java.util.List;
import java.util.Map;

/**
 * What went wrong, said once: a stable code (also the message key), values for its words, and the single faults.
 * One place in {@code web} and one in {@code cli} turns it into a page, JSON or an exit code.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What sort of failure it is; decides status and exit code. */
    public enum Kind {
        BAD_REQUEST(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        GONE(410),
        TOO_LARGE(413),
        INVALID(422),
        TOO_MANY(429),
        INTERNAL(500),
        /** the database or another part does not answer */
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status of this kind. */
        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String code;
    private final transient Map<String, String> args;
    private final transient List<Fault> faults;

    public Problem(Kind kind, String code, Map<String, String> args, List<Fault> faults) {
        super(code + (args.isEmpty() ? "" : " " + args) + (faults.isEmpty() ? "" : " " + faults));
        this.kind = kind;
        this.code = code;
        this.args = Map.copyOf(args);
        this.faults = List.copyOf(faults);
    }

    public Problem(Kind kind, String code, Map<String, String> args, Throwable cause) {
        super(code + (args.isEmpty() ? "" : " " + args), cause);
        this.kind = kind;
        this.code = code;
        this.args = Map.copyOf(args);
        this.faults = List.of();
    }

    public static Problem of(Kind kind, String code) {
        return new Problem(kind, code, Map.of(), List.of());
    }

    public static Problem of(Kind kind, String code, Map<String, String> args) {
        return new Problem(kind, code, args, List.of());
    }

    /** The input has faults; each is listed. */
    public static Problem invalid(String code, List<Fault> faults) {
        return new Problem(Kind.INVALID, code, Map.of(), faults);
    }

    /** The same answer for what does not exist and for what the asker may not see. */
    public static Problem notFound(String what, String id) {
        return of(Kind.NOT_FOUND, "not_found", Map.of("what", what, "id", id));
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public Map<String, String> args() {
        return args;
    }

    public List<Fault> faults() {
        return faults;
    }
}
