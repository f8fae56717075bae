package tw.minsheng.petition;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;
import tw.minsheng.notify.MemoryNotices;
import tw.minsheng.petition.attach.MemoryAttachments;
import tw.minsheng.petition.deadline.ClosingFigures;
import tw.minsheng.petition.deadline.Due;
import tw.minsheng.security.Audit;
import tw.minsheng.security.AuditEntry;

/** Cases in memory, for tests of pages. */
public final class MemoryCases implements Cases, Confirmations, CaseControl {

    /** Words of which there are said to be more than a list shows. */
    public static final String CUT = "每一件都有的字";

    private record Kept(CaseFile file, List<CaseEvent> history, Due due, String codeHash) {

        boolean isShown(Filter filter) {
            LocalDateTime before = due.timed()
                    ? filter.dueBefore()
                    : filter.dueBefore().toLocalDate().atStartOfDay();
            return (filter.agencies().contains(file.agency())
                            || filter.agencies().contains(file.unit()))
                    && (filter.states().isEmpty() || filter.states().contains(file.state()))
                    && (filter.handlers().isEmpty() || filter.handlers().contains(file.handler()))
                    && file.petition().text().contains(filter.text())
                    && !(filter.untold() && CaseFile.isToldOfDelay(history))
                    && due.at().isBefore(before);
        }
    }

    private final Map<String, Opened> submissions = new HashMap<>();
    private final Map<Integer, Integer> serials = new HashMap<>();
    private final Map<CaseNumber, Kept> kept = new LinkedHashMap<>();
    private final Map<CaseNumber, List<ClosingFigures>> closings = new HashMap<>();
    private final Function<AuditEntry, Future<Void>> audit;
    private final Map<CaseNumber, Instant> stamps = new HashMap<>();
    private final Map<CaseNumber, Confirmation> confirmations = new HashMap<>();
    private final Map<CaseNumber, Integer> tries = new HashMap<>();
    private final MemoryAttachments attachments = new MemoryAttachments();
    private final MemoryNotices notices = new MemoryNotices(this::holders);

    /** Without an audit trail. */
    public MemoryCases() {
        this.audit = entry -> Future.succeededFuture();
    }

    /** @param audit where each change is written first */
    public MemoryCases(Audit audit) {
        this.audit = audit::write;
    }

    @Override
    public synchronized Future<Opened> open(Entry entry) {
        Opened before = submissions.get(entry.submission());
        if (before != null) {
            return Future.succeededFuture(new Opened(before.number(), before.bodyMac(), true));
        }
        CaseNumber number = new CaseNumber(entry.year(), serials.merge(entry.year(), 1, Integer::sum));
        CaseFile.Change first = CaseFile.opened(number, entry.opening());
        Act act = entry.opening().act();
        Future<Void> audited = act.actor().equals(CaseIntake.CITIZEN)
                ? Future.succeededFuture()
                : audit.apply(AuditEntry.done(act, "case.open", number.text()));
        if (audited.failed()) {
            return Future.failedFuture(audited.cause());
        }
        kept.put(number, new Kept(first.file(), List.of(first.event()), entry.due(), entry.codeHash()));
        stamps.put(number, entry.received());
        confirmations.put(number, entry.confirmation());
        notices.add(number.text(), entry.notices(), entry.opening().act().at());
        Opened opened = new Opened(number, entry.bodyMac(), false);
        submissions.put(entry.submission(), opened);
        attachments.take(entry.submission(), number, 1);
        return Future.succeededFuture(opened);
    }

    @Override
    public synchronized Future<CaseNumber> opened(String submission) {
        return Optional.ofNullable(submissions.get(submission))
                .map(opened -> Future.succeededFuture(opened.number()))
                .orElseGet(() -> Future.failedFuture(Problem.notFound("case", "")));
    }

    @Override
    public synchronized Future<CaseFile> find(CaseNumber number) {
        return Optional.ofNullable(kept.get(number))
                .map(found -> Future.succeededFuture(found.file()))
                .orElseGet(() -> Future.failedFuture(Problem.notFound("case", number.text())));
    }

    @Override
    public synchronized Future<Boolean> isCode(CaseNumber number, String codeHash) {
        return Future.succeededFuture(Optional.ofNullable(kept.get(number))
                .filter(found -> found.codeHash().equals(codeHash))
                .isPresent());
    }

    @Override
    public synchronized Future<List<CaseEvent>> history(CaseNumber number) {
        return Future.succeededFuture(
                Optional.ofNullable(kept.get(number)).map(Kept::history).orElse(List.of()));
    }

    @Override
    public synchronized Future<List<CaseFile>> write(List<Cases.Kept> all) {
        Future<Void> audited = Future.succeededFuture();
        for (Cases.Kept each : all) {
            CaseFile file = each.change().file();
            Kept before = kept.get(file.number());
            if (before == null || before.file().revision() + 1 != file.revision()) {
                return Future.failedFuture(Problem.of(
                        Problem.Kind.CONFLICT,
                        "case.changed",
                        Map.of("number", file.number().text())));
            }
            CaseEvent event = each.change().event();
            audited = audited.compose(done -> audit.apply(AuditEntry.done(
                    event.act(), "case." + event.what(), file.number().text())));
        }
        return audited.map(done -> {
            all.forEach(this::keep);
            return all.stream().map(each -> each.change().file()).toList();
        });
    }

    private void keep(Cases.Kept written) {
        CaseFile file = written.change().file();
        Kept before = Objects.requireNonNull(kept.get(file.number()));
        List<CaseEvent> history = new ArrayList<>(before.history());
        history.add(written.change().event());
        kept.put(file.number(), new Kept(file, List.copyOf(history), written.due(), before.codeHash()));
        if (CaseFile.isLocking(written.change().event())) {
            notices.hold(file.number().text());
        }
        notices.add(
                file.number().text(),
                written.notices(),
                written.change().event().act().at());
        attachments.take(written.files(), file.number(), file.revision());
        written.removed().forEach(gone -> attachments.remove(file.number(), gone));
        List<ClosingFigures> closed = new ArrayList<>(closings.getOrDefault(file.number(), List.of()));
        closed.addAll(written.closing());
        closings.put(file.number(), List.copyOf(closed));
    }

    @Override
    public synchronized Future<CaseFile> writeWithCode(Cases.Kept written, String codeHash) {
        return write(List.of(written)).map(files -> {
            CaseFile file = files.get(0);
            Kept before = Objects.requireNonNull(kept.get(file.number()));
            kept.put(file.number(), new Kept(file, before.history(), before.due(), codeHash));
            return file;
        });
    }

    @Override
    public synchronized Future<List<CaseFile>> related(CaseFile file, Set<String> agencies) {
        return Future.succeededFuture(kept.values().stream()
                .map(Kept::file)
                .filter(each -> agencies.contains(each.agency()) || agencies.contains(each.unit()))
                .filter(each -> !each.number().equals(file.number()) && isRelated(file, each))
                .sorted(Comparator.comparing((CaseFile each) ->
                                !each.parent().equals(file.number().text()))
                        .thenComparing(each -> each.number().text()))
                .limit(MOST_RELATED)
                .toList());
    }

    @Override
    public synchronized <T> Future<T> near(Near near, Function<List<CaseFile>, T> judge) {
        return Future.succeededFuture(judge.apply(kept.values().stream()
                .map(Kept::file)
                .filter(each -> near.agencies().contains(each.agency())
                        || near.agencies().contains(each.unit()))
                .filter(each -> each.petition().type().equals(near.type()) && each.state() != State.EXPIRED)
                .limit(MOST_NEAR)
                .toList()));
    }

    private static boolean isRelated(CaseFile file, CaseFile each) {
        String mine = file.number().text();
        String other = each.number().text();
        boolean meets = file.origin().isOfMeeting()
                && file.origin().meeting().equals(each.origin().meeting())
                && file.origin().day().equals(each.origin().day());
        boolean follows =
                each.origin().former().equals(mine) || file.origin().former().equals(other);
        boolean merged = each.parent().equals(mine) || file.parent().equals(other);
        boolean sister = !file.parent().isEmpty() && file.parent().equals(each.parent());
        return meets || follows || merged || sister;
    }

    @Override
    public synchronized Future<List<ClosingFigures>> closings(CaseNumber number) {
        return Future.succeededFuture(closings.getOrDefault(number, List.of()));
    }

    @Override
    public Future<Boolean> isCut(Filter filter) {
        return Future.succeededFuture(filter.text().equals(CUT));
    }

    @Override
    public synchronized Future<List<CaseFile>> list(Filter filter, int offset, int limit) {
        return Future.succeededFuture(kept.values().stream()
                .filter(each -> each.isShown(filter))
                .sorted(Comparator.comparing((Kept each) -> !each.file().ended().equals(CaseFile.NOT_ENDED))
                        .thenComparing(each ->
                                !(each.file().locked() && each.file().ended().equals(CaseFile.NOT_ENDED)))
                        .thenComparing(each -> each.due().at())
                        .thenComparing(each -> each.file().number().text()))
                .skip(offset)
                .limit(limit)
                .map(Kept::file)
                .toList());
    }

    @Override
    public synchronized Future<Optional<CaseNumber>> byProof(String proof) {
        return Future.succeededFuture(confirmations.entrySet().stream()
                .filter(each -> !proof.isEmpty() && each.getValue().proof().equals(proof))
                .map(Map.Entry::getKey)
                .findFirst());
    }

    @Override
    public synchronized Future<Confirmation> of(CaseNumber number) {
        return Future.succeededFuture(confirmations.getOrDefault(number, Confirmation.BY_CALL));
    }

    @Override
    public synchronized Future<Optional<String>> tried(CaseNumber number, int most) {
        Confirmation found = confirmations.getOrDefault(number, Confirmation.BY_CALL);
        boolean may = found.way() == Confirmation.Way.PHONE && tries.merge(number, 1, Integer::sum) <= most;
        return Future.succeededFuture(may ? Optional.of(found.seed()) : Optional.empty());
    }

    /** As if every mail went out the moment its case came in. */
    @Override
    public synchronized Future<List<CaseNumber>> unanswered(Instant sentBefore, int mostTries, int limit) {
        return Future.succeededFuture(kept.values().stream()
                .filter(each -> each.file().state() == State.UNCONFIRMED)
                .filter(each -> each.history().get(0).act().at().isBefore(sentBefore))
                .map(each -> each.file().number())
                .filter(number -> !Confirmation.BY_CALL.equals(confirmations.get(number)))
                .filter(number -> tries.getOrDefault(number, 0) < mostTries)
                .limit(limit)
                .toList());
    }

    /** What came with them. */
    public MemoryAttachments attachments() {
        return attachments;
    }

    /** What petitioners are told. */
    public MemoryNotices notices() {
        return notices;
    }

    private Set<String> holders(String number) {
        return CaseNumber.typed(number)
                .map(kept::get)
                .map(found -> (Set<String>) new HashSet<>(
                        List.of(found.file().agency(), found.file().unit())))
                .orElse(Set.of());
    }

    @Override
    public synchronized Future<List<UnitFigures>> figures(Period period) {
        Map<List<String>, long[]> counts = new TreeMap<>(
                Comparator.<List<String>, String>comparing(each -> each.get(0)).thenComparing(each -> each.get(1)));
        for (Kept each : kept.values()) {
            CaseFile file = each.file();
            if (period.agencies().contains(file.agency()) || period.agencies().contains(file.unit())) {
                count(period, each, counts.computeIfAbsent(List.of(file.agency(), file.unit()), key -> new long[6]));
            }
        }
        return Future.succeededFuture(counts.entrySet().stream()
                .filter(each -> Arrays.stream(each.getValue()).sum() > 0)
                .map(each -> {
                    long[] n = each.getValue();
                    String agency = each.getKey().get(0);
                    String unit = each.getKey().get(1);
                    return new UnitFigures(agency, unit, n[0], n[1], n[2], n[3] + n[4] + n[5], n[3], n[4], n[5]);
                })
                .toList());
    }

    /** Without notices and wishes, which are kept elsewhere. */
    @Override
    public synchronized Future<List<UnitDuty>> duties(Set<String> agencies, LocalDateTime now) {
        Map<String, UnitDuty> duties = new TreeMap<>();
        for (Kept each : kept.values()) {
            CaseFile file = each.file();
            if (!agencies.contains(file.agency()) && !agencies.contains(file.unit())) {
                continue;
            }
            boolean late = file.state().isOpen() && each.due().isPassedAt(now);
            if (file.state().isOpen()) {
                owe(duties, file, Duty.ANSWER, late, each.due().at());
            }
            if (late && !CaseFile.isToldOfDelay(each.history())) {
                owe(duties, file, Duty.OVERDUE_NOTICE, true, each.due().at());
            }
            if (file.state() == State.FOLLOW_UP) {
                owe(duties, file, Duty.FOLLOW_UP, false, LocalDateTime.MAX);
            }
        }
        return Future.succeededFuture(List.copyOf(duties.values()));
    }

    @Override
    public synchronized Future<List<Transition>> flow(Period period) {
        Map<List<String>, List<Double>> steps = new HashMap<>();
        for (Kept each : kept.values()) {
            CaseFile file = each.file();
            Instant received = Objects.requireNonNull(stamps.get(file.number()));
            boolean ours = period.agencies().contains(file.agency())
                    || period.agencies().contains(file.unit());
            if (ours && !received.isBefore(period.start()) && received.isBefore(period.end())) {
                steps(each.history(), received, steps);
            }
        }
        return Future.succeededFuture(steps.entrySet().stream()
                .map(each -> transition(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingLong((Transition each) -> -each.n())
                        .thenComparing(Transition::what)
                        .thenComparing(Transition::from)
                        .thenComparing(Transition::to))
                .toList());
    }

    private static void steps(List<CaseEvent> history, Instant received, Map<List<String>, List<Double>> steps) {
        Instant before = received;
        for (CaseEvent event : history) {
            if (event.number() > 1
                    && (event.from() != event.to() || event.what().equals("reassign"))) {
                double days =
                        Math.max(0, Duration.between(before, event.act().at()).toMillis() / 86_400_000.0);
                steps.computeIfAbsent(
                                List.of(
                                        event.what(),
                                        event.from().key(),
                                        event.to().key()),
                                key -> new ArrayList<>())
                        .add(days);
                before = event.act().at();
            }
        }
    }

    private static Transition transition(List<String> way, List<Double> days) {
        double[] sorted =
                days.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        double mean = Arrays.stream(sorted).sum() / sorted.length;
        return new Transition(way.get(0), way.get(1), way.get(2), sorted.length, median, mean);
    }

    private static void owe(Map<String, UnitDuty> duties, CaseFile file, Duty duty, boolean late, LocalDateTime due) {
        UnitDuty one = new UnitDuty(file.agency(), file.unit(), duty, 1, late ? 1 : 0, due);
        duties.merge(
                file.agency() + "\n" + file.unit() + "\n" + duty.key(),
                one,
                (before, now) -> new UnitDuty(
                        before.agency(),
                        before.unit(),
                        duty,
                        before.owed() + 1,
                        before.late() + now.late(),
                        before.first().isBefore(now.first()) ? before.first() : now.first()));
    }

    private void count(Period period, Kept each, long[] n) {
        CaseFile file = each.file();
        Instant received = Objects.requireNonNull(stamps.get(file.number()));
        n[0] += !received.isBefore(period.start()) && received.isBefore(period.end()) ? 1 : 0;
        n[1] += file.state().isOpen() ? 1 : 0;
        n[2] += file.state().isOpen() && each.due().isPassedAt(period.now()) ? 1 : 0;
        closings.getOrDefault(file.number(), List.of()).stream()
                .limit(1)
                .filter(first -> period.covers(first.closedAt()))
                .forEach(first -> n[column(first)]++);
    }

    private static int column(ClosingFigures figures) {
        return switch (figures.onTime()) {
            case WITHIN_LIMIT -> 3;
            case WITHIN_EXTENSION -> 4;
            case LATE -> 5;
        };
    }

    /** Every case, in the order of the numbers. */
    public synchronized List<CaseFile> all() {
        return kept.values().stream()
                .map(Kept::file)
                .sorted(Comparator.comparing(each -> each.number().text()))
                .toList();
    }

    /** The due date as it is kept. */
    synchronized Due due(CaseNumber number) {
        return Objects.requireNonNull(kept.get(number)).due();
    }

    /** How many cases there are. */
    public synchronized int count() {
        return kept.size();
    }
}
