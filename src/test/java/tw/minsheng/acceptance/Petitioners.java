package tw.minsheng.acceptance;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tw.minsheng.kernel.Sha256;

/** Many petitioners at once, each with two files, who write down every receipt they see and insist until they see it. */
final class Petitioners implements AutoCloseable {

    private static final long LAST_CALL_SECONDS = 60;
    private static final int KEY_BYTES = 16;
    private static final Pattern NUMBER = Pattern.compile("id=\"receipt\">([^<]+)<");
    private static final Pattern HASH = Pattern.compile("SHA-256 ([0-9a-f]{64})");

    private final Supplier<URI> server;
    private final Insistence.Tally tally = new Insistence.Tally();
    private final Map<String, Sent> shown = new ConcurrentHashMap<>();
    private final AtomicLong newestBegin = new AtomicLong(Long.MIN_VALUE);
    private final AtomicBoolean goOn = new AtomicBoolean(true);
    private final AtomicLong lastCall = new AtomicLong(Long.MAX_VALUE);
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final SecureRandom random = new SecureRandom();
    private final List<Thread> people = new ArrayList<>();

    /**
     * A petition whose receipt was shown.
     *
     * @param text its only words, its own
     * @param hashes of its files
     */
    record Sent(String text, Set<String> hashes) {}

    /** @param server asked anew for each connection, because a restarted server may have moved */
    Petitioners(Supplier<URI> server, int size) {
        this.server = server;
        for (int i = 0; i < size; i++) {
            people.add(new Thread(this::live, "petitioner " + i));
        }
        people.forEach(Thread::start);
    }

    private void live() {
        try (Insistence insistence = new Insistence(server, () -> System.nanoTime() < lastCall.get(), tally)) {
            while (goOn.get()) {
                long begin = System.nanoTime();
                send(insistence);
                newestBegin.accumulateAndGet(begin, Math::max);
            }
        } catch (Insistence.GivenUp over) {
            // its petition has no receipt, so it is not missed
        } catch (RuntimeException e) {
            failures.add(e);
        }
    }

    private void send(Insistence insistence) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        List<byte[]> files = List.of(document(key + "a"), document(key + "b"));
        FormWithFiles form = new FormWithFiles()
                .field("form_key", key)
                .field("kind", "repair")
                .field("type", "street-light")
                .field("text", key)
                .field("phone", "07-3368333")
                .file("a.pdf", files.get(0))
                .file("b.pdf", files.get(1));
        String body = new String(form.bytes(), StandardCharsets.US_ASCII);
        Wire.Answer taken = insistence.send(
                new Wire.Request("POST", "/petition", "Content-Type: " + form.type() + "\r\n", body), "");
        String receipt = insistence.send(Wire.Request.get(taken.location()), "").body();
        Matcher number = NUMBER.matcher(receipt);
        if (!number.find()) {
            throw new IllegalStateException("no receipt in " + receipt);
        }
        Set<String> hashes = new TreeSet<>();
        files.forEach(file -> hashes.add(Sha256.hexOf(file)));
        Set<String> told = new TreeSet<>();
        HASH.matcher(receipt).results().forEach(found -> told.add(found.group(1)));
        if (!told.equals(hashes)) {
            throw new IllegalStateException("the receipt names other files: " + told + " for " + hashes);
        }
        shown.put(number.group(1), new Sent(key, hashes));
    }

    /** Of several pieces, in letters that travel as they are. */
    private static byte[] document(String own) {
        int length = ThreadLocalRandom.current().nextInt(200_000, 1_300_000);
        StringBuilder text = new StringBuilder(length + 100).append("%PDF-1.4 ").append(own);
        long state = own.hashCode();
        while (text.length() < length) {
            state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
            text.append(Long.toHexString(state));
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    int receipts() {
        return shown.size();
    }

    boolean hasSentSince(long nanoTime) {
        return newestBegin.get() - nanoTime > 0;
    }

    /** @throws IllegalStateException when a petitioner met with what must not happen */
    void check() {
        Throwable first = failures.peek();
        if (first != null) {
            throw new IllegalStateException(failures.size() + " petitioners were refused", first);
        }
    }

    /** Lets everybody finish; then what they were shown, by the number of the case. */
    Map<String, Sent> end() throws InterruptedException {
        close();
        for (Thread one : people) {
            one.join();
        }
        check();
        return Map.copyOf(shown);
    }

    @Override
    public void close() {
        goOn.set(false);
        lastCall.compareAndSet(Long.MAX_VALUE, System.nanoTime() + TimeUnit.SECONDS.toNanos(LAST_CALL_SECONDS));
    }
}
