package tw.minsheng.invite;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tw.minsheng.format.Node;
import tw.minsheng.format.Yaml;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.Outcome;

/** {@code after-closing.yaml} beside the surveys: who is asked after a case was closed, and when. */
public final class AfterClosingFile {

    public static final String NAME = "after-closing.yaml";

    private static final Set<String> KEYS =
            Set.of("survey", "delayDays", "validDays", "reminderDays", "fraction", "fractions", "seed", "since");
    private static final Pattern DAYS = Pattern.compile("[0-9]{1,2}");
    private static final Pattern SHARE = Pattern.compile("1|1\\.0|0?\\.[0-9]{1,6}");
    private static final Pattern SEED = Pattern.compile("[0-9]{1,15}");
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{2,47}");

    private final List<Fault> faults = new ArrayList<>();

    private AfterClosingFile() {}

    /** @throws Problem INVALID {@code invite.faults} with each fault and its line, or what {@link Yaml} refuses */
    public static AfterClosingPlan read(String file, byte[] bytes) {
        AfterClosingFile reader = new AfterClosingFile();
        Node root = Yaml.read(file, bytes);
        root.keys().stream()
                .filter(key -> !KEYS.contains(key))
                .sorted()
                .forEach(key -> reader.fault(root.get(key), "invite.unknown", key));
        AfterClosingPlan plan = new AfterClosingPlan(
                reader.survey(root.get("survey")),
                reader.days(root.get("delayDays"), 3),
                reader.days(root.get("validDays"), 14),
                reader.days(root.get("reminderDays"), 7),
                reader.share(root.get("fraction"), 1),
                reader.shares(root.get("fractions")),
                reader.seed(root.get("seed")),
                reader.since(root.get("since")));
        if (plan.reminderDays() >= plan.validDays()) {
            reader.fault(root.get("reminderDays"), "invite.reminder", Integer.toString(plan.validDays()));
        }
        if (!reader.faults.isEmpty()) {
            throw new Problem(Problem.Kind.INVALID, "invite.faults", Map.of("file", file), reader.faults);
        }
        return plan;
    }

    private String survey(Node node) {
        if (!ID.matcher(node.text()).matches()) {
            fault(node, "invite.survey", node.text());
        }
        return node.text();
    }

    private int days(Node node, int usual) {
        if (!node.isGiven()) {
            return usual;
        }
        if (!DAYS.matcher(node.text()).matches()) {
            fault(node, "invite.days", node.text());
            return usual;
        }
        return Integer.parseInt(node.text());
    }

    private double share(Node node, double usual) {
        if (!node.isGiven()) {
            return usual;
        }
        if (!SHARE.matcher(node.text()).matches() || Double.parseDouble(node.text()) <= 0) {
            fault(node, "invite.share", node.text());
            return usual;
        }
        return Double.parseDouble(node.text());
    }

    private Map<Outcome, Double> shares(Node node) {
        Map<Outcome, Double> shares = new EnumMap<>(Outcome.class);
        for (Node.Entry entry : node.entries()) {
            Optional<Outcome> outcome = Outcome.of(entry.key());
            if (outcome.isEmpty()) {
                fault(entry.value(), "invite.outcome", entry.key());
            }
            outcome.ifPresent(found -> shares.put(found, share(entry.value(), 1)));
        }
        return shares;
    }

    private long seed(Node node) {
        if (!SEED.matcher(node.text()).matches()) {
            fault(node, "invite.seed", node.text());
            return 0;
        }
        return Long.parseLong(node.text());
    }

    private LocalDate since(Node node) {
        try {
            return LocalDate.parse(node.text());
        } catch (DateTimeException noDay) {
            fault(node, "invite.since", node.text());
            return LocalDate.MAX;
        }
    }

    private void fault(Node node, String code, String value) {
        String line = Integer.toString(node.mark().line());
        faults.add(new Fault(NAME + ":" + line, code, Map.of("line", line, "value", value)));
    }
}
