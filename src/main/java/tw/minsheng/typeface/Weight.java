package tw.minsheng.typeface;

/** The weights of the typeface that are used. */
public enum Weight {
    REGULAR(400, "Regular"),
    MEDIUM(500, "Medium"),
    BOLD(700, "Bold");

    private final int css;
    private final String file;

    Weight(int css, String file) {
        this.css = css;
        this.file = file;
    }

    /** The number by which CSS and PDF know this weight. */
    public int css() {
        return css;
    }

    String resource() {
        return "/fonts/ttf/NotoSansTC/NotoSansTC-" + file + ".ttf";
    }
}
