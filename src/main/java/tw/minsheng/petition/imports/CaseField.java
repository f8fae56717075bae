package tw.minsheng.petition.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a foreign file can tell about a case. */
public enum CaseField {
    /** the outside number, by which a case is known again */
    NUMBER(Kind.NAME),
    RECEIVED(Kind.TIME),
    DUE(Kind.TIME),
    CLOSED(Kind.TIME),
    TYPE(Kind.WORD),
    CHANNEL(Kind.WORD),
    UNIT(Kind.WORD),
    DISTRICT(Kind.WORD),
    STATUS(Kind.WORD),
    LAT(Kind.PLACE),
    LON(Kind.PLACE),
    TEXT(Kind.TEXT);

    /** What a value is like. */
    enum Kind {
        NAME,
        TIME,
        /** one of some words, by which cases are counted */
        WORD,
        PLACE,
        TEXT
    }

    private final Kind kind;

    CaseField(Kind kind) {
        this.kind = kind;
    }

    /** Its id in mapping files and results, for example {@code received}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    Kind kind() {
        return kind;
    }

    static Optional<CaseField> of(String id) {
        return Arrays.stream(values()).filter(field -> field.id().equals(id)).findFirst();
    }

    /** All ids, for messages. */
    static String ids() {
        return String.join(", ", Arrays.stream(values()).map(CaseField::id).toList());
    }

    /** Without these a row is no case. */
    static List<CaseField> needed() {
        return List.of(NUMBER, RECEIVED);
    }
}
