package tw.minsheng.petition;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Who held a case before a step, kept with its event so that the last step can be taken back. */
final class Former {

    private static final String UNIT = "was_unit";
    private static final String HANDLER = "was_handler";
    private static final Set<String> STEPS = Set.of("assign", "start");

    private Former() {}

    static Map<String, String> of(CaseFile file, Map<String, String> details) {
        Map<String, String> all = new HashMap<>(details);
        all.put(UNIT, file.unit());
        all.put(HANDLER, file.handler());
        return all;
    }

    /** Whether an event may be taken back: nothing was closed, nobody was told, and it says what was before. */
    static boolean isThere(CaseEvent event) {
        boolean note = event.what().equals("note") && event.told().isEmpty();
        return note || (STEPS.contains(event.what()) && event.details().containsKey(UNIT));
    }

    /** The unit that held the case before, "" for nobody. */
    static String unit(CaseEvent event) {
        return event.details().getOrDefault(UNIT, "");
    }

    static void restore(CaseEdit edit, CaseEvent event) {
        edit.state = event.from();
        edit.unit = event.details().getOrDefault(UNIT, edit.unit);
        edit.handler = event.details().getOrDefault(HANDLER, edit.handler);
    }
}
