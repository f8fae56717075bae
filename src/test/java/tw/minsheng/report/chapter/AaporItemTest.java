package tw.minsheng.report.chapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tw.minsheng.document.Block;
import tw.minsheng.document.Heading;
import tw.minsheng.document.Paragraph;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.wording.Speech;

/** An item that has no chapter or section, or an empty one, is missing. */
class AaporItemTest {

    private static final Speech SPEECH = Speech.of(Language.ZH_TW, Material.class);
    private static final Set<String> ALL =
            Set.of("information", "s1.2", "s1.3", "s1.4", "s1.8", "s2.1", "s2.2", "s2.3", "s2.6", "s2.7", "appendixA");

    private static List<String> missing(Set<String> headings) {
        return AaporItem.all(SPEECH, headings).stream()
                .map(AaporItem::gap)
                .flatMap(Optional::stream)
                .map(Gap::what)
                .toList();
    }

    @Test
    void elevenItemsAreThere() {
        assertEquals(11, AaporItem.all(SPEECH, ALL).size());
        assertEquals(List.of(), missing(ALL));
    }

    @Test
    void itemWithoutOneOfItsPlacesIsMissing() {
        Set<String> less = new HashSet<>(ALL);
        less.remove("s2.1");
        assertEquals(List.of(SPEECH.say("e.4")), missing(less));
        less.remove("s1.4");
        assertEquals(List.of(SPEECH.say("e.1"), SPEECH.say("e.4"), SPEECH.say("e.6")), missing(less));
    }

    @Test
    void headingWithNothingUnderItIsNoPlace() {
        List<Block> blocks = List.of(
                new Heading(1, "two", "", "Two"),
                new Heading(2, "s2.6", "", "Weights"),
                new Heading(2, "s2.7", "", "Limits"),
                Paragraph.of("Some."),
                new Heading(2, "s2.8", "", "Nothing"));
        assertEquals(Set.of("two", "s2.7"), Heading.filled(blocks));
    }
}
