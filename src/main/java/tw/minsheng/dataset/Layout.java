package tw.minsheng.dataset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Variable;

/**
 * The columns of a survey's data: all variables of all versions in the order of first appearance, never shifted and
 * never renamed. What the newest version no longer asks is carried, not analysed.
 */
public final class Layout {

    /** A ranking has at most this many places. */
    static final int MOST_RANKS = 50;

    private final Survey survey;
    private final Map<String, Column> columns;
    private final Map<String, Coding> codings;
    private final List<Integer> absent;

    private Layout(Survey survey, Map<String, Column> columns, Map<String, Coding> codings, List<Integer> absent) {
        this.survey = survey;
        this.absent = List.copyOf(absent);
        this.columns = Collections.unmodifiableMap(columns);
        this.codings = Map.copyOf(codings);
    }

    /** The layout of one version. */
    public static Layout of(Survey survey) {
        return of(survey, List.of());
    }

    /**
     * The union of versions.
     *
     * @param newest the version that is analysed
     * @param published every other version, oldest first
     */
    public static Layout of(Survey newest, List<Survey> published) {
        Map<String, List<Variable>> known = new LinkedHashMap<>();
        List<Survey> all = new ArrayList<>(published);
        all.removeIf(version -> version.version().equals(newest.version()));
        all.add(newest);
        for (Survey version : all) {
            version.variables()
                    .forEach(variable -> known.computeIfAbsent(variable.id(), id -> new ArrayList<>())
                            .add(variable));
        }
        Map<String, Column> columns = new LinkedHashMap<>();
        Map<String, Coding> codings = new LinkedHashMap<>();
        List<Integer> absent = new ArrayList<>();
        known.forEach((id, versions) -> {
            Optional<Variable> current = newest.variable(id);
            Variable last = versions.get(versions.size() - 1);
            columns.put(id, new Column(columns.size(), current.orElse(last), current.isPresent()));
            codings.put(id, Coding.of(current.orElse(last), versions, all));
            absent.add(versions.size() == all.size() ? Variable.NOT_ANSWERED : Variable.NOT_IN_VERSION);
        });
        return new Layout(newest, columns, codings, absent);
    }

    /** The version that is analysed. */
    public Survey survey() {
        return survey;
    }

    public Collection<Column> columns() {
        return columns.values();
    }

    public int size() {
        return columns.size();
    }

    public Optional<Column> column(String id) {
        return Optional.ofNullable(columns.get(id));
    }

    /** The items on a scale that are analysed. */
    public List<Column> items() {
        return columns.values().stream()
                .filter(column -> column.analysed() && column.isItem())
                .toList();
    }

    /**
     * The codes of an answer of which nothing is told: −1 for what every version asks; −3 for what some version does not
     * ask, since a file without that column comes from there.
     */
    int[] blank() {
        return absent.stream().mapToInt(Integer::intValue).toArray();
    }

    /** How cells of this column become codes. */
    Coding coding(Column column) {
        Coding coding = codings.get(column.id());
        if (coding == null) {
            throw new IllegalArgumentException("no column " + column.id());
        }
        return coding;
    }
}
