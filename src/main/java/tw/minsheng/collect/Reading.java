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
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        faults = List.copyOf(faults);
    }

    static Reading of(String id, Answer answer) {
        return new Reading(Map.of(id, answer), List.of());
    }

    static Reading wrong(String place, String code) {
        return new Reading(Map.of(), List.of(Fault.of(place, code)));
    }

    static Reading all(List<Reading> readings) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        List<Fault> faults = new ArrayList<>();
        for (Reading reading : readings) {
            answers.putAll(reading.answers());
            faults.addAll(reading.faults());
        }
        return new Reading(answers, faults);
    }
}
