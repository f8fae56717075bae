package tw.minsheng.report.expert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tw.minsheng.panel.coding.Code;
import tw.minsheng.panel.coding.CodingRound;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.ResultTable.Entry;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.rating.Kappa;

/**
 * How far coders agree (評分者信度, IR1 and IR2): every pair by Cohen's κ over the cases that both have coded, all of them by Fleiss's κ
 * over the cases that everybody has coded, and the cases on which they differ.
 *
 * @param pairs P7.1
 * @param fleiss P7.2, one row; none for two coders
 * @param themes P7.3: how often each coder chose each theme
 * @param differing P7.4: cases on which they differ, one column for each coder
 */
public record CodingTables(ResultTable pairs, ResultTable fleiss, ResultTable themes, ResultTable differing) {

    private static final double LEVEL = .95;

    /** From which κ on a word is used. Landis and Koch 1977 (unconfirmed). */
    private static final List<Map.Entry<Double, String>> WORDS = List.of(
            Map.entry(.81, "almost_perfect"),
            Map.entry(.61, "substantial"),
            Map.entry(.41, "moderate"),
            Map.entry(.21, "fair"),
            Map.entry(0.0, "slight"));

    public static CodingTables of(CodingRound round, List<Code> codes) {
        Map<String, Map<CaseNumber, Integer>> chosen = new LinkedHashMap<>();
        round.coders().forEach(coder -> chosen.put(coder, new LinkedHashMap<>()));
        for (Code code : codes) {
            Map<CaseNumber, Integer> own = chosen.get(code.coder());
            if (own != null && round.cases().contains(code.number())) {
                own.put(code.number(), code.theme());
            }
        }
        return new CodingTables(
                pairs(round, chosen), fleiss(round, chosen), themes(round, chosen), differing(round, chosen));
    }

    private static Entry value(Value value) {
        return value.isKnown()
                ? Entry.number(value.number())
                : value.reason().map(Entry::withheld).orElseGet(Entry::none);
    }

    private static Entry word(Value kappa) {
        return kappa.isKnown()
                ? Entry.text(WORDS.stream()
                        .filter(word -> kappa.number() >= word.getKey())
                        .findFirst()
                        .map(Map.Entry::getValue)
                        .orElse("poor"))
                : Entry.none();
    }

    private static ResultTable pairs(CodingRound round, Map<String, Map<CaseNumber, Integer>> chosen) {
        List<List<Entry>> rows = new ArrayList<>();
        for (int i = 0; i < round.coders().size(); i++) {
            for (int j = i + 1; j < round.coders().size(); j++) {
                rows.add(pair(
                        round, chosen, round.coders().get(i), round.coders().get(j)));
            }
        }
        return new ResultTable(
                "P7.1",
                List.of(
                        "coder_1",
                        "coder_2",
                        "n",
                        "percent_agreement",
                        "cohen_kappa",
                        "variance",
                        "lower",
                        "upper",
                        "reading"),
                rows);
    }

    private static List<Entry> pair(
            CodingRound round, Map<String, Map<CaseNumber, Integer>> chosen, String one, String other) {
        int m = round.themes().size();
        long[][] counts = new long[m][m];
        long n = 0;
        for (CaseNumber number : round.cases()) {
            Integer first = chosen.getOrDefault(one, Map.of()).get(number);
            Integer second = chosen.getOrDefault(other, Map.of()).get(number);
            if (first != null && second != null) {
                counts[first][second]++;
                n++;
            }
        }
        Kappa kappa = Kappa.of(counts, LEVEL);
        return List.of(
                Entry.text(one),
                Entry.text(other),
                Entry.count(n),
                value(kappa.agreement()),
                value(kappa.kappa()),
                value(kappa.variance()),
                value(kappa.interval().lower()),
                value(kappa.interval().upper()),
                word(kappa.kappa()));
    }

    private static ResultTable fleiss(CodingRound round, Map<String, Map<CaseNumber, Integer>> chosen) {
        List<String> columns = List.of("coders", "n", "fleiss_kappa", "reading");
        if (round.coders().size() < 3) {
            return new ResultTable("P7.2", columns, List.of());
        }
        long[][] counts = round.cases().stream()
                .filter(number -> chosen.values().stream().allMatch(own -> own.containsKey(number)))
                .map(number -> {
                    long[] row = new long[round.themes().size()];
                    chosen.values().forEach(own -> row[own.getOrDefault(number, 0)]++);
                    return row;
                })
                .toArray(long[][]::new);
        Value kappa = Kappa.fleiss(counts);
        return new ResultTable(
                "P7.2",
                columns,
                List.of(List.of(
                        Entry.count(round.coders().size()), Entry.count(counts.length), value(kappa), word(kappa))));
    }

    private static ResultTable themes(CodingRound round, Map<String, Map<CaseNumber, Integer>> chosen) {
        List<String> columns = new ArrayList<>(List.of("theme"));
        columns.addAll(round.coders());
        List<List<Entry>> rows = IntStream.range(0, round.themes().size())
                .mapToObj(theme -> {
                    List<Entry> row = new ArrayList<>();
                    row.add(Entry.text(round.themes().get(theme)));
                    chosen.values()
                            .forEach(own -> row.add(Entry.count(own.values().stream()
                                    .filter(each -> each == theme)
                                    .count())));
                    return row;
                })
                .map(List::copyOf)
                .toList();
        return new ResultTable("P7.3", columns, rows);
    }

    private static ResultTable differing(CodingRound round, Map<String, Map<CaseNumber, Integer>> chosen) {
        List<String> columns = new ArrayList<>(List.of("case"));
        columns.addAll(round.coders());
        List<List<Entry>> rows = new ArrayList<>();
        for (CaseNumber number : round.cases()) {
            long different = chosen.values().stream()
                    .filter(own -> own.containsKey(number))
                    .map(own -> own.get(number))
                    .distinct()
                    .count();
            if (different > 1) {
                List<Entry> row = new ArrayList<>();
                row.add(Entry.text(number.text()));
                chosen.values()
                        .forEach(own -> row.add(
                                own.containsKey(number)
                                        ? Entry.text(round.themes().get(own.getOrDefault(number, 0)))
                                        : Entry.none()));
                rows.add(row);
            }
        }
        return new ResultTable("P7.4", columns, rows);
    }
}
