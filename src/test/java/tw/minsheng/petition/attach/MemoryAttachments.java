package tw.minsheng.petition.attach;

import io.vertx.core.Future;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.CaseNumber;

/** Files in memory, for tests of pages. */
public final class MemoryAttachments implements Attachments {

    /** @param number of its case, "" while it waits */
    private record Kept(String form, String number, Attachment file, boolean whole, Instant until) {

        boolean waitsBeside(String other) {
            return number.isEmpty() && whole && form.equals(other);
        }
    }

    private final Map<UUID, Kept> kept = new LinkedHashMap<>();
    private final Map<UUID, List<byte[]>> pieces = new LinkedHashMap<>();

    /** What the case, or the step, takes along that was sent with this form. */
    public synchronized void take(String form, CaseNumber number, int event) {
        kept.replaceAll((id, each) -> each.waitsBeside(form)
                ? new Kept(form, number.text(), with(each.file(), event), true, Instant.MAX)
                : each);
    }

    private static Attachment with(Attachment file, int event) {
        return new Attachment(
                file.id(),
                file.name(),
                file.kind(),
                file.bytes(),
                file.sha256(),
                file.location(),
                event,
                file.by(),
                file.at());
    }

    @Override
    public synchronized Future<Void> begin(String form, Attachment file, Instant until) {
        kept.put(file.id(), new Kept(form, "", file, false, until));
        pieces.put(file.id(), new ArrayList<>());
        return Future.succeededFuture();
    }

    @Override
    public synchronized Future<Void> write(UUID id, int number, byte[] piece) {
        Objects.requireNonNull(pieces.get(id)).add(number, piece.clone());
        return Future.succeededFuture();
    }

    @Override
    public synchronized Future<Void> whole(String form, UUID id, String sha256) {
        boolean there = kept.values().stream()
                .anyMatch(each -> each.whole()
                        && each.form().equals(form)
                        && each.file().sha256().equals(sha256));
        if (there) {
            kept.remove(id);
        } else {
            kept.computeIfPresent(id, (same, each) -> new Kept(form, "", each.file(), true, each.until()));
        }
        return Future.succeededFuture();
    }

    @Override
    public synchronized Future<List<Attachment>> waiting(String form, Instant until) {
        kept.replaceAll((id, each) -> each.waitsBeside(form) ? new Kept(form, "", each.file(), true, until) : each);
        return Future.succeededFuture(kept.values().stream()
                .filter(each -> each.waitsBeside(form))
                .map(Kept::file)
                .toList());
    }

    @Override
    public synchronized Future<Long> waitingBytes() {
        return Future.succeededFuture(kept.values().stream()
                .filter(each -> each.number().isEmpty())
                .mapToLong(each -> each.file().bytes())
                .sum());
    }

    @Override
    public synchronized Future<Long> makeRoom(long bytes, Instant unused) {
        List<Map.Entry<UUID, Kept>> newest = kept.entrySet().stream()
                .filter(each -> each.getValue().number().isEmpty())
                .sorted(Comparator.comparing(
                                (Map.Entry<UUID, Kept> each) -> each.getValue().until())
                        .reversed())
                .toList();
        long newer = 0;
        for (Map.Entry<UUID, Kept> each : newest) {
            newer += each.getValue().file().bytes();
            if (newer > bytes && each.getValue().until().isBefore(unused)) {
                kept.remove(each.getKey());
            }
        }
        return waitingBytes();
    }

    /** A file that is taken out of its case. */
    public synchronized void remove(CaseNumber number, UUID id) {
        kept.entrySet()
                .removeIf(each ->
                        each.getKey().equals(id) && each.getValue().number().equals(number.text()));
    }

    @Override
    public synchronized Future<Void> drop(String form, Set<UUID> ids) {
        kept.entrySet()
                .removeIf(each -> ids.contains(each.getKey()) && each.getValue().waitsBeside(form));
        return Future.succeededFuture();
    }

    @Override
    public synchronized Future<List<Attachment>> of(CaseNumber number) {
        return Future.succeededFuture(kept.values().stream()
                .filter(each -> each.number().equals(number.text()))
                .map(Kept::file)
                .sorted(Comparator.comparingInt(Attachment::event))
                .toList());
    }

    @Override
    public synchronized Future<byte[]> read(UUID id, int number) {
        List<byte[]> all = pieces.getOrDefault(id, List.of());
        return number < all.size()
                ? Future.succeededFuture(all.get(number))
                : Future.failedFuture(Problem.notFound("attachment", ""));
    }

    @Override
    public synchronized Future<Integer> purge(Instant now) {
        int before = kept.size();
        kept.values().removeIf(each -> each.number().isEmpty() && each.until().isBefore(now));
        pieces.keySet().retainAll(kept.keySet());
        return Future.succeededFuture(before - kept.size());
    }

    /** The bytes of a file as they are kept. */
    public synchronized byte[] bytes(UUID id) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        pieces.getOrDefault(id, List.of()).forEach(all::writeBytes);
        return Arrays.copyOf(all.toByteArray(), all.size());
    }
}
