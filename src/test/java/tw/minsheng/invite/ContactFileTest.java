package tw.minsheng.invite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;

class ContactFileTest {

    private static final List<Language> BOTH = List.of(Language.ZH_TW, Language.EN);

    private final List<Contact> taken = new ArrayList<>();

    private ContactFile.Read read(String csv) {
        return ContactFile.read(csv, BOTH, taken::add);
    }

    @Test
    void aHeaderByWhichNobodyCanBeReachedIsRefused() {
        for (String header : List.of("", "name,stratum", "email,e-mail", "email,email", "mail")) {
            Problem refused = assertThrows(Problem.class, () -> read(header + "\na@example.org,x\n"));
            assertEquals("invite.header", refused.code(), header);
        }
    }

    @Test
    void badRowsAreRefusedAloneWithRowAndReason() {
        ContactFile.Read read = read("""
                email,phone,language,stratum
                a@example.org,,,road
                ,,,road
                a@example,,,road
                ,12ab,,road
                b@example.org,,fr,road
                c@example.org,,,road+building
                A@example.org,,en,road
                ,07-3368333,en,building
                """);
        assertEquals(
                List.of(
                        "3 invite.row.nobody",
                        "4 invite.row.email",
                        "5 invite.row.phone",
                        "6 invite.row.language",
                        "7 invite.row.stratum",
                        "8 invite.row.twice"),
                read.refused().stream()
                        .map(fault -> fault.place() + " " + fault.code())
                        .toList());
        assertEquals(Map.of("road", 1L, "building", 1L), read.strata());
        assertEquals(
                List.of(
                        new Contact("", "a@example.org", "", Language.ZH_TW, "road"),
                        new Contact("", "", "07-3368333", Language.EN, "building")),
                taken);
    }

    /** A mail header must not be made longer by an address. */
    @Test
    void anAddressWithALineBreakOrASecondOneIsRefused() {
        ContactFile.Read read =
                read("email\n\"a@example.org\nBcc: b@example.org\"\n\"a@example.org, b@example.org\"\n");
        assertEquals(2, read.refused().size());
        assertEquals(List.of(), taken);
    }

    @Test
    void aHundredThousandRowsAreReadOneByOne() {
        StringBuilder csv = new StringBuilder("email\n");
        for (int i = 0; i < 100_000; i++) {
            csv.append('p').append(i).append("@example.org\n");
        }
        assertEquals(100_000, read(csv.toString()).good());
        assertEquals(
                List.of(),
                read(csv.toString()).refused().stream().map(Fault::code).toList());
    }
}
