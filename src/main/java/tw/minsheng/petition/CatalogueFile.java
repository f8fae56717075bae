package tw.minsheng.petition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tw.minsheng.format.Node;
import tw.minsheng.format.Yaml;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.deadline.Basis;
import tw.minsheng.petition.deadline.DeadlineRules;
import tw.minsheng.petition.deadline.TimeLimit;

/** {@code petitions.yaml} beside the surveys: what a petition can be about, who handles it, and how long that may take. */
public final class CatalogueFile {

    public static final String NAME = "petitions.yaml";

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");
    private static final Pattern SECOND = Pattern.compile("[1-9]|10");
    private static final Set<String> SECTIONS = Set.of("types", "districts", "residents", "retention");
    private static final Set<String> OF_A_TYPE = Set.of(
            "label",
            "agency",
            "limit",
            "basis",
            "rollToNextWorkingDay",
            "officeHours",
            "procedure",
            "secondReply",
            "retention");

    private static final Set<String> OF_A_CLASS = Set.of("label", "years");
    private static final Pattern YEARS = Pattern.compile("[1-9][0-9]?");

    private static final Set<String> OF_RESIDENTS = Set.of("source", "asOf", "people");
    private static final Pattern PEOPLE = Pattern.compile("[1-9][0-9]{0,8}");

    private final List<Fault> faults = new ArrayList<>();

    private CatalogueFile() {}

    /**
     * @param agencies keys that a type may name
     * @throws Problem INVALID {@code petitions.faults} with each fault and its line, or what {@link Yaml} refuses
     */
    public static Catalogue read(String file, byte[] bytes, Set<String> agencies) {
        CatalogueFile reader = new CatalogueFile();
        Node root = Yaml.read(file, bytes);
        reader.known(root, SECTIONS);
        List<CaseType> types = new ArrayList<>();
        root.get("types")
                .entries()
                .forEach(entry -> reader.type(entry, agencies).ifPresent(types::add));
        Map<String, LocalizedText> districts = new LinkedHashMap<>();
        root.get("districts").entries().forEach(entry -> districts.put(reader.key(entry), reader.name(entry.value())));
        Map<String, String> spellings = reader.spellings(root.get("districts"));
        Residents residents = reader.residents(root.get("residents"), districts.keySet());
        Retention retention = reader.retention(root);
        if (types.isEmpty() && reader.faults.isEmpty()) {
            reader.fault(root, "petitions.no_types", "types");
        }
        if (!reader.faults.isEmpty()) {
            throw new Problem(Problem.Kind.INVALID, "petitions.faults", Map.of("file", file), reader.faults);
        }
        return new Catalogue(types, districts, residents, retention, spellings);
    }

    private Retention retention(Node root) {
        List<Retention.Period> classes = new ArrayList<>();
        root.get("retention").entries().forEach(entry -> classes.add(period(entry)));
        List<Retention.Period> known = classes.isEmpty() ? Retention.USUAL.classes() : classes;
        Map<String, String> ofTypes = new LinkedHashMap<>();
        root.get("types").entries().forEach(entry -> {
            Node named = entry.value().get("retention");
            if (named.isGiven()) {
                ofTypes.put(entry.key(), named.text());
                if (known.stream().noneMatch(each -> each.key().equals(named.text()))) {
                    fault(named, "petitions.retention", named.text());
                }
            }
        });
        return new Retention(known, ofTypes);
    }

    private Retention.Period period(Node.Entry entry) {
        Node node = entry.value();
        known(node, OF_A_CLASS);
        String years = node.get("years").text();
        boolean right = YEARS.matcher(years).matches();
        if (!right) {
            fault(node.get("years"), "petitions.years", years);
        }
        return new Retention.Period(key(entry), name(node.get("label")), right ? Integer.parseInt(years) : 1);
    }

    /** The names of the districts and how else they are written; a word may mean one district only. */
    private Map<String, String> spellings(Node districts) {
        Map<String, String> spellings = new LinkedHashMap<>();
        for (Node.Entry entry : districts.entries()) {
            Stream.concat(
                            Stream.of(
                                    entry.value().get(Language.ZH_TW.tag()),
                                    entry.value().get(Language.EN.tag())),
                            entry.value().get("also").elements().stream())
                    .forEach(each -> {
                        String other = spellings.put(Catalogue.spelling(each.text()), entry.key());
                        if (other != null && !other.equals(entry.key())) {
                            fault(each, "petitions.spelling", each.text());
                        }
                    });
        }
        return spellings;
    }

    private Residents residents(Node node, Set<String> districts) {
        if (!node.isGiven()) {
            return Residents.UNKNOWN;
        }
        known(node, OF_RESIDENTS);
        Map<String, Long> people = new LinkedHashMap<>();
        for (Node.Entry entry : node.get("people").entries()) {
            if (!districts.contains(entry.key())) {
                fault(entry.value(), "petitions.district", entry.key());
            }
            if (PEOPLE.matcher(entry.value().text()).matches()) {
                people.put(entry.key(), Long.valueOf(entry.value().text()));
            } else {
                fault(entry.value(), "petitions.people", entry.value().text());
            }
        }
        if (people.isEmpty()) {
            fault(node, "petitions.people", "");
        }
        return new Residents(people, name(node.get("source")), day(node.get("asOf")));
    }

    private LocalDate day(Node node) {
        try {
            return LocalDate.parse(node.text());
        } catch (DateTimeException noDay) {
            fault(node, "petitions.day", node.text());
            return LocalDate.EPOCH;
        }
    }

    private Optional<CaseType> type(Node.Entry entry, Set<String> agencies) {
        Node node = entry.value();
        known(node, OF_A_TYPE);
        String agency = node.get("agency").text();
        if (!agencies.contains(agency)) {
            fault(node.get("agency"), "petitions.agency", agency);
        }
        String key = key(entry);
        LocalizedText label = name(node.get("label"));
        Node procedure = node.get("procedure");
        LocalizedText explained = procedure.isGiven() ? name(procedure) : LocalizedText.NONE;
        TimeLimit second = secondReply(node.get("secondReply"));
        return limit(node).map(limit -> new CaseType(key, label, agency, limit, rules(node), explained, second));
    }

    /** Working days of a second reply. */
    private TimeLimit secondReply(Node node) {
        if (!node.isGiven()) {
            return CaseType.SECOND_REPLY;
        }
        if (!SECOND.matcher(node.text()).matches()) {
            fault(node, "petitions.second_reply", node.text());
            return CaseType.SECOND_REPLY;
        }
        return new TimeLimit(Integer.parseInt(node.text()), Basis.WORKING_DAY);
    }

    private Optional<TimeLimit> limit(Node node) {
        String amount = node.get("limit").text();
        String word = node.get("basis").text();
        Optional<Basis> basis = List.of(Basis.values()).stream()
                .filter(each -> each.word().equals(word))
                .findFirst();
        if (!NUMBER.matcher(amount).matches()) {
            fault(node.get("limit"), "petitions.limit", amount);
            return Optional.empty();
        }
        if (basis.isEmpty()) {
            fault(node.get("basis"), "petitions.basis", word);
        }
        return basis.map(found -> new TimeLimit(Integer.parseInt(amount), found));
    }

    private static DeadlineRules rules(Node node) {
        DeadlineRules rules = DeadlineRules.DEFAULT;
        rules = node.get("rollToNextWorkingDay").isTrue() ? rules.rolling() : rules;
        return node.get("officeHours").isTrue() ? rules.inOfficeHours() : rules;
    }

    private String key(Node.Entry entry) {
        if (!KEY.matcher(entry.key()).matches()) {
            fault(entry.value(), "petitions.key", entry.key());
        }
        return entry.key();
    }

    private LocalizedText name(Node node) {
        Map<Language, String> texts = new LinkedHashMap<>();
        for (Language language : List.of(Language.ZH_TW, Language.EN)) {
            String text = node.get(language.tag()).text();
            if (text.isBlank()) {
                fault(node, "petitions.text", language.tag());
            }
            texts.put(language, text);
        }
        return new LocalizedText(texts);
    }

    private void known(Node node, Set<String> keys) {
        node.keys().stream()
                .filter(key -> !keys.contains(key))
                .sorted()
                .forEach(key -> fault(node.get(key), "petitions.unknown", key));
    }

    private void fault(Node node, String code, String value) {
        String line = Integer.toString(node.mark().line());
        faults.add(new Fault(NAME + ":" + line, code, Map.of("line", line, "value", value)));
    }
}
