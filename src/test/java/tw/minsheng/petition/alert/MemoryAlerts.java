package tw.minsheng.petition.alert;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.kernel.Act;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.security.Audit;
import tw.minsheng.security.AuditEntry;

/** Addresses of reminders; reminders themselves are tested on a real database. */
public final class MemoryAlerts implements Alerts {

    private final Map<String, Address> addresses = new HashMap<>();
    private final Audit audit;

    public MemoryAlerts(Audit audit) {
        this.audit = audit;
    }

    @Override
    public Future<Staff> staff(LocalDate today) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Future<List<CaseFile>> open(LocalDateTime dueBefore, CaseNumber after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Future<Integer> raise(List<Raised> raised, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Future<List<Waiting>> waiting(int accounts) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Future<Boolean> digest(Waiting waiting, Map<String, String> facts) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Future<Optional<Address>> address(String account) {
        return Future.succeededFuture(Optional.ofNullable(addresses.get(account)));
    }

    @Override
    public Future<Void> address(String account, Address address, Act act) {
        if (address.email().isEmpty()) {
            addresses.remove(account);
        } else {
            addresses.put(account, address);
        }
        return audit.write(AuditEntry.done(act, "account.alerts", account));
    }
}
