package tw.minsheng.survey.file.definition;

import tw.minsheng.survey.Version;

/** How much a change means for the trend line of a survey, least first. */
public enum ChangeClass {
    /** 修正: the trend continues */
    PATCH("patch"),
    /** 次要: the trend continues, something new starts */
    MINOR("minor"),
    /** 重大: the trend is broken and marked in every chart */
    MAJOR("major");

    private final String word;

    ChangeClass(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** The lowest version that such a change may have. */
    public Version after(Version old) {
        return switch (this) {
            case PATCH -> new Version(old.major(), old.minor(), old.patch() + 1);
            case MINOR -> new Version(old.major(), old.minor() + 1, 0);
            case MAJOR -> new Version(old.major() + 1, 0, 0);
        };
    }
}
