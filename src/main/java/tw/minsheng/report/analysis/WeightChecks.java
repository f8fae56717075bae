package tw.minsheng.report.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tw.minsheng.dataset.ColumnTally;
import tw.minsheng.dataset.Parts;
import tw.minsheng.dataset.Tally;
import tw.minsheng.survey.Population;
import tw.minsheng.survey.Variable;
import tw.minsheng.survey.Weighting;

/** What is looked at before weights are fitted: each fault named, in the order of the variables. */
public final class WeightChecks {

    /** Fewer answers make an unsteady weight; the same limit under which a group is shown with a warning. */
    private static final long FEW = 30;

    private final Weighed sample;
    private final SmallGroups groups;

    private WeightChecks(Weighed sample) {
        this.sample = sample;
        this.groups = new SmallGroups(sample);
    }

    /** Of the part of the answers that the results are about; none where nothing is to be weighted. */
    public static List<WeightCheck> of(Parts parts) {
        Tally tally = parts.isOnlyOpen() ? parts.open() : parts.drawn();
        return new WeightChecks(Weighed.of(tally)).all(tally);
    }

    private List<WeightCheck> all(Tally tally) {
        List<Weighting.Margin> margins = tally.layout().survey().weighting().margins();
        List<WeightCheck> all = new ArrayList<>();
        if (tally.used() == 0 || margins.isEmpty()) {
            return all;
        }
        if (tally.isWeighted() && !sample.isFitted() && sample.refusal().isKnown()) {
            all.add(WeightCheck.of(
                    WeightCheck.Kind.GIVEN_WEIGHTS, margins.get(0).variable(), "", tally.used(), 0));
            return all;
        }
        totals(margins, all);
        for (Weighting.Margin margin : margins) {
            tally.layout()
                    .column(margin.variable())
                    .ifPresent(column -> categories(margin, tally.column(column.id()), all));
        }
        return all;
    }

    private static void totals(List<Weighting.Margin> margins, List<WeightCheck> all) {
        Weighting.Margin first = margins.get(0);
        long total = first.population().total();
        for (Weighting.Margin margin : margins) {
            long other = margin.population().total();
            if (other != total) {
                all.add(new WeightCheck(
                        WeightCheck.Kind.MARGINS_DISAGREE, first.variable(), "", 0, total, margin.variable(), other));
            }
        }
    }

    private void categories(Weighting.Margin margin, ColumnTally column, List<WeightCheck> all) {
        Variable variable = column.column().variable();
        List<String> codes =
                variable.values().stream().map(Variable.Value::code).toList();
        Set<Integer> hidden = groups.of(column);
        Set<String> every = new LinkedHashSet<>(codes);
        every.addAll(margin.population().counts().keySet());
        for (String code : every) {
            int place = codes.indexOf(code);
            long n = place < 0 ? 0 : column.frequencies().of(place);
            boolean isHidden = hidden.contains(place);
            kind(margin.population(), code, n, isHidden)
                    .ifPresent(kind -> all.add(WeightCheck.of(
                            kind,
                            variable.id(),
                            code,
                            isHidden ? 0 : n,
                            margin.population().counts().getOrDefault(code, 0L))));
        }
        long untold = sample.tally().used() - column.frequencies().valid();
        if (untold > 0) {
            long total = margin.population().total();
            all.add(WeightCheck.of(WeightCheck.Kind.NOT_TOLD, variable.id(), "", untold, total));
        }
    }

    private static Optional<WeightCheck.Kind> kind(Population population, String code, long n, boolean isHidden) {
        boolean isKnown = population.counts().containsKey(code);
        long size = population.counts().getOrDefault(code, 0L);
        if (n == 0) {
            return size > 0 ? Optional.of(WeightCheck.Kind.WITHOUT_SAMPLE) : Optional.empty();
        }
        if (size == 0) {
            return Optional.of(isKnown ? WeightCheck.Kind.ZERO_POPULATION : WeightCheck.Kind.WITHOUT_POPULATION);
        }
        if (n >= FEW) {
            return Optional.empty();
        }
        return Optional.of(isHidden ? WeightCheck.Kind.TOO_FEW_TO_SHOW : WeightCheck.Kind.FEW);
    }
}
