package tw.minsheng.dataset.weights;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tw.minsheng.dataset.FaultList;
import tw.minsheng.format.CsvLimits;
import tw.minsheng.format.CsvReader;
import tw.minsheng.format.CsvRow;
import tw.minsheng.format.PlainCodes;

/** Counts a file of answers by the cells of the margins, in one pass. */
public final class CountedFile {

    private final String name;
    private final List<KnownMargin> margins;
    private final ItemColumns items;

    /** @param name of the file in messages */
    public CountedFile(String name, List<KnownMargin> margins, ItemColumns items) {
        this.name = name;
        this.margins = List.copyOf(margins);
        this.items = items;
    }

    /**
     * The sample of a file of known words and without design weights, as fast as it can be read; empty for any other, which must be
     * read the careful way.
     *
     * @param each run after each row
     */
    public Optional<CountedSample> plain(InputStream in, Runnable each) throws IOException {
        CountedSample sample = CountedSample.empty(margins, items);
        PlainCounts counts = new PlainCounts(sample, margins.size(), items);
        boolean plain = PlainCodes.read(in, words(), this::columns, row -> {
            counts.add(row);
            each.run();
            return true;
        });
        if (!plain) {
            return Optional.empty();
        }
        counts.pour();
        return Optional.of(sample);
    }

    private List<PlainCodes.Words> words() {
        Map<String, Integer> answers = new HashMap<>(Map.of("", -1));
        for (int code = 0; code < items.codes(); code++) {
            answers.put(Integer.toString(items.lowest() + code), code);
        }
        PlainCodes.Words answer = PlainCodes.Words.of(answers);
        return Stream.concat(
                        margins.stream().map(margin -> PlainCodes.Words.of(margin.codes())),
                        items.items().stream().map(item -> answer))
                .toList();
    }

    /** None when a column is missing or comes twice, or when there are design weights. */
    private int[] columns(List<String> header) {
        List<String> wanted = Stream.concat(margins.stream().map(KnownMargin::variable), items.items().stream())
                .toList();
        boolean usable = header.containsAll(wanted)
                && new HashSet<>(header).size() == header.size()
                && new HashSet<>(wanted).size() == wanted.size()
                && !header.contains(MarginColumns.WEIGHT);
        return usable ? wanted.stream().mapToInt(header::indexOf).toArray() : new int[0];
    }

    /**
     * The same for any file.
     *
     * @throws tw.minsheng.kernel.Problem INVALID {@code answers.faults} with a fault for each missing column, bad weight, answer
     *     outside the scale, and value that the population does not have; {@code answers.no_rows}; what {@link CsvReader} refuses
     */
    public CountedSample careful(InputStream in, CsvLimits limits, Runnable each) throws IOException {
        try (CsvReader reader = CsvReader.open(name, in, limits)) {
            CsvRow first = reader.next().orElseThrow(() -> SampleFile.empty(name));
            FaultList faults = new FaultList(name);
            MarginColumns known = new MarginColumns(first.fields(), margins, faults);
            int[] places = items.items().stream()
                    .mapToInt(item -> MarginColumns.place(first.fields(), item, "answers.no_item_column", faults))
                    .toArray();
            faults.refuse();
            CountedSample sample = CountedSample.empty(margins, items);
            for (Optional<CsvRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                Optional<int[]> levels = known.levels(row.get());
                OptionalDouble weight = known.weight(row.get());
                Optional<int[]> answers = answers(row.get(), places, faults);
                if (levels.isPresent() && weight.isPresent() && answers.isPresent()) {
                    sample.add(joined(levels.get(), answers.get()), weight.getAsDouble());
                }
                each.run();
            }
            known.refuse();
            if (sample.rows() == 0) {
                throw SampleFile.empty(name);
            }
            return sample;
        }
    }

    private Optional<int[]> answers(CsvRow row, int[] places, FaultList faults) {
        int[] codes = new int[places.length];
        boolean all = true;
        for (int i = 0; i < places.length; i++) {
            String cell = row.field(places[i]).strip();
            OptionalInt code = code(cell);
            if (code.isEmpty()) {
                faults.cell(row.number(), items.items().get(i), cell, "answers.not_on_scale");
                all = false;
            }
            codes[i] = code.orElse(-1);
        }
        return all ? Optional.of(codes) : Optional.empty();
    }

    /** −1 for an empty cell; empty for what is no answer. */
    private OptionalInt code(String cell) {
        if (cell.isEmpty()) {
            return OptionalInt.of(-1);
        }
        try {
            int answer = Integer.parseInt(cell);
            return answer < items.lowest() || answer > items.highest()
                    ? OptionalInt.empty()
                    : OptionalInt.of(answer - items.lowest());
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    private static int[] joined(int[] levels, int[] answers) {
        int[] row = Arrays.copyOf(levels, levels.length + answers.length);
        System.arraycopy(answers, 0, row, levels.length, answers.length);
        return row;
    }
}
