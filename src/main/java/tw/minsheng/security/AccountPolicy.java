package tw.minsheng.security;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tw.minsheng.kernel.Sha256;

/** The rules on accounts: what a name is, and when an account may be used. */
public final class AccountPolicy {

    /** An account that nobody used for so long is closed until an administrator opens it again. */
    public static final Duration IDLE = Duration.ofDays(90);

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,63}");

    /** Who acts without an account is called so in histories: petitioners, and the program by its clock. */
    private static final Set<String> RESERVED = Set.of("citizen", "clock");

    private AccountPolicy() {}

    /** The name as it is stored: without blanks around it, width and case folded. */
    public static String name(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    public static boolean isName(String name) {
        return NAME.matcher(name).matches() && !RESERVED.contains(name);
    }

    /** What stands for a typed name in the count of failures: a password typed into the wrong field is not kept. */
    public static String nameHash(String name) {
        return Sha256.hex(name);
    }

    /** Whether the account may be used now: active, before its end, and used within the last 90 days. */
    public static boolean isUsable(Account account, Instant now) {
        return account.state() == Account.State.ACTIVE && now.isBefore(account.until()) && !isIdle(account, now);
    }

    /** Whether nobody used the account for 90 days, counted from its opening when it was never used. */
    public static boolean isIdle(Account account, Instant now) {
        Instant last = account.used().isAfter(account.opened()) ? account.used() : account.opened();
        return !now.isBefore(last.plus(IDLE));
    }
}
