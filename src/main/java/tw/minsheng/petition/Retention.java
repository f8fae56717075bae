package tw.minsheng.petition;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tw.minsheng.kernel.LocalizedText;

/**
 * How long an ended case keeps what tells who wrote it (保存年限): classes of years, and which type of petition is of which.
 * Petitions.md 10; the years are the agency's to confirm (機關共通性檔案保存年限基準, petitions.md 12).
 *
 * @param classes at least one; the first is that of every type that names none
 * @param ofTypes key of the class by id of the type
 */
public record Retention(List<Period> classes, Map<String, String> ofTypes) {

    /** Five years for everything, where nobody has said otherwise. */
    public static final Retention USUAL = new Retention(List.of(new Period("usual", LocalizedText.NONE, 5)), Map.of());

    /**
     * One class.
     *
     * @param label {@link LocalizedText#NONE} when nobody has named it
     * @param years counted from the day on which the case ended
     */
    public record Period(String key, LocalizedText label, int years) {

        /** The last day on which everything is kept. */
        public LocalDate keptUntil(LocalDate ended) {
            return ended.plusYears(years);
        }

        /** Cases that ended before this day have run out today. */
        public LocalDate endedBefore(LocalDate today) {
            return today.minusYears(years);
        }
    }

    public Retention {
        classes = List.copyOf(classes);
        ofTypes = Map.copyOf(ofTypes);
    }

    /** The class of a type. */
    public Period of(String type) {
        String key = ofTypes.getOrDefault(type, classes.get(0).key());
        return classes.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElse(classes.get(0));
    }
}
