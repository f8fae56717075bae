package tw.minsheng.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import tw.minsheng.dataset.weights.FittedWeights;
import tw.minsheng.dataset.weights.KnownMargin;
import tw.minsheng.dataset.weights.SampleCells;
import tw.minsheng.dataset.weights.SampleFile;
import tw.minsheng.format.CsvWriter;
import tw.minsheng.format.JsonWriter;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.report.wording.WeightingSentence;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.sampling.Representativeness;
import tw.minsheng.statistics.weighting.WeightReport;
import tw.minsheng.survey.Weighting;

/**
 * {@code weights.csv}, one row for each answer in the order of the file, and {@code weighting.json}, how the weights came about and
 * what they do.
 */
record WeightFiles(String program, Weighting plan, SampleFile.Sample sample, FittedWeights weights) {

    void write(Path folder) throws IOException {
        try (CsvWriter csv =
                new CsvWriter(new BufferedOutputStream(Files.newOutputStream(folder.resolve("weights.csv"))))) {
            rows(csv);
        }
        try (JsonWriter json =
                new JsonWriter(new BufferedOutputStream(Files.newOutputStream(folder.resolve("weighting.json"))))) {
            report(json);
        }
    }

    private List<KnownMargin> margins() {
        return weights.balance().stream().map(FittedWeights.Balance::margin).toList();
    }

    /** {@code normalised} adds up to the number of rows (WT6), {@code _weight} to the population. */
    private void rows(CsvWriter csv) {
        List<KnownMargin> margins = margins();
        SampleCells cells = sample.cells();
        csv.text("row");
        margins.forEach(margin -> csv.text(margin.variable()));
        csv.text("design_weight").text("_weight").text("normalised").endRow();
        double mean = weights.report().sum().number() / cells.rows();
        for (int row = 0; row < cells.rows(); row++) {
            SampleCells.Cell cell = cells.cell(cells.classOf(row));
            csv.number(row + 1);
            for (int m = 0; m < margins.size(); m++) {
                int level = cell.levels().get(m);
                List<String> levels = margins.get(m).levels();
                csv.text(level < levels.size() ? levels.get(level) : "");
            }
            double weight = cell.weight() * weights.weighting().calibration().factor(cells.classOf(row));
            csv.number(cell.weight()).number(weight).number(weight / mean).endRow();
        }
    }

    private void report(JsonWriter json) {
        json.startObject().field("format", "minsheng-weighting/1").field("program", program);
        json.name("data")
                .startObject()
                .field("rows", sample.cells().rows())
                .field("sha256", sample.sha256())
                .field("design_weights", sample.weighted())
                .end();
        json.field("method", plan.method().name().toLowerCase(Locale.ROOT));
        bounds(json);
        json.field("iterations", weights.fitted().iterations()).field("converged", true);
        value(json, "max_margin_error", weights.weighting().maxMarginError());
        value(json, "relative_margin_error", weights.weighting().relativeMarginError());
        margins(json);
        trim(json);
        kish(json, weights.report());
        json.name("representativeness").startArray();
        weights.balance().forEach(each -> balance(json, each));
        json.end();
        sentence(json);
        json.end();
    }

    private void margins(JsonWriter json) {
        json.name("margins").startArray();
        for (KnownMargin margin : margins()) {
            json.startObject()
                    .field("variable", margin.variable())
                    .field("file", margin.declared().population().file())
                    .field("source", margin.declared().source());
            LocalDate asOf = margin.declared().asOf();
            json.name("as_of");
            if (asOf.equals(LocalDate.EPOCH)) {
                json.nothing();
            } else {
                json.text(asOf.toString());
            }
            json.field("total", margin.declared().population().total()).end();
        }
        json.end();
    }

    private void bounds(JsonWriter json) {
        json.name("bounds");
        if (!plan.bounds().isGiven()) {
            json.nothing();
            return;
        }
        json.startObject()
                .field("low", plan.bounds().low())
                .field("high", plan.bounds().high())
                .end();
    }

    private void trim(JsonWriter json) {
        json.name("trim");
        if (!plan.isTrimmed()) {
            json.nothing();
            return;
        }
        json.startObject().field("low", plan.trimLow()).field("high", plan.trimHigh());
        json.field("n_trimmed", weights.trimmed());
        value(json, "max_margin_error_before", weights.fitted().maxMarginError());
        json.end();
    }

    private static void kish(JsonWriter json, WeightReport report) {
        json.name("kish").startObject().field("n", report.n());
        value(json, "sum_w", report.sum());
        value(json, "sum_w2", report.squares());
        value(json, "deff_kish", report.deffKish());
        value(json, "n_eff", report.nEffective());
        value(json, "weighting_efficiency", report.efficiency());
        value(json, "min", report.least());
        value(json, "max", report.greatest());
        value(json, "ratio_max_min", report.ratioGreatestToLeast());
        value(json, "ratio_max_mean", report.ratioGreatestToMean());
        json.end();
        json.name("warnings").startArray();
        report.warnings().forEach(warning -> json.text(warning.code()));
        json.end();
    }

    private void balance(JsonWriter json, FittedWeights.Balance balance) {
        Representativeness before = balance.before();
        Representativeness after = balance.after();
        json.startObject()
                .field("variable", balance.margin().variable())
                .field("n", before.n())
                .field("n_unknown", balance.unknown());
        names(json, before);
        numbers(json, "sample_count", before, Representativeness.Level::count);
        numbers(json, "sample_pct", before, Representativeness.Level::samplePercent);
        numbers(json, "pop_pct", before, Representativeness.Level::populationPercent);
        numbers(json, "diff_pct_points", before, Representativeness.Level::difference);
        value(json, "x2", before.x2());
        json.field("df", before.df());
        value(json, "p", before.p());
        json.field("n_expected_below5", before.expectedBelow5());
        value(json, "max_diff_pct_points", before.maxDifference());
        json.name("after").startObject();
        numbers(json, "sample_pct", after, Representativeness.Level::samplePercent);
        numbers(json, "diff_pct_points", after, Representativeness.Level::difference);
        value(json, "max_diff_pct_points", after.maxDifference());
        value(json, "n_eff", weights.report().nEffective());
        value(json, "max", weights.report().greatest());
        json.name("p").nothing().field("p_reason", "used_in_weighting").end();
        json.end();
    }

    private static void names(JsonWriter json, Representativeness compared) {
        json.name("levels").startArray();
        compared.levels().forEach(level -> json.text(level.name()));
        json.end();
    }

    private static void numbers(
            JsonWriter json,
            String name,
            Representativeness compared,
            ToDoubleFunction<Representativeness.Level> number) {
        json.name(name).startArray();
        compared.levels().forEach(level -> json.number(number.applyAsDouble(level)));
        json.end();
    }

    /** A number, or null with the reason beside it. */
    private static void value(JsonWriter json, String name, Value value) {
        json.name(name);
        value.asOptional().ifPresentOrElse(json::number, json::nothing);
        value.reason().ifPresent(reason -> json.field(name + "_reason", reason.key()));
    }

    private void sentence(JsonWriter json) {
        List<LocalizedText> variables = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        margins().forEach(margin -> {
            variables.add(LocalizedText.of(Language.ZH_TW, margin.variable()));
            sources.add(margin.declared().source());
        });
        WeightingSentence sentence = new WeightingSentence(
                plan.method(),
                plan.bounds(),
                sources,
                variables,
                weights.fitted().iterations(),
                weights.weighting().relativeMarginError().number(),
                weights.trimmed() > 0);
        json.name("sentence")
                .startObject()
                .field("zh-TW", sentence.in(Language.ZH_TW))
                .field("en", sentence.in(Language.EN))
                .end();
    }
}
