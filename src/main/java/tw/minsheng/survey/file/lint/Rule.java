package tw.minsheng.survey.file.lint;

import java.util.EnumSet;
import java.util.Set;

/** The rules of the linter; their words are in the messages of this room. */
public enum Rule {
    L01,
    L02,
    L03,
    L04,
    L05,
    L06,
    L07,
    L08,
    L09,
    L10,
    L11,
    L12,
    L13,
    L14,
    L15,
    L16,
    L17,
    L18,
    L19,
    L20,
    L21,
    L22,
    L23,
    L24,
    L25,
    L26,
    L27,
    L28,
    L29,
    L30,
    L31,
    L32,
    L33,
    L34,
    L35,
    L36,
    L37,
    L38,
    L39,
    L40,
    L41,
    L42,
    L43,
    L44,
    L45,
    L46,
    L47;

    private static final Set<Rule> WARNINGS = EnumSet.of(L21, L29, L32, L35, L41, L42, L43, L44, L45, L46, L47);

    /** What a finding means for publishing. */
    public enum Level {
        /** 錯誤: blocks publishing */
        ERROR("error"),
        /** 提醒: needs a reason to publish */
        WARNING("warning");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public Level level() {
        return WARNINGS.contains(this) ? Level.WARNING : Level.ERROR;
    }
}
