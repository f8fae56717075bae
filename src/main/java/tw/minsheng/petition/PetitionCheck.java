package tw.minsheng.petition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;

/** Checks a petition as it was sent; every fault at once, each with the field that it concerns. */
final class PetitionCheck {

    static final int MOST_LETTERS = 4_000;

    /** Enough to find slips of the keyboard; whether it exists is found out by writing to it. */
    private static final int MOST_OF_A_LINK = 2_000;

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9(][0-9 ()#-]{5,28}[0-9]");

    private static final Pattern DEGREES = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,15})?");

    private final Catalogue catalogue;
    private final Sent sent;
    private final List<Fault> faults = new ArrayList<>();

    private PetitionCheck(Catalogue catalogue, Sent sent, List<Fault> before) {
        this.catalogue = catalogue;
        this.sent = sent;
        this.faults.addAll(before);
    }

    /** @throws Problem INVALID {@code petition.faults} with every fault */
    static Petition of(Catalogue catalogue, Sent sent) {
        return of(catalogue, sent, List.of());
    }

    /**
     * @param before faults that were found beside it
     * @throws Problem INVALID {@code petition.faults} with every fault, those too
     */
    static Petition of(Catalogue catalogue, Sent sent, List<Fault> before) {
        return new PetitionCheck(catalogue, sent, before).petition();
    }

    private Petition petition() {
        Optional<Kind> kind = Kind.of(sent.get("kind"));
        if (kind.isEmpty()) {
            fault("kind", "petition.kind");
        }
        if (catalogue.type(sent.get("type")).isEmpty()) {
            fault("type", "petition.type");
        }
        Required.check(faults, "text", sent.get("text"), "petition.text", MOST_LETTERS);
        Place place = place();
        Contact contact = contact();
        if (!faults.isEmpty()) {
            throw Problem.invalid("petition.faults", faults);
        }
        return new Petition(
                kind.orElseThrow(),
                sent.get("type"),
                sent.get("text"),
                place,
                contact,
                confidential(kind.orElseThrow()),
                sent.get("language").equals(Language.EN.tag()) ? Language.EN : Language.ZH_TW,
                sent.channel(),
                sent.notice());
    }

    /** A report of misconduct stays confidential whatever the box says. */
    private boolean confidential(Kind kind) {
        return kind.isConfidential() || sent.get("confidential").equals("true");
    }

    private Place place() {
        String district = sent.get("district");
        if (!district.isEmpty() && !catalogue.districts().containsKey(district)) {
            fault("district", "petition.district");
        }
        return new Place(district, line("address", 200), point());
    }

    /** Latitude and longitude, both or none. */
    private Place.Point point() {
        String latitude = sent.get("lat");
        String longitude = sent.get("lon");
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return copied();
        }
        if (DEGREES.matcher(latitude).matches() && DEGREES.matcher(longitude).matches()) {
            double north = Double.parseDouble(latitude);
            double east = Double.parseDouble(longitude);
            if (Math.abs(north) <= 90 && Math.abs(east) <= 180) {
                return Place.Point.at(north, east);
            }
        }
        fault("lat", "petition.point");
        return Place.Point.NONE;
    }

    /** What she copied out of a map. */
    private Place.Point copied() {
        String typed = line(Sent.POINT, MOST_OF_A_LINK);
        if (typed.isEmpty() || typed.length() > MOST_OF_A_LINK) {
            return Place.Point.NONE;
        }
        Optional<Place.Point> point = MapPoint.typed(typed);
        if (point.isEmpty()) {
            fault(Sent.POINT, "petition.map_point");
        }
        return point.orElse(Place.Point.NONE);
    }

    private Contact contact() {
        Contact contact = new Contact(line("name", 80), line("email", 254), line("phone", 40), line("helper", 80));
        if (!contact.email().isEmpty() && !Contact.isEmail(contact.email())) {
            fault("email", "petition.email");
        }
        if (!contact.phone().isEmpty() && !PHONE.matcher(contact.phone()).matches()) {
            fault("phone", "petition.phone");
        }
        if (sent.channel().needsConfirmation() && !contact.isReachable()) {
            fault("phone", "petition.contact");
        }
        return contact;
    }

    /** One line of text; a line break in it could forge a header of a mail. */
    private String line(String name, int most) {
        String text = sent.get(name);
        if (text.length() > most) {
            faults.add(new Fault(name, "case.text_long", Map.of("most", Integer.toString(most))));
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            fault(name, "petition.line");
        }
        return text;
    }

    private void fault(String field, String code) {
        faults.add(Fault.of(field, code));
    }
}
