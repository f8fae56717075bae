package tw.minsheng.panel;

import java.util.List;
import java.util.Map;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.rating.ContentValidity;

/**
 * 專家效度 of one round (CV1 to CV4): the only place where its numbers are made.
 *
 * @param experts who have sent their ratings
 * @param average S-CVI/Ave: mean of the I-CVI of the items of constructs; an item of none (整體滿意度) is no part of the scale
 * @param universal S-CVI/UA: share of the same items that every expert finds relevant
 * @param critical least CVR that is not chance, by the number of experts
 * @param limits what an item and the whole should reach
 */
public record ContentFigures(
        int experts, List<Item> items, Value average, Value universal, Value critical, ContentLimits limits) {

    /** Of fewer experts nothing is shown that they said. */
    public static final int LEAST = 3;

    private static final double LEVEL = .95;

    /**
     * One item.
     *
     * @param rated how many experts rated it, {@code relevant} how many gave 3 or 4
     * @param index I-CVI
     * @param kappa modified κ*
     * @param essential how many find it essential, of the {@code judged} who answered that
     * @param ratio Lawshe's CVR; undefined where it was not asked
     * @param critical its critical value
     * @param aiken V with its score interval and its exact right tail
     * @param limit least I-CVI for so many experts
     */
    public record Item(
            PanelItem item,
            int rated,
            int relevant,
            Value index,
            Value kappa,
            int essential,
            int judged,
            Value ratio,
            Value critical,
            Value aiken,
            Interval aikenInterval,
            Value aikenP,
            double limit) {

        /** Whether fewer experts find it relevant than its number of experts demands. */
        public boolean isBelow() {
            return index.isKnown() && index.number() < limit;
        }
    }

    public ContentFigures {
        items = List.copyOf(items);
    }

    /** @param sheets of the experts whose ratings count */
    public static ContentFigures of(PanelRound round, List<Sheet> sheets) {
        ContentLimits limits = ContentLimits.shipped();
        List<Item> items = round.items().stream()
                .map(item -> item(
                        item, sheets.stream().map(sheet -> sheet.of(item.id())).toList(), limits))
                .toList();
        return new ContentFigures(
                sheets.size(),
                items,
                mean(ofScale(items), false),
                mean(ofScale(items), true),
                counted(ContentValidity.criticalRatio(sheets.size()), sheets.size()),
                limits);
    }

    private static Item item(PanelItem item, List<Rating> all, ContentLimits limits) {
        int[] rated =
                all.stream().filter(Rating::isRated).mapToInt(Rating::relevance).toArray();
        int relevant = (int) all.stream().filter(Rating::isRelevant).count();
        int judged = (int) all.stream()
                .filter(each -> each.essential() != Rating.Essential.NONE)
                .count();
        int essential = (int) all.stream()
                .filter(each -> each.essential() == Rating.Essential.ESSENTIAL)
                .count();
        Value aiken = counted(ContentValidity.aiken(doubles(rated), Rating.LOWEST, Rating.HIGHEST), rated.length);
        return new Item(
                item,
                rated.length,
                relevant,
                counted(ContentValidity.itemIndex(relevant, rated.length), rated.length),
                counted(ContentValidity.modifiedKappa(relevant, rated.length), rated.length),
                essential,
                judged,
                counted(ContentValidity.ratio(essential, judged), judged),
                counted(ContentValidity.criticalRatio(judged), judged),
                aiken,
                aiken.isKnown()
                        ? ContentValidity.aikenInterval(aiken.number(), rated.length, Rating.LOWEST, Rating.HIGHEST)
                        : Interval.undefined("penfield_giacobbi", LEVEL, aiken),
                counted(ContentValidity.aikenP(rated, Rating.LOWEST, Rating.HIGHEST), rated.length),
                limits.item(rated.length));
    }

    /** A missing number says of how many experts it was to be made. */
    private static Value counted(Value value, int experts) {
        return value.reason()
                .map(reason -> Value.undefined(reason, Map.of("n", Integer.toString(experts))))
                .orElse(value);
    }

    private static double[] doubles(int[] numbers) {
        double[] made = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            made[i] = numbers[i];
        }
        return made;
    }

    /** The items behind {@code average} and {@code universal}. */
    public List<Item> scale() {
        return ofScale(items);
    }

    /** The items of constructs; all of them in a survey without constructs. */
    private static List<Item> ofScale(List<Item> items) {
        List<Item> scale = items.stream()
                .filter(each -> !each.item().construct().isEmpty())
                .toList();
        return scale.isEmpty() ? items : scale;
    }

    /** The mean of the I-CVI, or of those that are 1; as unknown as the first that is unknown. */
    private static Value mean(List<Item> items, boolean universal) {
        double sum = 0;
        for (Item item : items) {
            if (!item.index().isKnown()) {
                return item.index();
            }
            boolean all = item.relevant() == item.rated();
            sum += universal ? (all ? 1 : 0) : item.index().number();
        }
        return items.isEmpty() ? Value.undefined(Reason.NO_DATA) : Value.of(sum / items.size());
    }

    /** Items that fewer experts find relevant than needed. */
    public List<Item> below() {
        return items.stream().filter(Item::isBelow).toList();
    }
}
