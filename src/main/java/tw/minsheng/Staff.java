package tw.minsheng;

import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Clock;
import tw.minsheng.security.AccountOffice;
import tw.minsheng.security.AddressPace;
import tw.minsheng.security.Enrolment;
import tw.minsheng.security.PasswordRules;
import tw.minsheng.security.Passwords;
import tw.minsheng.security.SessionDesk;
import tw.minsheng.security.SignIn;

/** What lets the staff in. */
record Staff(SignIn signIn, SessionDesk desk, Enrolment enrolment, AccountOffice office) {

    static Staff of(Vertx vertx, Doors doors, Clock clock) {
        SecureRandom random = new SecureRandom();
        Passwords passwords = new Passwords(vertx, random);
        Enrolment enrolment = new Enrolment(doors.security(), new PasswordRules(), passwords, random, clock);
        return new Staff(
                new SignIn(doors.security(), passwords, new AddressPace(), random, clock),
                new SessionDesk(doors.security(), clock),
                enrolment,
                new AccountOffice(doors.security(), enrolment, clock));
    }
}
