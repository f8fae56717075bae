package tw.minsheng.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import tw.minsheng.dataset.frame.DrawPlan;
import tw.minsheng.dataset.frame.DrawnSample;
import tw.minsheng.dataset.frame.FrameColumns;
import tw.minsheng.dataset.frame.SamplingFrame;
import tw.minsheng.format.CsvWriter;
import tw.minsheng.format.JsonWriter;

/**
 * {@code selected.csv}, a file of answers that has only its design yet, and {@code audit.json} (DR4). Nothing in them but what was
 * given: a second run gives the same bytes, in any folder, language and time zone.
 */
record DrawFiles(
        FrameColumns columns,
        SamplingFrame frame,
        DrawPlan plan,
        DrawnSample sample,
        Optional<String> by,
        Optional<String> on) {

    /** Changes with what a seed draws. */
    private static final int VERSION = 1;

    void write(Path folder) throws IOException {
        try (CsvWriter csv =
                new CsvWriter(new BufferedOutputStream(Files.newOutputStream(folder.resolve("selected.csv"))))) {
            selected(csv);
        }
        try (JsonWriter json =
                new JsonWriter(new BufferedOutputStream(Files.newOutputStream(folder.resolve("audit.json"))))) {
            audit(json);
        }
    }

    private void selected(CsvWriter csv) {
        boolean stratified = plan.method() == DrawPlan.Method.STRATIFIED;
        boolean grouped = columns.group().isPresent();
        csv.text(columns.id());
        if (grouped) {
            csv.text(stratified ? "_stratum" : "_psu");
        }
        csv.text("_weight").endRow();
        for (DrawnSample.Unit unit : sample.units()) {
            csv.text(unit.id());
            if (grouped) {
                csv.text(unit.group());
            }
            csv.number(unit.weight()).endRow();
        }
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
        frame(json);
        strata(json);
        json.name("selected")
                .startObject()
                .field("rows", sample.units().size())
                .field("sha256", sample.sha256())
                .field("sha256_of", "ids in order, each followed by LF, UTF-8")
                .end();
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
