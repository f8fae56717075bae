package tw.minsheng.petition;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tw.minsheng.petition.deadline.UnitClock;

/** Reads from the history which unit had a case since when; what was taken back was never so. */
final class Holdings {

    private static final Set<String> ASSIGN = Set.of(Move.ASSIGN.key(), Move.REASSIGN.key());

    private Holdings() {}

    /** In order; before the first assignment, and after a reopening, the unit that had it already, "" for nobody. */
    static List<UnitClock.Assignment> of(CaseFile file, List<CaseEvent> history, ZoneId zone) {
        List<UnitClock.Assignment> all = new ArrayList<>();
        String unit = file.unit();
        LocalDateTime since = file.time().startedAt();
        for (CaseEvent event : history) {
            String what = event.what();
            if (what.equals(Move.REOPEN.key())) {
                String before = all.isEmpty() ? unit : all.get(all.size() - 1).unit();
                all.clear();
                all.add(new UnitClock.Assignment(before, since));
            } else if (ASSIGN.contains(what)) {
                if (all.isEmpty()) {
                    all.add(new UnitClock.Assignment(Former.unit(event), since));
                }
                LocalDateTime at = LocalDateTime.ofInstant(event.act().at(), zone);
                all.add(new UnitClock.Assignment(event.details().getOrDefault("unit", ""), at));
            } else if (what.equals("undo") && ASSIGN.contains(event.details().getOrDefault("undone", ""))) {
                all.remove(all.size() - 1);
            }
        }
        return all.isEmpty() ? List.of(new UnitClock.Assignment(unit, since)) : List.copyOf(all);
    }
}
