package tw.minsheng.petition.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;

/**
 * What each column of a foreign file is.
 *
 * @param places field → place in the row
 * @param names field → their header
 * @param ignored place in the row → their header, of columns that are left out
 */
record CaseHeader(Map<CaseField, Integer> places, Map<CaseField, String> names, Map<Integer, String> ignored) {

    /** @throws Problem INVALID {@code cases.faults} naming every header that is unknown, doubled or absent */
    static CaseHeader read(String file, List<String> headers, CaseMapping mapping) {
        return new Reading(file, headers, mapping).header();
    }

    /** Their header of a field; our id where it has none. */
    String name(CaseField field) {
        return names.getOrDefault(field, field.id());
    }

    /** Reads one header. */
    private static final class Reading {
        private final String file;
        private final List<String> headers;
        private final CaseMapping mapping;
        private final List<Fault> faults = new ArrayList<>();
        private final Map<String, CaseField> theirs = new LinkedHashMap<>();

        Reading(String file, List<String> headers, CaseMapping mapping) {
            this.file = file;
            this.headers = headers;
            this.mapping = mapping;
        }

        CaseHeader header() {
            mapping.columns().forEach((field, header) -> {
                if (!headers.contains(header)) {
                    fault("cases.mapped_column_absent", header);
                } else if (theirs.put(header, field) != null) {
                    fault("cases.mapped_twice", header);
                }
            });
            Map<CaseField, Integer> places = new EnumMap<>(CaseField.class);
            Map<CaseField, String> names = new EnumMap<>(CaseField.class);
            Map<Integer, String> ignored = new LinkedHashMap<>();
            Set<String> seen = new HashSet<>();
            for (int place = 0; place < headers.size(); place++) {
                String header = headers.get(place);
                Optional<CaseField> field = field(header);
                if (!seen.add(header) && !header.isEmpty()) {
                    fault("cases.column_twice", header);
                } else if (field.isPresent()) {
                    places.put(field.orElseThrow(), place);
                    names.put(field.orElseThrow(), header);
                } else if (mapping.ignoreRest() || mapping.ignore().contains(header)) {
                    ignored.put(place, header);
                } else {
                    fault("cases.unknown_column", header);
                }
            }
            CaseField.needed().stream()
                    .filter(field ->
                            !places.containsKey(field) && !mapping.columns().containsKey(field))
                    .forEach(field -> fault("cases.column_needed", field.id()));
            if (!faults.isEmpty()) {
                throw new Problem(Problem.Kind.INVALID, "cases.faults", Map.of("file", file), faults);
            }
            return new CaseHeader(places, names, ignored);
        }

        /** By the mapping; a header that bears our id is ours, unless it is left out or that field comes from elsewhere. */
        private Optional<CaseField> field(String header) {
            Optional<CaseField> mapped = Optional.ofNullable(theirs.get(header));
            if (mapped.isPresent() || mapping.ignore().contains(header)) {
                return mapped;
            }
            return CaseField.of(header)
                    .filter(own -> !mapping.columns().containsKey(own)
                            && !mapping.constants().containsKey(own));
        }

        private void fault(String code, String column) {
            faults.add(new Fault(file + ":1", code, Map.of("file", file, "row", "1", "column", column)));
        }
    }
}
