package tw.minsheng.security;

import java.util.List;
import java.util.stream.Stream;

/**
 * What an account proves itself with.
 *
 * @param hash Argon2id of the password, "" while none has been chosen: nothing matches it
 * @param former hashes of the passwords before it, newest first, at most {@link PasswordRules#REMEMBERED} − 1
 * @param change whether another password must be chosen before anything else
 */
public record Credential(String hash, List<String> former, boolean change) {

    /** No password yet: the person sets the first one through a one-time link. */
    public static final Credential NONE = new Credential("", List.of(), false);

    public Credential {
        former = List.copyOf(former);
    }

    /** The passwords that may not be chosen again: the present one and those before it. */
    public List<String> remembered() {
        return Stream.concat(Stream.of(hash), former.stream())
                .filter(known -> !known.isEmpty())
                .limit(PasswordRules.REMEMBERED)
                .toList();
    }

    /** The same account with a new password. */
    public Credential changedTo(String newHash) {
        return new Credential(
                newHash,
                remembered().stream().limit(PasswordRules.REMEMBERED - 1).toList(),
                false);
    }

    /** The password is taken away; the former ones stay remembered. */
    public Credential withdrawn() {
        return new Credential("", remembered(), false);
    }

    @Override
    public String toString() {
        return "credential";
    }
}
