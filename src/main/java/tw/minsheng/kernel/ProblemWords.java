package tw.minsheng.kernel;

import java.util.List;
import java.util.Map;

/**
 * The words of problems and faults, looked up in the messages of all rooms: a code is a message key of the room that
 * raises it. Immutable.
 */
public final class ProblemWords {

    private final List<Texts> rooms;

    /** @param rooms in the order in which they are asked */
    public ProblemWords(List<Texts> rooms) {
        this.rooms = List.copyOf(rooms);
    }

    /** The words of a problem, without its faults; the bare code when no room has words for it. */
    public String of(Language language, Problem problem) {
        return text(language, problem.code(), problem.args());
    }

    /** The words of one fault. */
    public String of(Language language, Fault fault) {
        return text(language, fault.code(), fault.args());
    }

    /** Whether any room has words for this code. */
    public boolean has(String code) {
        return rooms.stream().anyMatch(room -> room.has(code));
    }

    private String text(Language language, String code, Map<String, String> args) {
        return rooms.stream()
                .filter(room -> room.has(code))
                .findFirst()
                .map(room -> room.text(language, code, args))
                .orElseGet(() -> args.isEmpty() ? code : code + " " + args);
    }
}
