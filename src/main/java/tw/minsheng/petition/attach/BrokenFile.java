package tw.minsheng.petition.attach;

/** A file is not built as its kind is. */
final class BrokenFile extends RuntimeException {

    private static final long serialVersionUID = 1;

    BrokenFile(String what) {
        super(what);
    }
}
