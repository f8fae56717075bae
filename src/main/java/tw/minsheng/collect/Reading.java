package tw.minsheng.collect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tw.minsheng.kernel.Fault;
import tw.minsheng.survey.Answer;

/**
 * What could be made of something that was sent.
 *
 * @param answers what could be read, valid or not by the survey's rules
 * @param faults what could not be read
 */
record Reading(Map<String, Answer> answers, List<Fault> faults) {

    static final Reading NOTHING = new Reading(Map.of(), List.of());

    Reading {
        answers = answers.size() < 2 ? Map.copyOf(answers) : Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        faults = List.copyOf(faults);
    }

    static Reading of(String id, Answer answer) {
        return new Reading(Map.of(id, answer), List.of());
    }

    /** What was read of several things, one after the other. */
    static final class Several {

        private final Map<String, Answer> answers = new LinkedHashMap<>();
        private final List<Fault> faults = new ArrayList<>();

        void answer(String id, Answer answer) {
            answers.put(id, answer);
        }

        void wrong(String place, String code) {
            faults.add(Fault.of(place, code));
        }

        void add(Reading reading) {
            answers.putAll(reading.answers());
            faults.addAll(reading.faults());
        }

        Reading all() {
            return new Reading(answers, faults);
        }
    }

    static Reading wrong(String place, String code) {
        return new Reading(Map.of(), List.of(Fault.of(place, code)));
    }

    static Reading all(List<Reading> readings) {
        Several several = new Several();
        readings.forEach(several::add);
        return several.all();
    }
}
