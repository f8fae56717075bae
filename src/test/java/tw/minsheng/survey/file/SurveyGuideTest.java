package tw.minsheng.survey.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tw.minsheng.survey.condition.Conditions;
import tw.minsheng.survey.file.definition.Neighbours;
import tw.minsheng.survey.file.definition.Published;
import tw.minsheng.survey.file.lint.Finding;
import tw.minsheng.survey.file.lint.Rule;

/** Every example of the guide is what the program takes. */
class SurveyGuideTest {

    private static final Path GUIDE = Path.of("docs/surveys.md");

    private static List<String> blocks(String kind) throws IOException {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile("```" + kind + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE, StandardCharsets.UTF_8));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static List<String> findings(String yaml) throws IOException {
        byte[] counter = blocks("csv").get(0).getBytes(StandardCharsets.UTF_8);
        Neighbours beside = new Neighbours() {
            @Override
            public Optional<byte[]> file(String relative) {
                return relative.equals("population/counter.csv") ? Optional.of(counter) : Optional.empty();
            }

            @Override
            public List<Published> published() {
                return List.of();
            }
        };
        return CheckedSurvey.of("survey.yaml", yaml.getBytes(StandardCharsets.UTF_8), beside, Set.of())
                .findings()
                .stream()
                .filter(finding -> finding.rule() != Rule.L32)
                .map(Finding::toString)
                .toList();
    }

    @Test
    void completeExampleHasNothingToSayAbout() throws IOException {
        assertEquals(List.of(), findings(blocks("yaml").get(0)));
    }

    @Test
    void everyWayOfDrawingPeopleFitsIntoTheExample() throws IOException {
        List<String> examples = blocks("yaml");
        assertEquals(4, examples.size());
        Pattern sampling = Pattern.compile("^sampling:\n(?:  .*\n)+", Pattern.MULTILINE);
        for (String other : examples.subList(1, examples.size())) {
            String yaml = sampling.matcher(examples.get(0)).replaceFirst(Matcher.quoteReplacement(other));
            assertTrue(yaml.contains(other));
            assertEquals(List.of(), findings(yaml), other);
        }
    }

    @Test
    void conditionsOfTheTableCanBeRead() throws IOException {
        String guide = Files.readString(GUIDE, StandardCharsets.UTF_8);
        String table = guide.substring(guide.indexOf("| condition |"), guide.indexOf("They are joined by"));
        int read = 0;
        for (String line : table.lines().skip(2).toList()) {
            Matcher code = Pattern.compile("`([^`]+)`").matcher(line.isBlank() ? "" : line.split("\\|", -1)[1]);
            while (code.find()) {
                assertEquals(code.group(1), Conditions.parse(code.group(1)).source());
                read++;
            }
        }
        assertEquals(10, read);
    }

    @Test
    void everyRuleHasItsPlace() throws IOException {
        String guide = Files.readString(GUIDE, StandardCharsets.UTF_8);
        Set<Integer> named = new TreeSet<>();
        Matcher range = Pattern.compile("\\| L(\\d\\d)–L(\\d\\d) \\|").matcher(guide);
        while (range.find()) {
            for (int rule = Integer.parseInt(range.group(1)); rule <= Integer.parseInt(range.group(2)); rule++) {
                assertTrue(named.add(rule), "twice: " + rule);
            }
        }
        assertEquals(Rule.values().length, named.size());
        List<Rule> reminders = Arrays.stream(Rule.values())
                .filter(rule -> rule.level() == Rule.Level.WARNING && rule.compareTo(Rule.L41) < 0)
                .toList();
        assertEquals(List.of(Rule.L21, Rule.L29, Rule.L32, Rule.L35), reminders);
    }
}
