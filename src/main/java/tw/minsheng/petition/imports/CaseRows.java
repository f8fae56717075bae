package tw.minsheng.petition.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tw.minsheng.format.CsvRow;

/** Turns rows into cases; what does not fit becomes a refusal with row, column, value and reason. One thread. */
final class CaseRows {

    /** A year outside is a slip of the pen, or a 民國 year that the mapping does not name. */
    /** Longer than any name of a type or an office; a text that was mapped by mistake is longer. */
    private static final int MOST_LETTERS = 200;

    private static final int FIRST_YEAR = 1950;

    private static final int LAST_YEAR = 2100;

    private final CaseMapping mapping;
    private final CaseHeader header;
    private final Set<CaseField> mapped;
    private final CaseCounts counts = new CaseCounts();
    private final NumberSet numbers = new NumberSet();

    CaseRows(CaseMapping mapping, CaseHeader header) {
        this.mapping = mapping;
        this.header = header;
        this.mapped = Set.copyOf(header.places().keySet());
    }

    CaseCounts counts() {
        return counts;
    }

    /** Hands the row to the taker as a case, or each of its faults. */
    Optional<ImportedCase> read(CsvRow row, CaseTaker taker) {
        counts.row();
        header.ignored()
                .forEach((place, name) -> counts.ignored(name, row.field(place).isBlank()));
        Cells cells = new Cells(row);
        ImportedCase read = cells.read();
        if (cells.refusals.isEmpty() && !numbers.add(read.number())) {
            cells.refuse(CaseField.NUMBER, read.number(), Refusal.Reason.DUPLICATE_NUMBER);
        }
        if (!cells.refusals.isEmpty()) {
            counts.refusedRow();
            for (Refusal refusal : cells.refusals) {
                counts.reason(refusal.reason());
                taker.refuse(refusal);
            }
            return Optional.empty();
        }
        note(read, cells.coarse());
        taker.take(read);
        return Optional.of(read);
    }

    private void note(ImportedCase read, boolean coarse) {
        noteWhen(Note.NO_DUE, has(CaseField.DUE) && !read.due().isGiven(), read);
        noteWhen(Note.NO_CLOSED, has(CaseField.CLOSED) && !read.closed().isGiven(), read);
        noteWhen(Note.NO_TYPE, has(CaseField.TYPE) && read.type().isEmpty(), read);
        noteWhen(Note.NO_CHANNEL, has(CaseField.CHANNEL) && read.channel().isEmpty(), read);
        noteWhen(Note.NO_UNIT, has(CaseField.UNIT) && read.unit().isEmpty(), read);
        noteWhen(Note.NO_DISTRICT, has(CaseField.DISTRICT) && read.district().isEmpty(), read);
        noteWhen(Note.NO_STATUS, has(CaseField.STATUS) && read.status().isEmpty(), read);
        noteWhen(Note.COARSE_PLACE, coarse, read);
        noteWhen(Note.NO_PLACE, has(CaseField.LAT) && !coarse && !read.place().isGiven(), read);
        noteWhen(Note.DUPLICATE_STATUS, mapping.duplicateStatus().contains(read.status()), read);
        boolean ended = read.closed().isGiven();
        noteWhen(
                Note.CLOSED_BEFORE_RECEIVED,
                ended && read.closedSecond() < read.received().second(),
                read);
        noteWhen(
                Note.CLOSED_AT_ONCE,
                ended && !read.closed().dayOnly() && read.closed().equals(read.received()),
                read);
        noteWhen(
                Note.DUE_BEFORE_RECEIVED,
                read.due().isGiven()
                        && read.due().lastSecond() < read.received().second(),
                read);
        noteWhen(Note.CLOSED_WITHOUT_TIME, read.isClosed() && !ended, read);
        noteWhen(Note.OPEN_WITH_CLOSING_TIME, !read.isClosed() && ended, read);
    }

    private void noteWhen(Note note, boolean holds, ImportedCase read) {
        if (holds) {
            counts.note(note, read.row());
        }
    }

    private boolean has(CaseField field) {
        return mapping.isMapped(field, mapped);
    }

    /** The cells of one row. */
    private final class Cells {
        private final CsvRow row;
        private final List<Refusal> refusals = new ArrayList<>();
        private final Place place;

        Cells(CsvRow row) {
            this.row = row;
            this.place = place();
        }

        ImportedCase read() {
            String number = given(CaseField.NUMBER);
            if (number.isEmpty()) {
                refuse(CaseField.NUMBER, "", Refusal.Reason.NO_NUMBER);
            }
            if (number.length() > MOST_LETTERS) {
                refuse(CaseField.NUMBER, number, Refusal.Reason.LONG_WORD);
            }
            Moment received = time(CaseField.RECEIVED);
            if (!received.isGiven() && given(CaseField.RECEIVED).isEmpty()) {
                refuse(CaseField.RECEIVED, "", Refusal.Reason.NO_RECEIVED);
            }
            Moment closed = time(CaseField.CLOSED);
            String status = word(CaseField.STATUS);
            boolean isClosed = mapping.closedStatus().isEmpty()
                    ? closed.isGiven()
                    : mapping.closedStatus().contains(status);
            return new ImportedCase(
                    row.number(),
                    number,
                    received,
                    time(CaseField.DUE),
                    closed,
                    word(CaseField.TYPE),
                    word(CaseField.CHANNEL),
                    word(CaseField.UNIT),
                    word(CaseField.DISTRICT),
                    status,
                    isClosed,
                    place.isCoarse() ? Place.NONE : place,
                    given(CaseField.TEXT));
        }

        boolean coarse() {
            return place.isCoarse();
        }

        void refuse(CaseField field, String value, Refusal.Reason reason) {
            refusals.add(new Refusal(row.number(), header.name(field), value, reason));
        }

        /** As it stands there, without blanks around it; "" for nothing or a word for nothing. */
        private String given(CaseField field) {
            Integer column = header.places().get(field);
            if (column == null) {
                return "";
            }
            String theirs = row.field(column).strip();
            return theirs.isEmpty() || mapping.isMissing(field, theirs) ? "" : theirs;
        }

        private String word(CaseField field) {
            String constant = mapping.constants().get(field);
            if (constant != null) {
                return constant;
            }
            Integer column = header.places().get(field);
            String theirs = column == null ? "" : row.field(column).strip();
            Optional<String> ours = mapping.translate(field, theirs);
            if (ours.orElse("").length() > MOST_LETTERS) {
                refuse(field, theirs, Refusal.Reason.LONG_WORD);
                return "";
            }
            if (ours.isEmpty()) {
                refuse(field, theirs, Refusal.Reason.UNKNOWN_VALUE);
                counts.unknown(field, theirs);
            }
            return ours.orElse("");
        }

        private Moment time(CaseField field) {
            String theirs = given(field);
            if (theirs.isEmpty()) {
                return Moment.NONE;
            }
            Optional<Moment> read = mapping.format(field).read(theirs);
            if (read.isEmpty()) {
                refuse(field, theirs, Refusal.Reason.NO_TIME);
                return Moment.NONE;
            }
            int year = read.orElseThrow().day().getYear();
            if (year < FIRST_YEAR || year > LAST_YEAR) {
                refuse(field, theirs, Refusal.Reason.YEAR_OUT_OF_RANGE);
                return Moment.NONE;
            }
            return read.orElseThrow();
        }

        private Place place() {
            Optional<Double> lat = degree(CaseField.LAT);
            Optional<Double> lon = degree(CaseField.LON);
            if (lat.isEmpty() || lon.isEmpty()) {
                return Place.NONE;
            }
            Place read = new Place(lat.orElseThrow(), lon.orElseThrow());
            if (!read.isOnEarth()) {
                refuse(CaseField.LAT, read.lat() + " " + read.lon(), Refusal.Reason.OFF_THE_MAP);
            }
            return read;
        }

        private Optional<Double> degree(CaseField field) {
            String theirs = given(field);
            if (theirs.isEmpty()) {
                return Optional.empty();
            }
            try {
                double degree = Double.parseDouble(theirs);
                if (Double.isFinite(degree)) {
                    return Optional.of(degree);
                }
            } catch (NumberFormatException noNumber) {
                // refused below
            }
            refuse(field, theirs, Refusal.Reason.NO_COORDINATE);
            return Optional.empty();
        }
    }
}
