package tw.minsheng.dataset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import tw.minsheng.statistics.weighting.CellGrid;
import tw.minsheng.statistics.weighting.Groups;
import tw.minsheng.survey.Background;
import tw.minsheng.survey.Construct;
import tw.minsheng.survey.Scale;
import tw.minsheng.survey.Survey;

/**
 * Everything that the results of a survey need, gathered in one pass over its answers: counts per code and place in the
 * design, sums for each construct, days and modes. Memory grows with questions, codes and cells; of the answers only the
 * codes of items are kept, within a bound ({@link ItemRows}). Not safe for several threads.
 */
public final class Tally {

    /** Stands for all items of all constructs together. */
    public static final String TOTAL = "total";

    private final Layout layout;
    private final DesignGrid grid;
    private final CellGrid cells;
    private final Units units;
    private final List<Groups> groups = new ArrayList<>();
    private final long[] byStratum;
    private final Map<String, ColumnTally> columns = new LinkedHashMap<>();
    private final List<ConstructTally> constructs = new ArrayList<>();
    private final Map<String, Frequencies> overallByMode = new TreeMap<>();
    private final Map<String, Long> outsiders = new TreeMap<>();
    private final FieldCounts field = new FieldCounts();
    private final WeightCounts weights = new WeightCounts();
    private final ItemRows rows;
    private final ItemRows excluded;
    private final PersonRows people;
    private final Screening screening;
    private final Map<String, Long> flagged = new TreeMap<>();
    private final List<Column> items;
    private final List<Column> overall;
    private final Progress progress = new Progress();

    /** The counts that move. */
    private static final class Progress {
        private long rows;
        private long excluded;
        private long used;
        private boolean weighted;
    }

    private Tally(Layout layout, DesignGrid grid) {
        this.layout = layout;
        this.grid = grid;
        this.cells = grid.cells();
        this.units = new Units(layout.survey().sampling().design(), cells.cells());
        this.groups.add(new Groups(units.isClustered() ? 1 : grid.strata().size(), cells.cells()));
        this.byStratum = new long[grid.strata().size()];
        this.items = layout.items();
        this.rows = new ItemRows(items);
        this.excluded = new ItemRows(items);
        this.people = new PersonRows(layout);
        this.screening = new Screening(layout);
        Survey survey = layout.survey();
        this.overall = layout.column(survey.overall()).stream().toList();
        layout.columns().stream()
                .filter(Column::analysed)
                .forEach(column -> columns.put(column.id(), new ColumnTally(column, groups.get(Units.NONE))));
        survey.constructs().forEach(construct -> addConstruct(construct.id(), construct.items()));
        if (survey.constructs().size() > 1) {
            addConstruct(
                    TOTAL,
                    survey.constructs().stream()
                            .map(Construct::items)
                            .flatMap(List::stream)
                            .toList());
        }
    }

    /** An empty tally for the version that the layout analyses. */
    public static Tally of(Layout layout) {
        return new Tally(layout, DesignGrid.of(layout));
    }

    /** Items on scales of different ranges have no common sums. */
    private void addConstruct(String id, List<String> ids) {
        List<Column> found =
                ids.stream().flatMap(item -> layout.column(item).stream()).toList();
        List<Scale> scales = found.stream()
                .map(column -> layout.survey().scale(column.variable().scale()))
                .toList();
        boolean together = scales.stream()
                        .map(scale -> List.of(scale.min(), scale.max()))
                        .distinct()
                        .count()
                == 1;
        if (together) {
            constructs.add(new ConstructTally(id, found, scales, groups.get(Units.NONE)));
        }
    }

    /**
     * Adds one answer. A row without a valid answer to any item is counted, not used; nor is one that a rule fixed beforehand
     * excludes.
     */
    public void add(Row row) {
        progress.rows++;
        if (items.stream().noneMatch(item -> row.code(item) >= 0)) {
            return;
        }
        List<Background.Exclusion> flags = screening.flags(row);
        flags.forEach(rule -> flagged.merge(rule.id(), 1L, Long::sum));
        if (flags.stream().anyMatch(Background.Exclusion::exclude)) {
            progress.excluded++;
            excluded.add(row);
            return;
        }
        progress.used++;
        double weight = row.origin().weight();
        progress.weighted |= weight != 1;
        int stratum = grid.stratumOf(row);
        byStratum[stratum]++;
        int unit = unit(row, stratum);
        int group = groups.get(unit).groupOf(units.isClustered() ? 0 : stratum, cell(row));
        groups.get(unit).add(group, weight);
        weights.add(weight);
        rows.add(row);
        people.add(row, unit * cells.cells() + group);
        columns.values().forEach(column -> column.add(row, unit, group, weight));
        constructs.forEach(construct -> construct.add(row, unit, group, weight));
        overall.forEach(column -> overallByMode
                .computeIfAbsent(row.origin().mode(), mode -> new Frequencies(column.validCodes()))
                .add(row.code(column)));
        field.add(row.origin());
    }

    /** The unit of a row, in the stratum that the file names, else in that of its answers; a new one opens its sums. */
    private int unit(Row row, int stratum) {
        String named = row.origin().stratum();
        int unit = units.of(
                named.isEmpty() ? grid.strata().get(stratum) : named,
                row.origin().psu());
        if (unit == groups.size()) {
            Groups fresh = new Groups(1, cells.cells());
            groups.add(fresh);
            columns.values().forEach(column -> column.open(fresh));
            constructs.forEach(construct -> construct.open(fresh));
        }
        return unit;
    }

    /** A code that the population file lacks is remembered: weighting will be refused. */
    private int cell(Row row) {
        OptionalInt cell = grid.cellOf(row, cells);
        if (cell.isPresent()) {
            return cell.getAsInt();
        }
        grid.outsiders(row).forEach(code -> outsiders.merge(code, 1L, Long::sum));
        return cells.cells() - 1;
    }

    public Layout layout() {
        return layout;
    }

    public DesignGrid grid() {
        return grid;
    }

    /** Used answers by place in the design: by stratum, or by first-stage unit where the design has units. */
    public Groups groups() {
        return Groups.stacked(groups);
    }

    /** Used answers of a stratum, by its place in {@link DesignGrid#strata}. */
    public long rowsOfStratum(int stratum) {
        return byStratum[stratum];
    }

    /** Whether the design has first-stage units. */
    public boolean isClustered() {
        return units.isClustered();
    }

    /** Whether every used answer names its first-stage unit, so that estimates can count them. */
    public boolean hasUnits() {
        return units.isClustered()
                && progress.used > 0
                && groups.get(Units.NONE).rows() == 0;
    }

    /** The stratum of each first-stage unit; the first place is that of answers without one. */
    public List<String> strataOfUnits() {
        return units.strata();
    }

    /** Rows read. */
    public long rows() {
        return progress.rows;
    }

    /** Rows with at least one valid item that no rule excludes. */
    public long used() {
        return progress.used;
    }

    /** Rows that a rule fixed beforehand excludes. */
    public long excluded() {
        return progress.excluded;
    }

    /** How many answers each rule about careless answers flags, excluded or not; none under a rule without any. */
    public Map<String, Long> flagged() {
        return Collections.unmodifiableMap(flagged);
    }

    /** The rules about careless answers, and the items that they look at. */
    public Screening screening() {
        return screening;
    }

    /** Whether the answers came with weights other than 1. */
    public boolean isWeighted() {
        return progress.weighted;
    }

    /** Codes that a population file lacks, with their answers. */
    public Map<String, Long> outsiders() {
        return Collections.unmodifiableMap(outsiders);
    }

    /** The analysed columns in their order. */
    public Collection<ColumnTally> columns() {
        return Collections.unmodifiableCollection(columns.values());
    }

    /** @throws IllegalArgumentException when the column is not analysed */
    public ColumnTally column(String id) {
        ColumnTally found = columns.get(id);
        if (found == null) {
            throw new IllegalArgumentException("not analysed: " + id);
        }
        return found;
    }

    /** Sums of the constructs in the order of the definition; with several constructs {@link #TOTAL} comes last. */
    public List<ConstructTally> constructs() {
        return List.copyOf(constructs);
    }

    /** Frequencies of the overall item by mode; empty when there is no overall item. */
    public Map<String, Frequencies> overallByMode() {
        return Collections.unmodifiableMap(overallByMode);
    }

    /** The items of each used answer. */
    public ItemRows itemRows() {
        return rows;
    }

    /** The items of each excluded answer. */
    public ItemRows excludedRows() {
        return excluded;
    }

    /** The closed questions of each used answer. */
    public PersonRows people() {
        return people;
    }

    /** How many used answers came with each weight. */
    public WeightCounts weights() {
        return weights;
    }

    public FieldCounts field() {
        return field;
    }
}
