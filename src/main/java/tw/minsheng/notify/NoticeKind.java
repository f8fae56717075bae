package tw.minsheng.notify;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a petitioner is told, with the facts without which it would not be such a notice. */
public enum NoticeKind {
    /** asks her to confirm by a link that she sent it */
    CONFIRM("link", "days"),
    /** the same by a code to her telephone */
    CONFIRM_CODE("code", "days"),
    /** 收件 */
    RECEIVED("due", "ask") {
        @Override
        Set<String> optional() {
            return Set.of("query");
        }
    },
    /** 通知補正 */
    ASK("question"),
    /** 展期 */
    EXTEND("reason", "progress", "until"),
    /** 移轉 (行政程序法 172) */
    TRANSFER("to", "told", "remedies"),
    /** 不予處理 (行政程序法 173) */
    DECLINE("ground", "told"),
    /** 答復結案 */
    ANSWER("outcome", "text", "basis", "next", "contact", "phone"),
    /** 逾期通知: the three parts that it must have */
    OVERDUE("reason", "progress", "expected"),
    /** 併案, without a word of the other petitioner */
    MERGE(),
    /** the merge was taken back */
    UNMERGE("due"),
    /** 重啟 */
    REOPEN("due"),
    /** asks somebody to answer a survey */
    INVITE("title", "link", "until"),
    /** the one reminder of it */
    REMIND("title", "link", "until"),
    /** asks a petitioner how her case was handled */
    INVITE_CASE("link", "until"),
    /** the one reminder of it */
    REMIND_CASE("link", "until"),
    /** asks an expert to rate the items of a survey */
    EXPERT("title", "link", "until") {
        @Override
        Set<String> optional() {
            return Set.of("name", "n");
        }
    },
    /** reminds staff of due dates */
    ALERT("lines", "link") {
        @Override
        Set<String> optional() {
            return Set.of("count");
        }
    };

    /** Facts that every notice has. */
    private static final Set<String> COMMON = Set.of("number", "type", "agency", "ask");

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<String> required;

    NoticeKind(String... required) {
        this.required = Set.of(required);
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<NoticeKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    /** What its text must say, apart from the number of the case. */
    public Set<String> required() {
        return required;
    }

    /** What its text may say, and need not. */
    Set<String> optional() {
        return Set.of();
    }

    /** What its text may say. */
    public Set<String> facts() {
        Set<String> all = new TreeSet<>(COMMON);
        all.addAll(required);
        all.addAll(optional());
        return all;
    }
}
