package tw.minsheng.invite.draw;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How it ended with somebody who was drawn, in the classes of AAPOR (Standard Definitions, 9th edition). */
public enum Ending {
    /** complete answer */
    I,
    /** partial answer */
    P,
    /** refusal or break-off */
    R,
    /** no contact with somebody who is known to belong to the population */
    NC,
    /** other: too ill, absent, no common language */
    O,
    /** unknown whether the address or number is hers */
    UH,
    /** unknown for other reasons: nothing was heard */
    UO,
    /** does not belong to the population */
    NE;

    /** Those that staff write down; a complete answer says so itself. */
    public static List<Ending> written() {
        return List.of(P, R, NC, O, UH, UO, NE);
    }

    public static Optional<Ending> of(String key) {
        return Arrays.stream(values()).filter(each -> each.name().equals(key)).findFirst();
    }
}
