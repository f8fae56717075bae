package tw.minsheng;

import io.vertx.core.Future;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import tw.minsheng.kernel.Act;
import tw.minsheng.security.Account;
import tw.minsheng.security.Enrolment;
import tw.minsheng.security.Role;
import tw.minsheng.security.SecurityDoors;

/**
 * One account per role for the demonstration. The passwords are random and kept in a file of the data folder, so that
 * they can be shown at every start.
 */
record DemoAccounts(Path data, SecurityDoors doors, Enrolment enrolment) {

    private static final List<Role> ROLES = List.of(Role.ADMIN, Role.ANALYST, Role.REVIEWER, Role.HANDLER, Role.HEAD);
    private static final int PASSWORD_BYTES = 12;

    /** One account as it is printed. */
    record Shown(Role role, String name, String password) {
        String line() {
            return "account " + role.key() + " " + name + " " + password;
        }
    }

    /** Opens the accounts that are not there yet; completes with all of them. */
    Future<List<Shown>> open(Act act) {
        List<Shown> all = read();
        Future<Void> opened = Future.succeededFuture();
        for (Shown shown : all) {
            opened = opened.compose(before -> doors.accounts().find(shown.name()))
                    .compose(found -> found.isPresent() ? Future.succeededFuture() : open(shown, act));
        }
        return opened.map(all);
    }

    private Future<Void> open(Shown shown, Act act) {
        Account account = Account.open(shown.name(), Set.of(shown.role()), "", act.at());
        return enrolment.open(account, shown.password(), act);
    }

    private List<Shown> read() {
        try {
            Path file = data.resolve("demo-accounts");
            Properties passwords = new Properties();
            if (Files.exists(file)) {
                try (InputStream in = Files.newInputStream(file)) {
                    passwords.load(in);
                }
            }
            int known = passwords.size();
            ROLES.forEach(role -> passwords.putIfAbsent("demo-" + role.key(), random()));
            if (passwords.size() > known) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                passwords.store(out, null);
                OwnerOnly.write(file, out.toByteArray());
            }
            List<Shown> shown = new ArrayList<>();
            for (Role role : ROLES) {
                String name = "demo-" + role.key();
                shown.add(new Shown(role, name, passwords.getProperty(name, "")));
            }
            return shown;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
