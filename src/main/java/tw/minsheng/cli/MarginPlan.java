package tw.minsheng.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tw.minsheng.dataset.weights.FittedWeights;
import tw.minsheng.dataset.weights.KnownMargin;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.report.wording.Reasons;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.survey.Weighting;
import tw.minsheng.survey.file.definition.WeightingFile;

/**
 * How a file of answers is to be weighted, as {@code --margins} says.
 *
 * @param file of the plan, for messages
 */
record MarginPlan(String file, WeightingFile.Plan plan) {

    /** @throws Problem with every fault of the file or of a population file beside it */
    static MarginPlan read(Console console, Path file) throws IOException {
        return new MarginPlan(
                file.toString(),
                WeightingFile.read(file.toString(), Input.bytes(console, file), name -> beside(file, name)));
    }

    private static Optional<byte[]> beside(Path plan, String name) {
        try {
            Path path = plan.toAbsolutePath().resolveSibling(name);
            return Files.isRegularFile(path) ? Optional.of(Input.bytes(path)) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    MarginPlan trimmed(double low, double high) {
        return new MarginPlan(file, plan.trimmed(low, high));
    }

    Weighting weighting() {
        return plan.weighting();
    }

    List<KnownMargin> margins() {
        return plan.weighting().margins().stream()
                .map(margin -> new KnownMargin(margin, plan.missing(margin.variable())))
                .toList();
    }

    /**
     * Every reason at once: a clerk who joins one category should not find the next one only then.
     *
     * @throws Problem INVALID {@code weight.refused} when there are no weights
     */
    void refuse(FittedWeights weights, String answers, Language language) {
        if (!weights.refusals().isEmpty()) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "weight.refused",
                    Map.of("file", answers),
                    Stream.concat(weights.refusals().stream().map(why -> fault(why, language)), remedy(weights))
                            .toList());
        }
    }

    private Stream<Fault> remedy(FittedWeights weights) {
        boolean disagree = weights.refusals().stream()
                .anyMatch(why ->
                        why.reason().filter(Reason.MARGINS_DISAGREE::equals).isPresent());
        return disagree ? Stream.of(new Fault(file, "weight.remedy.totals", Map.of())) : remedy();
    }

    /** What can be done where calibration within bounds, or without a negative weight, is not to be had. */
    private Stream<Fault> remedy() {
        return weighting().method().isCalibration()
                ? Stream.of(new Fault(file, "weight.remedy", Map.of()))
                : Stream.empty();
    }

    private Fault fault(Value why, Language language) {
        Map<String, String> args = new HashMap<>(why.reasonArgs());
        args.put("reason", Reasons.in(language, why));
        String code = args.containsKey("variable") ? "weight.reason_of_variable" : "weight.reason";
        return new Fault(file, code, args);
    }
}
