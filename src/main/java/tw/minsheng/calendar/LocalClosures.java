package tw.minsheng.calendar;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import tw.minsheng.kernel.Sha256;

/** The local closures that are known, a layer above the office calendar. */
public record LocalClosures(List<LocalClosure> all) {

    public static final LocalClosures NONE = new LocalClosures(List.of());

    private static final int DIGITS = 8;

    public LocalClosures {
        all = List.copyOf(all);
    }

    /** Those that concern a district, by day. */
    List<LocalClosure> in(String district) {
        return all.stream()
                .filter(each -> each.concerns(district))
                .sorted(Comparator.comparing(LocalClosure::date).thenComparing(LocalClosure::part))
                .toList();
    }

    /** Names what is known for a district, so that a due date can be explained later; "" when there is nothing. */
    static String version(List<LocalClosure> closures) {
        if (closures.isEmpty()) {
            return "";
        }
        String content = closures.stream()
                .map(each -> each.date() + "," + each.part() + "," + each.name())
                .collect(Collectors.joining("\n"));
        return "+" + Sha256.hex(content).substring(0, DIGITS);
    }
}
