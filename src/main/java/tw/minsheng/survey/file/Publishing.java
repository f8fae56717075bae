package tw.minsheng.survey.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.format.JsonWriter;
import tw.minsheng.kernel.Language;
import tw.minsheng.survey.file.definition.Canonical;
import tw.minsheng.survey.file.definition.Difference;
import tw.minsheng.survey.file.definition.Published;
import tw.minsheng.survey.file.lint.Finding;
import tw.minsheng.survey.file.lint.Rule;

/**
 * Publishes a version: exactly the hashed bytes, who did it, when, and for which reasons. A version once published is
 * never written again.
 */
public final class Publishing {

    private final SurveyFolder folder;
    private final CheckedSurvey checked;
    private final Order order;

    /**
     * What the person who publishes says.
     *
     * @param accepted reasons for what the linter only warns of, by rule
     * @param sameMeaning reasons why changed words mean the same, by id
     */
    public record Order(String by, Instant at, Map<Rule, String> accepted, Map<String, String> sameMeaning) {
        public Order {
            accepted = Map.copyOf(accepted);
            sameMeaning = Map.copyOf(sameMeaning);
        }
    }

    /**
     * What came of it.
     *
     * @param refused why nothing was written: every error, and every warning without a reason
     * @param hash of the version, "" when it was refused
     * @param isNew false when exactly this version was already published
     */
    public record Outcome(List<Finding> refused, String version, String hash, boolean isNew) {
        public Outcome {
            refused = List.copyOf(refused);
        }
    }

    private Publishing(SurveyFolder folder, Order order) {
        this.folder = folder;
        this.order = order;
        this.checked = CheckedSurvey.of(
                folder.name(), folder.definition(), folder, order.sameMeaning().keySet());
    }

    /** Publishes the definition of a folder, or says why not. */
    public static Outcome publish(SurveyFolder folder, Order order) {
        return new Publishing(folder, order).publish();
    }

    private Outcome publish() {
        List<Finding> refused = checked.findings().stream()
                .filter(finding -> finding.level() == Rule.Level.ERROR
                        || order.accepted().getOrDefault(finding.rule(), "").isBlank())
                .toList();
        if (!refused.isEmpty()) {
            return new Outcome(refused, "", "", false);
        }
        SurveyVersion version = checked.version();
        List<Published> before = folder.published();
        String number = version.survey().version().toString();
        boolean there = before.stream().anyMatch(each -> each.hash().equals(version.hash()));
        if (!there) {
            byte[] json = version.json().getBytes(StandardCharsets.UTF_8);
            Optional<Published> latest = before.stream().reduce((first, second) -> second);
            folder.write(version.survey().version(), json, meta(version, latest), checked.contents());
        }
        return new Outcome(List.of(), number, version.hash(), !there);
    }

    private byte[] meta(SurveyVersion version, Optional<Published> latest) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter json = new JsonWriter(out)) {
            json.startObject();
            json.field("survey", version.survey().id());
            json.field("version", version.survey().version().toString());
            json.field("hash", version.hash());
            json.field("by", order.by()).field("at", order.at().toString());
            accepted(json);
            json.name("sameMeaning").startArray();
            order.sameMeaning()
                    .forEach((id, reason) -> json.startObject()
                            .field("id", id)
                            .field("reason", reason)
                            .end());
            json.end();
            latest.ifPresent(old -> changes(json, old));
            json.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void accepted(JsonWriter json) {
        json.name("accepted").startArray();
        for (Finding finding : checked.findings()) {
            json.startObject()
                    .field("rule", finding.rule().name())
                    .field("message", finding.words(Language.ZH_TW))
                    .field("reason", order.accepted().getOrDefault(finding.rule(), ""))
                    .end();
        }
        json.end();
    }

    private void changes(JsonWriter json, Published old) {
        Difference difference = Difference.between(
                old.root(),
                Canonical.tree(checked.root(), checked.contents()),
                order.sameMeaning().keySet());
        json.field("from", old.version().toString())
                .field("class", difference.changeClass().word());
        json.name("changes").startArray();
        difference
                .changes()
                .forEach(change -> json.startObject()
                        .field("class", change.changeClass().word())
                        .field("id", change.id())
                        .field("message", change.message(Language.ZH_TW))
                        .end());
        json.end();
    }
}
