package tw.minsheng.petition.theme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts in how many texts rows of four characters or more stand, those and no others. */
final class LongRows {

    /** first four characters → rows that begin so. */
    private final Map<Long, List<String>> beginning = new HashMap<>();

    private final Map<String, Integer> counts = new HashMap<>();

    LongRows(Collection<String> rows) {
        for (String row : rows) {
            beginning
                    .computeIfAbsent(GramCounts.key(row, 0, Phrases.PIECE_LENGTH), added -> new ArrayList<>())
                    .add(row);
        }
    }

    void add(String text) {
        Set<String> once = new HashSet<>();
        for (int at = 0; !beginning.isEmpty() && at + Phrases.PIECE_LENGTH <= text.length(); at++) {
            for (String row : beginning.getOrDefault(GramCounts.key(text, at, Phrases.PIECE_LENGTH), List.of())) {
                if (text.startsWith(row, at)) {
                    once.add(row);
                }
            }
        }
        once.forEach(row -> counts.merge(row, 1, Integer::sum));
    }

    int at(String row) {
        return counts.getOrDefault(row, 0);
    }
}
