package tw.minsheng.statistics.reference;

/** The product has nothing yet that could answer a reference entry. */
final class NotCovered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotCovered(String what) {
        super(what, null, false, false);
    }
}
