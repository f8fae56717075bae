package tw.minsheng.panel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.kernel.LocalizedText;

/**
 * One round of an expert panel.
 *
 * @param survey id of the survey
 * @param version that the experts look at
 * @param number 1 for the first round of the survey
 * @param essential whether they are also asked if an item is essential (Lawshe)
 * @param actor who opened it
 * @param closes after it nobody answers
 */
public record PanelRound(
        long id,
        String survey,
        String version,
        int number,
        Asker asker,
        boolean essential,
        String actor,
        Instant opened,
        Instant closes,
        List<PanelItem> items) {

    /** Who asks about what, as the experts read it. */
    public record Asker(LocalizedText title, LocalizedText agency, String contact, String phone) {}

    /** More items at once are too long a page on a telephone. */
    private static final int PART = 5;

    /**
     * Items of one construct: one page for the experts.
     *
     * @param label of the construct, empty for items of none
     * @param first number of the first of them in the round, from 1
     */
    public record Part(LocalizedText label, int first, List<PanelItem> items) {
        public Part {
            items = List.copyOf(items);
        }
    }

    public PanelRound {
        items = List.copyOf(items);
    }

    /** The last day on which experts can answer. */
    public LocalDate lastDay(ZoneId zone) {
        return LocalDate.ofInstant(closes.minusNanos(1), zone);
    }

    public boolean isOpen(Instant now) {
        return now.isBefore(closes);
    }

    public Optional<PanelItem> item(String itemId) {
        return items.stream().filter(each -> each.id().equals(itemId)).findFirst();
    }

    /** The items by construct in their order, five at most in each part. */
    public List<Part> parts() {
        Map<String, List<PanelItem>> groups = new LinkedHashMap<>();
        items.forEach(item -> groups.computeIfAbsent(item.construct(), key -> new ArrayList<>())
                .add(item));
        List<Part> parts = new ArrayList<>();
        int first = 1;
        for (List<PanelItem> group : groups.values()) {
            for (int from = 0; from < group.size(); from += PART) {
                List<PanelItem> some = group.subList(from, Math.min(from + PART, group.size()));
                parts.add(new Part(some.get(0).label(), first, some));
                first += some.size();
            }
        }
        return parts;
    }
}
