package tw.minsheng.petition.theme;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Joins rows of four characters that overlap and stand in about the same texts into one longer row, so that 路邊堆置廢棄物 is told
 * once and not by its four pieces. Only counts are compared: the texts of two rows may be others, and a joined row stands in as many
 * texts as the rarest of its rows of four, at most. Whether it does has to be counted.
 */
final class Phrases {

    static final int PIECE_LENGTH = 4;

    private static final int LONGEST = 12;

    private final double alike;
    private final Map<String, Integer> fours = new HashMap<>();
    /** first three characters → the most frequent row that begins so; last three → that ends so. */
    private final Map<String, String> beginning = new HashMap<>();

    private final Map<String, String> ending = new HashMap<>();

    private Phrases(Map<String, Integer> all, double alike) {
        this.alike = alike;
        all.forEach((row, count) -> {
            if (row.length() == PIECE_LENGTH && Character.isIdeographic(row.charAt(0))) {
                fours.put(row, count);
                beginning.merge(row.substring(0, PIECE_LENGTH - 1), row, this::more);
                ending.merge(row.substring(1), row, this::more);
            }
        });
    }

    /** @param alike two rows are joined when the rarer one stands in at least this share of the texts of the other */
    static Map<String, Integer> of(Map<String, Integer> all, double alike) {
        return new Phrases(all, alike).joined();
    }

    private String more(String one, String other) {
        int difference = fours.getOrDefault(one, 0) - fours.getOrDefault(other, 0);
        return difference > 0 || (difference == 0 && one.compareTo(other) < 0) ? one : other;
    }

    private boolean isAlike(String one, String other) {
        double first = fours.getOrDefault(one, 0);
        double second = fours.getOrDefault(other, 0);
        return Math.min(first, second) >= alike * Math.max(first, second);
    }

    private Optional<String> after(String row) {
        return Optional.ofNullable(beginning.get(row.substring(1)))
                .filter(next -> row.equals(ending.get(next.substring(0, PIECE_LENGTH - 1))))
                .filter(next -> !next.equals(row) && isAlike(row, next));
    }

    private boolean hasBefore(String row) {
        return Optional.ofNullable(ending.get(row.substring(0, PIECE_LENGTH - 1)))
                .filter(before -> after(before).equals(Optional.of(row)))
                .isPresent();
    }

    private Map<String, Integer> joined() {
        Map<String, Integer> joined = new HashMap<>();
        fours.forEach((row, count) -> {
            if (!hasBefore(row)) {
                StringBuilder phrase = new StringBuilder(row);
                int least = count;
                Optional<String> next = after(row);
                while (next.isPresent() && phrase.length() < LONGEST) {
                    String last = next.orElseThrow();
                    phrase.append(last.charAt(PIECE_LENGTH - 1));
                    least = Math.min(least, fours.getOrDefault(last, 0));
                    next = after(last);
                }
                if (phrase.length() > PIECE_LENGTH) {
                    joined.put(phrase.toString(), least);
                }
            }
        });
        return joined;
    }
}
