package tw.minsheng.survey.file.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tw.minsheng.format.Node;
import tw.minsheng.kernel.Problem;
import tw.minsheng.survey.Population;
import tw.minsheng.survey.file.definition.Neighbours;
import tw.minsheng.survey.file.definition.PopulationFile;

/** L31–L36: the design, the population files, the weights. */
final class SamplingLint implements Lint {

    private static final Set<String> CHOSEN = Set.of("quota", "convenience");
    private static final Set<String> CALIBRATIONS = Set.of("linear", "logit");

    private final Neighbours beside;

    SamplingLint(Neighbours beside) {
        this.beside = beside;
    }

    @Override
    public void check(Outline survey, Findings findings) {
        Node sampling = survey.root().get("sampling");
        String design = survey.design();
        needed(design).stream()
                .filter(key -> !sampling.get(key).isGiven())
                .forEach(key -> findings.add(
                        Rule.L31,
                        sampling.mark(),
                        Map.of("design", Phrase.key("design." + design), "key", Phrase.of(key))));
        if (CHOSEN.contains(design)) {
            findings.add(Rule.L32, sampling.get("design").mark());
        }
        populations(survey, findings);
        Node weighting = survey.root().get("weighting");
        if (isPair(weighting.get("trim")) && !areLimits(weighting.get("trim"))) {
            findings.add(Rule.L36, weighting.get("trim").mark());
        }
        method(survey, findings);
    }

    /** What a method of weighting needs beside it. */
    private static void method(Outline survey, Findings findings) {
        Place place = Place.root(survey.root()).into("weighting");
        Node method = place.node().get("method");
        Node bounds = place.node().get("bounds");
        if (method.text().equals("cell")
                && place.node().get("margins").elements().size() > 1) {
            refuse(place.into("method"), method.text(), "allowed.one_margin", findings);
        }
        if (method.text().equals("logit") && !bounds.isGiven()) {
            refuse(place.into("method"), method.text(), "allowed.with_bounds", findings);
        }
        boolean wrong = !CALIBRATIONS.contains(method.text()) || (isPair(bounds) && !areLimits(bounds));
        if (bounds.isGiven() && wrong) {
            String written = bounds.elements().stream().map(Node::text).collect(Collectors.joining(", ", "[", "]"));
            refuse(place.into("bounds"), written, "allowed.bounds", findings);
        }
    }

    private static void refuse(Place place, String value, String allowed, Findings findings) {
        findings.add(
                Rule.L06,
                place.node().mark(),
                Map.of("place", place.phrase(), "value", Phrase.of(value), "list", Phrase.key(allowed)));
    }

    private static List<String> needed(String design) {
        return switch (design) {
            case "census" -> List.of("frame");
            case "srs", "systematic" -> List.of("frame", "plan");
            case "stratified" -> List.of("frame", "strata", "plan");
            case "cluster" -> List.of("frame", "cluster", "plan");
            case "onsite" -> List.of("frame", "onsite", "plan");
            default -> List.of();
        };
    }

    private void populations(Outline survey, Findings findings) {
        Set<String> done = new HashSet<>();
        Place sampling = Place.root(survey.root()).into("sampling").into("strata");
        population(survey, sampling, "targets", done, findings);
        Place margins = Place.root(survey.root()).into("weighting").into("margins");
        for (int i = 0; i < margins.node().elements().size(); i++) {
            population(survey, margins.into(i), "file", done, findings);
        }
    }

    private void population(Outline survey, Place place, String key, Set<String> done, Findings findings) {
        Node variable = place.node().get("variable");
        Node file = place.node().get(key);
        Optional<Asked> asked = survey.asked(variable.text()).filter(each -> each.type() == Asked.Type.SINGLE);
        if (!variable.text().isEmpty() && asked.isEmpty()) {
            findings.add(
                    Rule.L06,
                    variable.mark(),
                    Map.of(
                            "place", place.into("variable").phrase(),
                            "value", Phrase.of(variable.text()),
                            "list", Phrase.key("allowed.single")));
        }
        if (file.text().isEmpty() || !done.add(variable.text() + " " + file.text())) {
            return;
        }
        Optional<Population> population = read(file.text());
        if (population.isEmpty()) {
            findings.add(Rule.L33, file.mark(), Map.of("file", Phrase.of(file.text())));
        } else {
            asked.ifPresent(each -> codes(each, population.get(), file, findings));
            total(survey, population.get(), file, findings);
        }
    }

    private Optional<Population> read(String name) {
        try {
            return beside.file(name).map(bytes -> PopulationFile.read(name, bytes));
        } catch (Problem e) {
            return Optional.empty();
        }
    }

    private static void codes(Asked asked, Population population, Node file, Findings findings) {
        List<String> declared = asked.marginCodes();
        List<String> missing = declared.stream()
                .filter(code -> !population.counts().containsKey(code))
                .toList();
        List<String> extra = population.counts().keySet().stream()
                .filter(code -> !declared.contains(code))
                .toList();
        List<Phrase> differences = new ArrayList<>();
        if (!missing.isEmpty()) {
            differences.add(Phrase.key("codes.missing", Map.of("list", Phrase.texts(missing))));
        }
        if (!extra.isEmpty()) {
            differences.add(Phrase.key("codes.extra", Map.of("list", Phrase.texts(extra))));
        }
        if (!differences.isEmpty()) {
            Map<String, Phrase> args = Map.of(
                    "file", Phrase.of(file.text()),
                    "id", Phrase.of(asked.id()),
                    "difference", Phrase.list(differences));
            findings.add(Rule.L34, file.mark(), args);
        }
    }

    private static void total(Outline survey, Population population, Node file, Findings findings) {
        Node size = survey.root().get("sampling").get("frame").get("size");
        boolean differs = size instanceof Node.Num number
                && number.value().compareTo(BigDecimal.valueOf(population.total())) != 0;
        if (differs) {
            Map<String, Phrase> args = Map.of(
                    "file", Phrase.of(file.text()),
                    "n", Phrase.of(population.total()),
                    "frame", Phrase.of(size.text()));
            findings.add(Rule.L35, file.mark(), args);
        }
    }

    private static boolean isPair(Node limits) {
        return limits.elements().size() == 2 && limits.elements().stream().allMatch(Node.Num.class::isInstance);
    }

    /** Of two numbers, whether the mean lies between them. */
    private static boolean areLimits(Node limits) {
        return limits.elements().get(0) instanceof Node.Num low
                && limits.elements().get(1) instanceof Node.Num high
                && low.value().signum() >= 0
                && low.value().compareTo(BigDecimal.ONE) < 0
                && high.value().compareTo(BigDecimal.ONE) > 0;
    }
}
