package tw.minsheng.report.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import tw.minsheng.dataset.cases.CaseTally;
import tw.minsheng.dataset.cases.Group;
import tw.minsheng.petition.imports.CaseField;
import tw.minsheng.report.Basis;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.ResultTable.Entry;
import tw.minsheng.report.Uncertainty;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.cases.EmpiricalBayes;
import tw.minsheng.statistics.cases.PoissonRate;

/** Cases for 10,000 residents of each district, as counted and drawn towards the rate of the city (P2.3). */
final class ResidentRates {

    private static final double EACH = 10_000;
    private static final List<String> COLUMNS = List.of("value", "n", "residents", "rate", "lower", "upper", "rate_eb");

    private final List<District> districts;
    private final long cases;

    private ResidentRates(List<District> districts, long cases) {
        this.districts = districts;
        this.cases = cases;
    }

    private record District(String name, long n, long people) {

        PoissonRate rate() {
            return PoissonRate.of(n, people / EACH, CaseAnalysis.LEVEL);
        }
    }

    /** @param people district, as the cases name it → residents; empty when unknown */
    static ResidentRates of(CaseTally tally, Map<String, Long> people) {
        SortedMap<String, Group> groups = tally.by(CaseField.DISTRICT);
        List<District> districts = people.entrySet().stream()
                .map(each -> new District(
                        each.getKey(),
                        groups.containsKey(each.getKey())
                                ? groups.get(each.getKey()).cases()
                                : 0,
                        each.getValue()))
                .toList();
        return new ResidentRates(districts, tally.all().cases());
    }

    /** The rate of all districts together; its n are the cases whose district has a population. */
    List<Result> results() {
        if (districts.isEmpty()) {
            return List.of();
        }
        long placed = districts.stream().mapToLong(District::n).sum();
        long people = districts.stream().mapToLong(District::people).sum();
        PoissonRate all = PoissonRate.of(placed, people / EACH, CaseAnalysis.LEVEL);
        Basis basis = new Basis(placed, cases, 0, "rate_per_10000", false, MissingRule.DOMAIN);
        return List.of(Result.of("rate.per_10000", all.rate(), Uncertainty.of(all.ci()), basis));
    }

    /** The highest drawn rate first; without rows when the residents are unknown. */
    ResultTable table() {
        EmpiricalBayes drawn = EmpiricalBayes.of(
                districts.stream().mapToDouble(District::n).toArray(),
                districts.stream().mapToDouble(each -> each.people() / EACH).toArray());
        List<List<Entry>> rows = new ArrayList<>();
        IntStream.range(0, districts.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -order(drawn, i))
                        .thenComparing(i -> districts.get(i).name()))
                .forEach(
                        i -> rows.add(row(districts.get(i), drawn.rates().get(i).shrunken())));
        return new ResultTable("P2.3", COLUMNS, rows);
    }

    private double order(EmpiricalBayes drawn, int i) {
        return drawn.rates().get(i).shrunken().asOptional().orElse((double)
                districts.get(i).n());
    }

    private static List<Entry> row(District district, Value drawn) {
        PoissonRate rate = district.rate();
        return List.of(
                Entry.text(district.name()),
                Entry.count(district.n()),
                Entry.count(district.people()),
                CountTables.value(rate.rate()),
                CountTables.value(rate.ci().lower()),
                CountTables.value(rate.ci().upper()),
                CountTables.value(drawn));
    }
}
