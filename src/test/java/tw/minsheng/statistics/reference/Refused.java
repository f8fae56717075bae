package tw.minsheng.statistics.reference;

import tw.minsheng.statistics.Value;

/** The product answers with a reason instead of a number. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(String reason) {
        super(reason, null, false, false);
    }

    static Refused because(Value undefined) {
        return new Refused(undefined.reason().orElseThrow().key());
    }

    String reason() {
        return getMessage();
    }
}
