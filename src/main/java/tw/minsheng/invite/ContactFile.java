package tw.minsheng.invite;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tw.minsheng.format.CsvLimits;
import tw.minsheng.format.CsvReader;
import tw.minsheng.format.CsvRow;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;

/**
 * Contacts as CSV: a header with {@code email} or {@code phone}, and any of {@code name}, {@code language}, {@code stratum}; one
 * row for each person. Read row by row; what is wrong is refused alone, with its row and its reason.
 */
public final class ContactFile {

    private static final Set<String> COLUMNS = Set.of("email", "phone", "name", "language", "stratum");
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\",;:()\\[\\]\\\\]{1,64}@[A-Za-z0-9.-]{1,190}\\.[A-Za-z]{2,}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()#-]{6,24}");
    private static final Pattern STRATUM = Pattern.compile("[^+\\p{Cntrl}]{0,64}");
    private static final int MOST_LETTERS = 100;
    private static final int MOST_REFUSED = 200;

    private final List<Language> languages;
    private final Consumer<Contact> taker;
    private final List<Fault> refused = new ArrayList<>();
    private final Set<String> mails = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();
    /** Numbers of those who have no address. */
    private final Set<String> alone = new HashSet<>();

    private final Map<String, Long> strata = new TreeMap<>();

    private ContactFile(List<Language> languages, Consumer<Contact> taker) {
        this.languages = List.copyOf(languages);
        this.taker = taker;
    }

    /**
     * What was read.
     *
     * @param strata how many good rows each stratum has
     * @param refused with the row as place, at most 200
     */
    public record Read(Map<String, Long> strata, List<Fault> refused) {
        public Read {
            strata = new TreeMap<>(strata);
            refused = List.copyOf(refused);
        }

        public long good() {
            return strata.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** The same for a text that somebody pasted. */
    public static Read read(String text, List<Language> languages, Consumer<Contact> taker) {
        return read(new ByteArrayInputStream(text.strip().getBytes(StandardCharsets.UTF_8)), languages, taker);
    }

    /**
     * @param languages those of the survey, the first one for whoever names none
     * @throws Problem INVALID {@code invite.header} when a column is unknown or there is none to reach anybody, and what
     *     {@link CsvReader} refuses
     */
    public static Read read(InputStream in, List<Language> languages, Consumer<Contact> taker) {
        ContactFile reader = new ContactFile(languages, taker);
        CsvReader csv = CsvReader.open("contacts.csv", in, CsvLimits.DEFAULT);
        List<String> header = csv.next().map(ContactFile::header).orElseGet(List::of);
        if (!COLUMNS.containsAll(header)
                || header.size() != Set.copyOf(header).size()
                || !(header.contains("email") || header.contains("phone"))) {
            throw Problem.of(Problem.Kind.INVALID, "invite.header", Map.of("value", String.join(", ", header)));
        }
        for (Optional<CsvRow> row = csv.next(); row.isPresent(); row = csv.next()) {
            reader.row(header, row.get());
        }
        return new Read(reader.strata, reader.refused);
    }

    /** Whether this is written as an e-mail address. */
    public static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }

    /** Whether this is written as a telephone number. */
    public static boolean isPhone(String text) {
        return PHONE.matcher(text).matches();
    }

    /**
     * Somebody as she is told, nothing checked.
     *
     * @param place where, for what is refused
     * @param language tag, "" for the first one of the survey
     */
    public record Told(String place, String name, String email, String phone, String language, String stratum) {

        /** Personal data must not get into logs by way of a message. */
        @Override
        public String toString() {
            return "Told " + place;
        }
    }

    /** The same rules for people who come from elsewhere. */
    public static Read check(List<Told> people, List<Language> languages, Consumer<Contact> taker) {
        ContactFile reader = new ContactFile(languages, taker);
        people.forEach(reader::take);
        return new Read(reader.strata, reader.refused);
    }

    private static List<String> header(CsvRow row) {
        return row.fields().stream()
                .map(field -> field.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private void row(List<String> header, CsvRow row) {
        take(new Told(
                Long.toString(row.number()),
                field(header, row, "name"),
                field(header, row, "email"),
                field(header, row, "phone"),
                field(header, row, "language"),
                field(header, row, "stratum")));
    }

    private void take(Told row) {
        String email = row.email().toLowerCase(Locale.ROOT);
        String phone = row.phone();
        String name = row.name();
        String stratum = row.stratum();
        Optional<Language> language = language(row.language());
        if (email.isEmpty() && phone.isEmpty()) {
            refuse(row, "invite.row.nobody", "");
        } else if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
            refuse(row, "invite.row.email", email);
        } else if (!phone.isEmpty() && !PHONE.matcher(phone).matches()) {
            refuse(row, "invite.row.phone", phone);
        } else if (name.length() > MOST_LETTERS || !STRATUM.matcher(stratum).matches()) {
            refuse(row, "invite.row.stratum", stratum);
        } else if (language.isEmpty()) {
            refuse(row, "invite.row.language", row.language());
        } else if (!isNew(email, phone)) {
            refuse(row, "invite.row.twice", email.isEmpty() ? phone : email);
        } else {
            strata.merge(stratum, 1L, Long::sum);
            taker.accept(new Contact(name, email, phone, language.get(), stratum));
        }
    }

    /** Colleagues may share a telephone; who has no address is known by it alone. */
    private boolean isNew(String email, String phone) {
        String mail = Addresses.mail(email);
        String number = Addresses.phone(phone);
        boolean known = mail.isEmpty()
                ? numbers.contains(number)
                : mails.contains(mail) || (!number.isEmpty() && alone.contains(number));
        mails.add(mail);
        numbers.add(number);
        if (mail.isEmpty()) {
            alone.add(number);
        }
        return !known;
    }

    private Optional<Language> language(String typed) {
        return typed.isEmpty()
                ? Optional.of(languages.get(0))
                : languages.stream().filter(each -> each.tag().equals(typed)).findFirst();
    }

    private static String field(List<String> header, CsvRow row, String name) {
        int at = header.indexOf(name);
        return at < 0 ? "" : row.field(at).strip();
    }

    private void refuse(Told row, String code, String value) {
        if (refused.size() < MOST_REFUSED) {
            String line = row.place();
            refused.add(new Fault(line, code, Map.of("line", line, "value", value)));
        }
    }
}
