package tw.minsheng.report.chapter;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tw.minsheng.report.wording.Speech;

/**
 * One of the eleven items that AAPOR's code of 2021 wants disclosed, with its place in the report (appendix E).
 *
 * @param number 1 to 11
 * @param places keys of chapters and sections
 * @param gap why it has no place; none where it has one
 */
record AaporItem(int number, List<String> places, Optional<Gap> gap) {

    private static final List<List<String>> PLACES = List.of(
            List.of("s1.4"),
            List.of("information", "s1.2"),
            List.of("appendixA"),
            List.of("s1.3", "s2.1"),
            List.of("s2.2"),
            List.of("s1.4"),
            List.of("information"),
            List.of("s2.3"),
            List.of("s2.6"),
            List.of("s1.8"),
            List.of("s2.7"));

    AaporItem {
        places = List.copyOf(places);
    }

    /** @param headings chapters and sections that the report has */
    static List<AaporItem> all(Speech speech, Set<String> headings) {
        return IntStream.rangeClosed(1, PLACES.size())
                .mapToObj(number -> of(number, speech, headings))
                .toList();
    }

    private static AaporItem of(int number, Speech speech, Set<String> headings) {
        List<String> places = PLACES.get(number - 1);
        Optional<Gap> gap = headings.containsAll(places)
                ? Optional.empty()
                : Optional.of(new Gap(speech.say("e." + number), speech.say("te.no_place")));
        return new AaporItem(number, places, gap);
    }
}
