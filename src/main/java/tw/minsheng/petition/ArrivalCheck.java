package tw.minsheng.petition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tw.minsheng.kernel.Fault;

/** Checks what stands beside a petition: its meeting, its former case, and how staff made the record of it (行政程序法 169). */
final class ArrivalCheck {

    /** How the petitioner stood by the record; a refusal to sign is written down as one. */
    private static final Set<String> SIGNATURES = Set.of("signed", "sealed", "refused");

    private static final int MOST_LETTERS = 2_000;
    private static final int MOST_OF_A_NAME = 120;
    /** Of what lies longer, the clock would have run out before it was keyed in. */
    private static final int MOST_DAYS = 366;

    private final Sent sent;
    private final LocalDateTime now;
    private final List<Fault> faults = new ArrayList<>();

    private ArrivalCheck(Sent sent, LocalDateTime now) {
        this.sent = sent;
        this.now = now;
    }

    /**
     * @param received when it came in, to the minute
     * @param record what is kept with the first event
     */
    record Arrival(Origin origin, LocalDateTime received, Map<String, String> record, List<Fault> faults) {}

    /** @param now time of the place, to the minute */
    static Arrival of(Sent sent, LocalDateTime now) {
        return new ArrivalCheck(sent, now).arrival();
    }

    private Arrival arrival() {
        Map<String, String> record = new LinkedHashMap<>();
        if (sent.channel() == Channel.ORAL) {
            oral(record);
        }
        Origin origin = new Origin(meeting(), day(), former());
        return new Arrival(origin, received(), Map.copyOf(record), List.copyOf(faults));
    }

    private void oral(Map<String, String> record) {
        if (!sent.get("read_back").equals("true")) {
            fault("read_back", "keyed.read_back");
        }
        if (!SIGNATURES.contains(sent.get("signed"))) {
            fault("signed", "keyed.signed");
        }
        if (sent.get("correction").length() > MOST_LETTERS) {
            faults.add(new Fault("correction", "case.text_long", Map.of("most", Integer.toString(MOST_LETTERS))));
        }
        record.put("read_back", "true");
        record.put("signed", sent.get("signed"));
        record.put("correction", sent.get("correction"));
    }

    private String meeting() {
        if (sent.channel() != Channel.MEETING) {
            return "";
        }
        String name = sent.get("meeting");
        if (name.isEmpty()) {
            fault("meeting", "keyed.meeting");
        } else if (name.length() > MOST_OF_A_NAME) {
            faults.add(new Fault("meeting", "case.text_long", Map.of("most", Integer.toString(MOST_OF_A_NAME))));
        }
        return name;
    }

    private String day() {
        if (sent.channel() != Channel.MEETING) {
            return "";
        }
        try {
            LocalDate day = LocalDate.parse(sent.get("day"));
            if (!day.isAfter(now.toLocalDate())) {
                return day.toString();
            }
        } catch (DateTimeException noDay) {
            // said below, like a day to come
        }
        fault("day", "keyed.day");
        return "";
    }

    private String former() {
        String typed = sent.get("former");
        if (typed.isEmpty()) {
            return "";
        }
        return CaseNumber.typed(typed).map(CaseNumber::text).orElseGet(() -> {
            fault("former", "petition.former");
            return "";
        });
    }

    /** A letter lay in the box over night: the stamp counts, not the keyboard. */
    private LocalDateTime received() {
        String typed = sent.get("received");
        if (typed.isEmpty()) {
            return now;
        }
        try {
            LocalDateTime at = LocalDateTime.parse(typed).truncatedTo(ChronoUnit.MINUTES);
            if (!at.isAfter(now) && at.isAfter(now.minusDays(MOST_DAYS))) {
                return at;
            }
        } catch (DateTimeException noTime) {
            // said below, like a time to come
        }
        fault("received", "keyed.received");
        return now;
    }

    private void fault(String field, String code) {
        faults.add(Fault.of(field, code));
    }
}
