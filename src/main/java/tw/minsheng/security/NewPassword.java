package tw.minsheng.security;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;

/** Turns a chosen password into a credential when the rules allow it. */
final class NewPassword {

    private final PasswordRules rules;
    private final Passwords passwords;

    NewPassword(PasswordRules rules, Passwords passwords) {
        this.rules = rules;
        this.passwords = passwords;
    }

    /** Fails with INVALID {@code password.refused} and the fault: too short, too long, common, or used before. */
    Future<Credential> after(Credential former, String account, String password) {
        Optional<Fault> fault = rules.fault(password, account);
        if (fault.isPresent()) {
            return refused(fault.get());
        }
        return passwords
                .matchesAny(password, former.remembered())
                .compose(used -> used
                        ? refused(Fault.of("password", "password.used"))
                        : passwords.hash(password).map(former::changedTo));
    }

    static <T> Future<T> refused(Fault fault) {
        return Future.failedFuture(Problem.invalid("password.refused", List.of(fault)));
    }
}
