package tw.minsheng.panel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.kernel.Fault;

/**
 * What a person decided about an item, and why. Nothing of it is changed afterwards: a later one counts in its place.
 *
 * @param version of the survey that was looked at
 * @param stand the round of the panel, or the code of the wave, behind the set of answers where those are not live; "" for all waves
 * @param proposal what the rules proposed, "" when they proposed nothing
 * @param rules that led to the proposal
 * @param actor account of the person
 */
public record ItemDecision(
        String survey,
        String version,
        Basis basis,
        String stand,
        String item,
        String proposal,
        List<String> rules,
        Choice choice,
        String reason,
        String actor,
        Instant at) {

    private static final int MOST_LETTERS = 1_000;
    /** Answers that count; decisions about them stand under the wave alone. */
    private static final String LIVE = "live";

    private static final char SEPARATOR = '/';

    /** On what it rests. */
    public enum Basis {
        /** what experts said */
        PANEL,
        /** 項目分析 of answers */
        ANALYSIS;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** 保留, 修正, 刪除. */
    public enum Choice {
        KEEP,
        REVISE,
        DELETE;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Choice> of(String key) {
            for (Choice each : values()) {
                if (each.key().equals(key)) {
                    return Optional.of(each);
                }
            }
            return Optional.empty();
        }
    }

    public ItemDecision {
        rules = List.copyOf(rules);
    }

    /**
     * What a decision about a wave stands under.
     *
     * @param set code of the set of answers
     */
    public static String stand(String set, String wave) {
        return set.equals(LIVE) ? wave : set + SEPARATOR + wave;
    }

    /** The same as it stands under its wave; empty when it is about another set of answers. */
    Optional<ItemDecision> ofSet(String set) {
        if (basis == Basis.PANEL) {
            return Optional.of(this);
        }
        int at = stand.indexOf(SEPARATOR);
        String own = at < 0 ? LIVE : stand.substring(0, at);
        return own.equals(set)
                ? Optional.of(new ItemDecision(
                        survey,
                        version,
                        basis,
                        stand.substring(at + 1),
                        item,
                        proposal,
                        rules,
                        choice,
                        reason,
                        actor,
                        this.at))
                : Optional.empty();
    }

    /** The reason in one line, as a sentence or a table has it. */
    public String line() {
        return Sheet.line(reason);
    }

    /** What is missing or too long; nobody decides without a reason. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (reason.isBlank()) {
            faults.add(Fault.of("reason", "panel.fault.reason"));
        }
        if (reason.length() > MOST_LETTERS) {
            faults.add(new Fault(
                    "reason",
                    "panel.fault.reason_long",
                    Map.of("max", Integer.toString(MOST_LETTERS), "n", Integer.toString(reason.length()))));
        }
        return faults;
    }
}
