package tw.minsheng.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import tw.minsheng.panel.Evidence;

/**
 * What is known only after the fieldwork and is not data; every text is "" when it was not given.
 *
 * @param conductor who carried out the survey
 * @param principal 主持人: name and post of the person in charge
 * @param funding 經費來源; 「未另編經費」 is an answer, blank is none
 * @param texts section of the report (for example {@code 2.7}) → words of the agency that are added there
 * @param standards limits printed beside numbers; a setting of the installation
 * @param judged what experts said and what was decided about items, as far as the server keeps it
 */
public record Facts(
        String conductor,
        String principal,
        String contractor,
        Fieldwork fieldwork,
        String funding,
        Dispositions dispositions,
        Map<String, String> texts,
        NoActions noActions,
        Approval approved,
        Standards standards,
        Judged judged,
        Drawn drawn) {

    /** Nothing is known: the report stays a draft. */
    public static final Facts NONE =
            new Facts("", "", "", Fieldwork.NONE, "", Dispositions.NONE, Map.of(), NoActions.NONE, Approval.NONE);

    /** With the usual standards. */
    public Facts(
            String conductor,
            String principal,
            String contractor,
            Fieldwork fieldwork,
            String funding,
            Dispositions dispositions,
            Map<String, String> texts,
            NoActions noActions,
            Approval approved) {
        this(
                conductor,
                principal,
                contractor,
                fieldwork,
                funding,
                dispositions,
                texts,
                noActions,
                approved,
                StandardsFile.usual(),
                Judged.NONE,
                Drawn.NONE);
    }

    /** First and last day in the field. */
    public record Fieldwork(LocalDate from, LocalDate to) {
        public static final Fieldwork NONE = new Fieldwork(LocalDate.EPOCH, LocalDate.EPOCH);

        public boolean isGiven() {
            return !equals(NONE);
        }
    }

    /** AAPOR final dispositions: complete, partial, refusal, no contact, other, unknown (household, other), not eligible. */
    public record Dispositions(long i, long p, long r, long nc, long o, long uh, long uo, long ne) {
        public static final Dispositions NONE = new Dispositions(0, 0, 0, 0, 0, 0, 0, 0);

        /** @param contacts how many ended so, by the code of AAPOR: {@code I}, {@code P}, {@code R}, {@code NC}, {@code O} … */
        public static Dispositions of(ToLongFunction<String> contacts) {
            return new Dispositions(
                    contacts.applyAsLong("I"),
                    contacts.applyAsLong("P"),
                    contacts.applyAsLong("R"),
                    contacts.applyAsLong("NC"),
                    contacts.applyAsLong("O"),
                    contacts.applyAsLong("UH"),
                    contacts.applyAsLong("UO"),
                    contacts.applyAsLong("NE"));
        }

        public boolean isGiven() {
            return !equals(NONE);
        }

        /** All of them. */
        public long contacts() {
            return i + p + r + nc + o + uh + uo + ne;
        }
    }

    /**
     * How many people were drawn in each stratum.
     *
     * @param allocation how the strata shared them, by the key of the command line: {@code equal} …
     * @param strata code → people
     */
    public record Drawn(String allocation, Map<String, Long> strata) {
        public static final Drawn NONE = new Drawn("", Map.of());

        public Drawn {
            strata = Map.copyOf(strata);
        }

        public boolean isGiven() {
            return !strata.isEmpty();
        }
    }

    /** Why there are no improvement actions, signed by the owner. */
    public record NoActions(String reason, String signedBy) {
        public static final NoActions NONE = new NoActions("", "");

        public boolean isGiven() {
            return !reason.isEmpty();
        }
    }

    /** Who approved the report, and when. */
    public record Approval(String by, LocalDate on) {
        public static final Approval NONE = new Approval("", LocalDate.EPOCH);

        public boolean isGiven() {
            return !by.isEmpty();
        }
    }

    /**
     * What experts said about the items, and what was decided about them.
     *
     * @param zone in which days are told
     */
    public record Judged(Evidence evidence, ZoneId zone) {
        public static final Judged NONE = new Judged(Evidence.none(""), ZoneOffset.UTC);
    }

    public Facts {
        texts = Map.copyOf(texts);
    }

    /** The same beside other limits. */
    public Facts with(Standards others) {
        return with(others, judged);
    }

    /** The same beside what experts said and people decided. */
    public Facts with(Judged other) {
        return with(standards, other);
    }

    /** The same with the text of a section, where the facts have none. */
    public Facts withText(String section, String text) {
        Map<String, String> all = new HashMap<>(texts);
        all.putIfAbsent(section, text);
        return new Facts(
                conductor,
                principal,
                contractor,
                fieldwork,
                funding,
                dispositions,
                all,
                noActions,
                approved,
                standards,
                judged,
                drawn);
    }

    /** The same with how contacts ended, where the facts do not say it themselves. */
    public Facts with(Dispositions counted) {
        return dispositions.isGiven()
                ? this
                : new Facts(
                        conductor,
                        principal,
                        contractor,
                        fieldwork,
                        funding,
                        counted,
                        texts,
                        noActions,
                        approved,
                        standards,
                        judged,
                        drawn);
    }

    private Facts with(Standards limits, Judged said) {
        return new Facts(
                conductor,
                principal,
                contractor,
                fieldwork,
                funding,
                dispositions,
                texts,
                noActions,
                approved,
                limits,
                said,
                drawn);
    }

    /** The same with how many were drawn in each stratum. */
    public Facts with(Drawn counted) {
        return new Facts(
                conductor,
                principal,
                contractor,
                fieldwork,
                funding,
                dispositions,
                texts,
                noActions,
                approved,
                standards,
                judged,
                counted);
    }

    /** The agency's own words for a section, "" for none. */
    public String text(String section) {
        return texts.getOrDefault(section, "");
    }
}
