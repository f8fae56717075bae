package tw.minsheng.collect;

import java.util.List;
import tw.minsheng.kernel.Fault;

/** Where a respondent stands after sending something. */
public sealed interface Step {

    /** On this part, with nothing to say about it. */
    record At(Visit visit, Part part) implements Step {}

    /** Everything is answered: look it over, then send it. */
    record Ready(Visit visit) implements Step {}

    /**
     * The part comes back with what was typed.
     *
     * @param changedElsewhere it had been changed on another device meanwhile
     */
    record Again(Visit visit, Part part, List<Fault> faults, boolean changedElsewhere) implements Step {
        public Again {
            faults = List.copyOf(faults);
        }
    }

    /** The whole cannot be sent. */
    record NotYet(Visit visit, List<Fault> faults) implements Step {
        public NotYet {
            faults = List.copyOf(faults);
        }
    }

    /** Finished, now or before. */
    record Done(Surveys.Offer offer, ResumeCode code, Finished finished) implements Step {}
}
