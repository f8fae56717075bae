package tw.minsheng;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import tw.minsheng.calendar.OfficeDays;
import tw.minsheng.dataset.cases.CaseTally;
import tw.minsheng.dataset.cases.CaseTally.CaseWords;
import tw.minsheng.dataset.cases.CaseTimes;
import tw.minsheng.petition.imports.CaseField;
import tw.minsheng.petition.imports.CaseLedger;
import tw.minsheng.petition.imports.CaseLedger.Keeper;
import tw.minsheng.petition.imports.LedgerCase;
import tw.minsheng.web.staff.CaseReports;

/** Counts the cases of one view: names their words, passes over those that were not asked for. One thread. */
final class CaseCount implements CaseLedger.Reader {

    private static final int UNKNOWN = -1;

    private final CaseReports.Selection selection;
    private final long watched;
    private final CaseTally tally;
    private final Map<CaseField, Numbers> numbers = new EnumMap<>(CaseField.class);
    private final Numbers languages;
    private final Units units;
    private long first = Long.MAX_VALUE;

    /** @param watched up to when open cases are watched */
    CaseCount(CaseReports.Selection selection, CaseReports.Names names, OfficeDays office, LocalDateTime watched) {
        this.selection = selection;
        this.watched = watched.toEpochSecond(ZoneOffset.UTC);
        this.tally = new CaseTally(
                selection.source(),
                new WorkingTime(office),
                selection.from().atStartOfDay().toEpochSecond(ZoneOffset.UTC));
        CaseTally.COUNTED.stream()
                .filter(field -> field != CaseField.UNIT)
                .forEach(field -> numbers.put(
                        field,
                        new Numbers(
                                (keeper, word) -> tally.word(field, names.of(keeper, "", field, word)),
                                wanted(field))));
        this.units = new Units(
                (keeper, agency, word) -> tally.word(CaseField.UNIT, names.of(keeper, agency, CaseField.UNIT, word)),
                wanted(CaseField.UNIT));
        this.languages =
                new Numbers((keeper, word) -> word.isEmpty() ? CaseWords.NO_LANGUAGE : tally.language(word), UNKNOWN);
    }

    private int wanted(CaseField field) {
        String only = selection.only().get(field);
        return only == null ? UNKNOWN : tally.word(field, only);
    }

    /** The number that the tally gives to a word of the reading. */
    private interface Named {
        int number(Keeper keeper, String word);
    }

    /** Remembers, for each keeper, the numbers of one field's words. */
    private static final class Numbers {

        private static final int NEW = Integer.MIN_VALUE;

        private final Named named;
        private final int wanted;
        private final Map<Keeper, int[]> known = new EnumMap<>(Keeper.class);

        /** @param wanted the only number that was asked for */
        Numbers(Named named, int wanted) {
            this.named = named;
            this.wanted = wanted;
            Arrays.stream(Keeper.values()).forEach(keeper -> known.put(keeper, new int[0]));
        }

        int of(Keeper keeper, int number, CaseLedger.Words words) {
            int[] numbers = known.getOrDefault(keeper, new int[0]);
            if (number >= numbers.length) {
                int before = numbers.length;
                numbers = Arrays.copyOf(numbers, Math.max(number + 1, before * 2));
                Arrays.fill(numbers, before, numbers.length, NEW);
                known.put(keeper, numbers);
            }
            if (numbers[number] == NEW) {
                numbers[number] = named.number(keeper, words.word(number));
            }
            return numbers[number];
        }

        boolean isAsked(int number) {
            return wanted == UNKNOWN || wanted == number;
        }
    }

    /** The number that the tally gives to a unit of an agency. */
    private interface NamedUnit {
        int number(Keeper keeper, String agency, String word);
    }

    /** The same for units, which are told apart by their agency. */
    private static final class Units {

        private final NamedUnit named;
        private final int wanted;
        private final Map<Integer, Numbers> agencies = new HashMap<>();

        Units(NamedUnit named, int wanted) {
            this.named = named;
            this.wanted = wanted;
        }

        int of(LedgerCase each, CaseLedger.Words words) {
            return agencies.computeIfAbsent(
                            each.agency(),
                            agency -> new Numbers(
                                    (keeper, word) -> named.number(keeper, words.word(agency), word), wanted))
                    .of(each.keeper(), each.unit(), words);
        }

        boolean isAsked(int number) {
            return wanted == UNKNOWN || wanted == number;
        }
    }

    @Override
    public void read(LedgerCase each, CaseLedger.Words words) {
        if (selection.keeper().map(only -> only != each.keeper()).orElse(false)) {
            return;
        }
        first = Math.min(first, each.received());
        int type = number(CaseField.TYPE, each, words);
        int channel = number(CaseField.CHANNEL, each, words);
        int unit = units.of(each, words);
        int district = number(CaseField.DISTRICT, each, words);
        int status = number(CaseField.STATUS, each, words);
        if (isAsked(CaseField.TYPE, type)
                && isAsked(CaseField.CHANNEL, channel)
                && units.isAsked(unit)
                && isAsked(CaseField.DISTRICT, district)
                && isAsked(CaseField.STATUS, status)) {
            int language = languages.of(each.keeper(), each.language(), words);
            tally.add(times(each).at(watched), new CaseWords(type, channel, unit, district, status, language));
        }
    }

    private static CaseTimes times(LedgerCase each) {
        long used = each.workingDays() < 0 ? CaseTimes.NONE : each.workingDays();
        return new CaseTimes(each.received(), each.due(), each.closed(), each.isClosed(), each.extended(), used);
    }

    private int number(CaseField field, LedgerCase each, CaseLedger.Words words) {
        Numbers of = numbers.get(field);
        return of == null ? UNKNOWN : of.of(each.keeper(), each.word(field), words);
    }

    private boolean isAsked(CaseField field, int number) {
        Numbers of = numbers.get(field);
        return of == null || of.isAsked(number);
    }

    CaseTally tally() {
        return tally;
    }

    /**
     * From when on there is anything to tell: the first second of the period when there were cases before it, else the first
     * receipt; of all cases of the period, whatever was asked for: before it the weeks without cases say nothing.
     */
    LocalDateTime first() {
        LocalDateTime from = selection.from().atStartOfDay();
        return first == Long.MAX_VALUE || first < from.toEpochSecond(ZoneOffset.UTC)
                ? from
                : LocalDateTime.ofEpochSecond(first, 0, ZoneOffset.UTC);
    }
}
