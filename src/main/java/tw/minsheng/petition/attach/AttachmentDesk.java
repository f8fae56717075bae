package tw.minsheng.petition.attach;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.CaseIntake;
import tw.minsheng.petition.CaseNumber;

/** Takes files: looks at what they are, takes out what a photo tells of its place, and keeps them beside their form. */
public final class AttachmentDesk {

    /** How long a file waits for its form to be sent. */
    public static final Duration WAIT = Duration.ofHours(24);

    /** A form that was used so lately keeps its files when others need the room. */
    private static final Duration IN_USE = Duration.ofMinutes(15);

    /** The event with which a case comes in. */
    private static final int FIRST = 1;

    /** Works beside the event loop. */
    @FunctionalInterface
    public interface Aside {
        <T> Future<T> run(Callable<T> work);
    }

    private final Attachments attachments;
    private final AttachmentLimits limits;
    private final Aside aside;
    private final Clock clock;

    public AttachmentDesk(Attachments attachments, AttachmentLimits limits, Aside aside, Clock clock) {
        this.attachments = attachments;
        this.limits = limits;
        this.aside = aside;
        this.clock = clock;
    }

    public AttachmentLimits limits() {
        return limits;
    }

    public Attachments attachments() {
        return attachments;
    }

    /** Those that wait beside a form. */
    public Future<List<Attachment>> waiting(String form) {
        return attachments.waiting(form, until());
    }

    /** The files of a case. */
    public Future<List<Attachment>> of(CaseNumber number) {
        return attachments.of(number);
    }

    /** Those that came from the petitioner, by herself or with what was keyed in for her; not what staff added of their own. */
    public Future<List<Attachment>> ofPetitioner(CaseNumber number) {
        return attachments
                .of(number)
                .map(all -> all.stream().filter(AttachmentDesk::isOfPetitioner).toList());
    }

    /** Those that staff added of their own. */
    public Future<List<Attachment>> ofStaff(CaseNumber number) {
        return attachments
                .of(number)
                .map(all -> all.stream().filter(file -> !isOfPetitioner(file)).toList());
    }

    /** Whether it came from the petitioner, by herself or with what was keyed in for her. */
    public static boolean isOfPetitioner(Attachment file) {
        return file.event() == FIRST || file.by().equals(CaseIntake.CITIZEN);
    }

    /** A file of a case; fails with {@code not_found} alike for one of another case and for none. */
    public Future<Attachment> find(CaseNumber number, String id) {
        return attachments
                .of(number)
                .map(all -> all.stream()
                        .filter(each -> each.id().toString().equals(id))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("attachment", "")));
    }

    /**
     * What came with a form that is about to be sent.
     *
     * @param form hash of its key
     * @param shown names, by their ids, of those that the sender was told to be waiting
     * @param dropped ids of those that wait and are no longer wanted
     * @param keepPlace whether photos may keep what they tell of their place
     * @param before files that the case has already from the same side
     * @param by account name, {@code citizen} for the petitioner
     */
    public record Sending(
            String form,
            Map<String, String> shown,
            Set<String> dropped,
            List<Arrived> arrived,
            boolean keepPlace,
            List<Attachment> before,
            String by) {
        public Sending {
            shown = Map.copyOf(shown);
            dropped = Set.copyOf(dropped);
            arrived = List.copyOf(arrived);
            before = List.copyOf(before);
        }

        private boolean isOfStaff() {
            return !by.equals(CaseIntake.CITIZEN);
        }
    }

    /** Keeps what may be kept beside the form; completes with what is wrong with the others, each by its name. */
    public Future<List<Fault>> take(Sending sending) {
        if (sending.dropped().isEmpty()
                && sending.arrived().isEmpty()
                && sending.shown().isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        return waiting(sending.form())
                .compose(there -> drop(sending, there).map(left -> new Taking(sending, there, left)))
                .compose(taking -> attachments.waitingBytes().compose(waiting -> {
                    taking.waiting = waiting;
                    Future<Void> all = Future.succeededFuture();
                    for (Arrived each : sending.arrived()) {
                        all = all.compose(before -> taking.take(each));
                    }
                    return all.map(done -> List.copyOf(taking.faults));
                }));
    }

    /** Completes with those that are left. */
    private Future<List<Attachment>> drop(Sending sending, List<Attachment> there) {
        Set<UUID> gone = new HashSet<>();
        List<Attachment> left = new ArrayList<>();
        for (Attachment each : there) {
            if (sending.dropped().contains(each.id().toString())) {
                gone.add(each.id());
            } else {
                left.add(each);
            }
        }
        return gone.isEmpty()
                ? Future.succeededFuture(left)
                : attachments.drop(sending.form(), gone).map(left);
    }

    private Instant until() {
        return clock.instant().plus(WAIT);
    }

    /** One sending, file by file. */
    private final class Taking {

        private final Sending sending;
        private final List<Fault> faults = new ArrayList<>();
        private final Set<String> hashes = new HashSet<>();
        private final AttachmentLimits ofCase;
        private int number;
        private long bytes;
        private long waiting;
        private int looked;
        private long lookedBytes;

        /**
         * @param there those that waited
         * @param left those that go on waiting
         */
        Taking(Sending sending, List<Attachment> there, List<Attachment> left) {
            this.sending = sending;
            ofCase = sending.isOfStaff() ? limits.ofStaff() : limits;
            Stream.concat(left.stream(), sending.before().stream()).forEach(each -> {
                hashes.add(each.sha256());
                number++;
                bytes += each.bytes();
            });
            Set<String> known = Stream.concat(there.stream(), sending.before().stream())
                    .map(each -> each.id().toString())
                    .collect(Collectors.toSet());
            sending.shown().forEach((id, name) -> {
                if (!known.contains(id) && !sending.dropped().contains(id)) {
                    faults.add(Checked.fault("attachment.gone", name, Map.of()));
                }
            });
        }

        Future<Void> take(Arrived file) {
            if (file.tooLarge()) {
                return refuse("attachment.large", file, megabytes(limits.fileBytes()));
            }
            // before anybody looks at it: each look reads every byte
            looked++;
            lookedBytes += file.content().size();
            if (looked > limits.number()) {
                return refuse("attachment.many", file, Integer.toString(limits.number()));
            }
            if (lookedBytes > limits.caseBytes()) {
                return refuse("attachment.total", file, megabytes(limits.caseBytes()));
            }
            return aside.run(() -> Checked.of(file, sending.keepPlace()))
                    .compose(checked -> keep(file, checked))
                    .recover(failure -> {
                        if (failure instanceof Problem problem && problem.kind() == Problem.Kind.INVALID) {
                            faults.addAll(problem.faults());
                            return Future.succeededFuture();
                        }
                        return Future.failedFuture(failure);
                    });
        }

        private Future<Void> keep(Arrived file, Checked checked) {
            if (hashes.contains(checked.sha256())) {
                return Future.succeededFuture();
            }
            long size = checked.content().size();
            if (number >= ofCase.number()) {
                return refuse("attachment.many", file, Integer.toString(ofCase.number()));
            }
            if (bytes + size > ofCase.caseBytes()) {
                return refuse("attachment.total", file, megabytes(ofCase.caseBytes()));
            }
            return room(size).compose(enough -> {
                if (!enough) {
                    return refuse("attachment.full", file, "");
                }
                hashes.add(checked.sha256());
                number++;
                bytes += size;
                waiting += size;
                return write(checked);
            });
        }

        /** Nobody can shut out the others by leaving files beside forms that she never sends. */
        private Future<Boolean> room(long size) {
            long most = limits.waitingBytes() - size;
            if (waiting <= most) {
                return Future.succeededFuture(true);
            }
            return attachments.makeRoom(most, until().minus(IN_USE)).map(left -> {
                waiting = left;
                return left <= most;
            });
        }

        private Future<Void> write(Checked checked) {
            UUID id = UUID.randomUUID();
            Attachment file = new Attachment(
                    id,
                    checked.name(),
                    checked.kind(),
                    checked.content().size(),
                    checked.sha256(),
                    checked.location(),
                    0,
                    sending.by(),
                    clock.instant());
            return attachments
                    .begin(sending.form(), file, until())
                    .compose(begun -> pieces(id, checked, 0))
                    .compose(written -> attachments.whole(sending.form(), id, checked.sha256()));
        }

        /** One after the other, so that only one piece of a file is in memory. */
        private Future<Void> pieces(UUID id, Checked checked, int number) {
            if (number == checked.pieces()) {
                return Future.succeededFuture();
            }
            return aside.run(() -> checked.piece(number))
                    .compose(piece -> attachments.write(id, number, piece))
                    .compose(written -> pieces(id, checked, number + 1));
        }

        private Future<Void> refuse(String code, Arrived file, String most) {
            faults.add(Checked.fault(code, file.name(), Map.of("most", most)));
            return Future.succeededFuture();
        }
    }

    private static String megabytes(long bytes) {
        return Long.toString(bytes / 1_048_576);
    }
}
