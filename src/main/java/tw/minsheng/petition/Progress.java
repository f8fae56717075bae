package tw.minsheng.petition;

import java.util.List;
import tw.minsheng.petition.deadline.Deadline;

/**
 * What a petitioner sees of her case.
 *
 * @param events those that are shown to her, the first one first
 */
public record Progress(CaseFile file, List<CaseEvent> events, Deadline deadline) {

    public Progress {
        events = List.copyOf(events);
    }
}
