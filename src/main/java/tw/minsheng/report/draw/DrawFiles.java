package tw.minsheng.report.draw;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tw.minsheng.dataset.frame.DrawPlan;
import tw.minsheng.dataset.frame.DrawnSample;
import tw.minsheng.dataset.frame.FrameColumns;
import tw.minsheng.dataset.frame.SamplingFrame;
import tw.minsheng.format.JsonWriter;

/**
 * {@code selected.csv}, a file of answers that has only its design yet, and {@code audit.json} (DR4). Nothing in them but what was
 * given: a second run gives the same bytes, in any folder, language and time zone.
 *
 * @param by who draws, as it stands in the record
 * @param on day of the draw, as it stands in the record
 */
public record DrawFiles(
        FrameColumns columns,
        SamplingFrame frame,
        DrawPlan plan,
        DrawnSample sample,
        Optional<String> by,
        Optional<String> on) {

    /** Changes with what a seed draws. */
    private static final int VERSION = 1;

    /**
     * A row of the list.
     *
     * @param group its stratum or cluster, "" where there is none
     * @param weight 1/π
     * @param start the first visitor who is asked in it, 0 where nobody is asked in units
     */
    public record Selected(String id, String group, double weight, int start) {}

    /** Writes {@code selected.csv} row by row, and leaves the stream open. */
    public void selected(OutputStream out) throws IOException {
        SelectedCsv csv = new SelectedCsv(out, columns.id(), group(), plan.interval() > 0);
        for (Selected row : rows()) {
            csv.add(row);
        }
        csv.flush();
    }

    /** The list in the order of its rows. */
    public List<Selected> rows() {
        return sample.units().stream()
                .map(unit -> new Selected(unit.id(), unit.group(), unit.weight(), unit.start()))
                .toList();
    }

    /** What the list calls its groups: {@code _stratum} or {@code _psu}; "" where it has none. */
    public String group() {
        return columns.group().isEmpty() ? "" : group(plan.method().name().toLowerCase(Locale.ROOT));
    }

    /** The same for a design by its key. */
    public static String group(String design) {
        return switch (design) {
            case "stratified" -> "_stratum";
            case "cluster" -> "_psu";
            default -> "";
        };
    }

    /** {@code audit.json}. */
    public byte[] audit() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonWriter json = new JsonWriter(bytes)) {
            audit(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void audit(JsonWriter json) {
        json.startObject()
                .field("algorithm", algorithm())
                .field("algorithm_version", VERSION)
                .field("generator", "SplitMix64")
                .field("design", plan.method().name().toLowerCase(Locale.ROOT))
                .field("seed", Long.toString(plan.seed()));
        json.name("u");
        if (sample.start().isPresent()) {
            json.number(sample.start().getAsDouble());
        } else {
            json.nothing();
        }
        json.field("size", plan.size());
        if (plan.interval() > 0) {
            json.field("interval", plan.interval());
        }
        frame(json);
        strata(json);
        json.name("selected")
                .startObject()
                .field("rows", sample.units().size())
                .field("sha256", sample.sha256())
                .field("sha256_of", "ids in order, each followed by LF, UTF-8");
        if (plan.interval() > 0) {
            json.field("starts_sha256", sample.startsSha256())
                    .field("starts_sha256_of", "id,start in order, each followed by LF, UTF-8");
        }
        json.end();
        optional(json, "by", by);
        optional(json, "on", on);
        json.end();
    }

    private String algorithm() {
        return switch (plan.method()) {
            case SRS -> "smallest_64_bit_numbers";
            case STRATIFIED -> "smallest_64_bit_numbers_in_each_stratum";
            case CLUSTER -> "smallest_64_bit_numbers_of_clusters";
            case SYSTEMATIC -> "fractional_interval";
            case PPS -> "systematic_proportional_to_size";
        };
    }

    private void frame(JsonWriter json) {
        json.name("frame").startObject().field("sha256", frame.sha256()).field("rows", frame.size());
        json.field("id", columns.id()).field("sort", "id by code point");
        optional(json, plan.method() == DrawPlan.Method.CLUSTER ? "cluster" : "strata", columns.group());
        optional(json, "measure", columns.measure());
        json.end();
    }

    private void strata(JsonWriter json) {
        if (sample.strata().isEmpty()) {
            return;
        }
        json.field("allocation", plan.share().name().toLowerCase(Locale.ROOT));
        if (plan.least() > 0) {
            json.field("least", plan.least());
        }
        json.name("strata").startArray();
        for (DrawnSample.Stratum stratum : sample.strata()) {
            json.startObject()
                    .field("stratum", stratum.name())
                    .field("rows", stratum.size())
                    .field("drawn", stratum.drawn())
                    .field("take_all", stratum.takenWhole())
                    .end();
        }
        json.end();
    }

    private static void optional(JsonWriter json, String name, Optional<String> value) {
        json.name(name);
        value.ifPresentOrElse(json::text, json::nothing);
    }
}
