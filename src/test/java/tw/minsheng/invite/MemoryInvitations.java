package tw.minsheng.invite;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tw.minsheng.kernel.Act;
import tw.minsheng.petition.CaseNumber;

/** Invitations in memory, for looking at pages without a database; whether one is spent is known to the answers alone. */
public final class MemoryInvitations implements Invitations, CaseSurveys {

    private final Map<String, Long> answered = new java.util.HashMap<>();
    private final Map<Round, Map<String, Contact>> contacts = new LinkedHashMap<>();
    private final Set<String> mailed = new java.util.HashSet<>();
    private final Map<String, Invitation> byHash = new LinkedHashMap<>();
    private final Set<String> unwilling = new java.util.HashSet<>();
    private final List<String> seeds = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();
    private final List<Count> counts = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();

    /** What the survey after closing shall have found. */
    public synchronized void found(List<Count> newCounts, List<Item> newItems) {
        counts.addAll(newCounts);
        items.addAll(newItems);
    }

    public synchronized List<Act> acts() {
        return List.copyOf(acts);
    }

    @Override
    public synchronized Future<Added> add(Round round, List<Contact> all, InviteKeys keys, Act act) {
        acts.add(act);
        Map<String, Contact> known = contacts.computeIfAbsent(round, key -> new LinkedHashMap<>());
        int before = known.size();
        all.forEach(each -> {
            if (known.putIfAbsent(each.email() + " " + each.phone(), each) == null) {
                InviteKeys.Fresh fresh = keys.fresh();
                seeds.add(fresh.seed());
                byHash.put(
                        fresh.hash(), new Invitation(round.survey(), round.wave(), Invitation.State.OPEN, Instant.MAX));
            }
        });
        int added = known.size() - before;
        return Future.succeededFuture(new Added(added, all.size() - added, 0));
    }

    /** Seed of the invitation that was added last. */
    public synchronized String newest() {
        return seeds.get(seeds.size() - 1);
    }

    /** Tokens, by their hash, whose holders want no more invitations. */
    public synchronized Set<String> unwilling() {
        return Set.copyOf(unwilling);
    }

    @Override
    public synchronized Future<Boolean> refuse(String hash, InviteKeys keys) {
        return Future.succeededFuture(byHash.containsKey(hash) && unwilling.add(hash));
    }

    @Override
    public synchronized Future<Boolean> refuse(long contact, InviteKeys keys, Act act) {
        acts.add(act);
        return Future.succeededFuture(unwilling.add("contact " + contact));
    }

    @Override
    public synchronized Future<Void> refuse(String email, String phone, InviteKeys keys, Act act) {
        acts.add(act);
        unwilling.add(email + phone);
        return Future.succeededFuture();
    }

    /** The end of the invitation that was added last. */
    public synchronized void expire(Instant expires) {
        List<String> hashes = List.copyOf(byHash.keySet());
        byHash.computeIfPresent(
                hashes.get(hashes.size() - 1),
                (hash, was) -> new Invitation(was.survey(), was.wave(), was.state(), expires));
    }

    @Override
    public synchronized Future<Optional<Invitation>> find(String hash) {
        return Future.succeededFuture(Optional.ofNullable(byHash.get(hash)));
    }

    @Override
    public Future<Void> opened(String hash) {
        return Future.succeededFuture();
    }

    @Override
    public synchronized Future<Integer> send(Round round, Letter letter, Set<String> channels, Act act) {
        acts.add(act);
        int sent = 0;
        for (String key : contacts.getOrDefault(round, Map.of()).keySet()) {
            sent += mailed.add(round + key) ? 1 : 0;
        }
        return Future.succeededFuture(sent);
    }

    @Override
    public synchronized Future<Integer> remind(Round round, Act act) {
        acts.add(act);
        return Future.succeededFuture(0);
    }

    /** So many of a stratum have answered, in every wave. */
    public synchronized void answered(String stratum, long n) {
        answered.put(stratum, n);
    }

    @Override
    public synchronized Future<List<Progress>> progress(Round round) {
        Map<String, Long> strata = contacts.getOrDefault(round, Map.of()).values().stream()
                .collect(Collectors.groupingBy(Contact::stratum, java.util.TreeMap::new, Collectors.counting()));
        return Future.succeededFuture(strata.entrySet().stream()
                .map(each -> new Progress(
                        each.getKey(),
                        each.getValue(),
                        0,
                        0,
                        0,
                        each.getValue(),
                        0,
                        0,
                        answered.getOrDefault(each.getKey(), 0L),
                        0))
                .toList());
    }

    @Override
    public Future<List<Undelivered>> undelivered(Round round) {
        return Future.succeededFuture(List.of());
    }

    @Override
    public Future<Integer> release() {
        return Future.succeededFuture(0);
    }

    @Override
    public synchronized Future<Integer> erase(Round round, Act act) {
        acts.add(act);
        Map<String, Contact> erased = contacts.remove(round);
        return Future.succeededFuture(erased == null ? 0 : erased.size());
    }

    @Override
    public Future<Integer> purge(Instant endedBefore) {
        return Future.succeededFuture(0);
    }

    @Override
    public Future<Drawn> draw(Order order, Letter letter, Set<String> channels, InviteKeys keys, Act act) {
        return Future.succeededFuture(new Drawn(0, 0, 0));
    }

    @Override
    public Future<Integer> remind(Round round, Duration left) {
        return Future.succeededFuture(0);
    }

    @Override
    public synchronized Future<List<Count>> counts(Round round, Set<String> agencies) {
        return Future.succeededFuture(counts.stream()
                .filter(each -> agencies.contains(each.stratum().split("/", 2)[0]))
                .toList());
    }

    @Override
    public synchronized Future<List<Item>> answers(
            Round round, List<String> wanted, int satisfiedFrom, int dissatisfiedUpTo) {
        return Future.succeededFuture(List.copyOf(items));
    }

    @Override
    public Future<List<Wish>> wishes() {
        return Future.succeededFuture(List.of());
    }

    @Override
    public Future<Void> handled(CaseNumber number, String what) {
        return Future.succeededFuture();
    }

    @Override
    public Future<Map<String, Long>> handledWishes(Set<String> agencies) {
        return Future.succeededFuture(Map.of("check", 1L));
    }
}
