package tw.minsheng.petition.notice;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.kernel.Texts;
import tw.minsheng.notify.Channel;
import tw.minsheng.notify.Notice;
import tw.minsheng.notify.NoticeKind;
import tw.minsheng.petition.CaseEvent;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseType;
import tw.minsheng.petition.Cases;
import tw.minsheng.petition.Catalogue;
import tw.minsheng.petition.Confirmation;
import tw.minsheng.petition.Contact;
import tw.minsheng.petition.Petition;
import tw.minsheng.petition.Reply;
import tw.minsheng.petition.deadline.Due;
import tw.minsheng.petition.deadline.StepWords;

/**
 * Says of each event of a case what its petitioner is told, and on which way. All facts come from her own case; of
 * another petitioner nothing is said, not even the number.
 */
public final class CaseNotices {

    private static final Texts TEXTS = Texts.of(CaseNotices.class);
    private static final String FIRST = "1";
    /** Where violence is told, others may read her mail: a person chooses how she is told. */
    private static final String SAFE = "letter";

    private static final Set<String> BY_VOICE = Set.of("phone", "counter");

    private final Supplier<Catalogue> catalogue;
    private final Function<String, LocalizedText> agencies;
    private final Supplier<String> address;
    private final ConfirmOffer offer;

    /**
     * @param agencies the name of an agency by its key
     * @param address under which petitioners reach the server, without a slash at the end
     * @param offer how they may confirm
     */
    public CaseNotices(
            Supplier<Catalogue> catalogue,
            Function<String, LocalizedText> agencies,
            Supplier<String> address,
            ConfirmOffer offer) {
        this.catalogue = catalogue;
        this.agencies = agencies;
        this.address = address;
        this.offer = offer;
    }

    /** A new case with what its petitioner is told. */
    Cases.Entry told(Cases.Entry entry) {
        Petition petition = entry.opening().petition();
        Map<String, String> facts = facts(entry.opening().agency(), petition);
        if (petition.channel().needsConfirmation()) {
            Confirmation confirmation = offer.of(petition, !entry.opening().locked());
            return entry.confirmed(confirmation).telling(asked(petition, confirmation, facts));
        }
        facts.put("due", due(petition, entry.due()));
        facts.put("query", query(petition));
        String way = entry.opening().locked() ? SAFE : "";
        return entry.telling(told(petition, FIRST, NoticeKind.RECEIVED, facts, way, true));
    }

    /** The request to confirm, on the way that was chosen; none when somebody calls. */
    private List<Notice> asked(Petition petition, Confirmation confirmation, Map<String, String> facts) {
        Contact contact = petition.contact();
        facts.put(ConfirmKeys.SEED, confirmation.seed());
        facts.put("days", Integer.toString(offer.days()));
        Language language = petition.language();
        return switch (confirmation.way()) {
            case MAIL -> List.of(new Notice(FIRST, NoticeKind.CONFIRM, Channel.MAIL, contact.email(), language, facts));
            case PHONE ->
                List.of(new Notice(FIRST, NoticeKind.CONFIRM_CODE, Channel.SMS, contact.phone(), language, facts));
            case CALL_BACK -> List.of();
        };
    }

    /** A step with what the petitioner is told of it. */
    Cases.Kept told(Cases.Kept kept) {
        CaseFile file = kept.change().file();
        CaseEvent event = kept.change().event();
        String key = event.what().equals("confirm")
                ? NoticeKind.RECEIVED.key()
                : event.what().equals("approve") ? NoticeKind.ANSWER.key() : event.what();
        return NoticeKind.of(key)
                .map(kind -> {
                    Map<String, String> facts = facts(file.agency(), file.petition());
                    facts.putAll(own(kind, file, event));
                    facts.computeIfPresent("until", (name, day) -> due(file.petition(), kept.due()));
                    facts.computeIfPresent(
                            "expected",
                            (name, day) -> new StepWords(file.petition().language()).day(LocalDate.parse(day)));
                    facts.putIfAbsent("due", due(file.petition(), kept.due()));
                    facts.put("query", query(file.petition()));
                    facts.keySet().retainAll(kind.facts());
                    String cause = Integer.toString(event.number());
                    String chosen = event.details().getOrDefault("channel", "");
                    String way = chosen.isEmpty() && file.locked() ? SAFE : chosen;
                    return kept.telling(told(file.petition(), cause, kind, facts, way, isKnown(kind, event)));
                })
                .orElse(kept);
    }

    /** What she learns anyway, from the receipt or because she asked for it: not worth a call. */
    private static boolean isKnown(NoticeKind kind, CaseEvent event) {
        boolean hers = event.details().getOrDefault("by_petitioner", "").equals("true");
        return kind == NoticeKind.RECEIVED || (kind == NoticeKind.REOPEN && hers);
    }

    /** Whoever sent it herself got her code with the receipt; whoever telephoned may have none. */
    private static String query(Petition petition) {
        String key = petition.channel().needsConfirmation() ? "query.sent" : "query.keyed";
        return TEXTS.text(petition.language(), key);
    }

    /** What this kind of notice says beyond what all say. */
    private static Map<String, String> own(NoticeKind kind, CaseFile file, CaseEvent event) {
        Map<String, String> details = event.details();
        Language language = file.petition().language();
        return switch (kind) {
            case ASK -> Map.of("question", event.told());
            case TRANSFER, DECLINE -> {
                Map<String, String> facts = new HashMap<>(details);
                facts.put("told", event.told());
                facts.computeIfPresent("ground", (name, key) -> TEXTS.text(language, "ground." + key));
                yield facts;
            }
            case ANSWER -> answer(file.reply(), language);
            default -> details;
        };
    }

    private static Map<String, String> answer(Reply reply, Language language) {
        return Map.of(
                "outcome", TEXTS.text(language, "outcome." + reply.outcome().key()),
                "text", reply.text(),
                "basis", reply.ground(),
                "next", reply.nextStep(),
                "contact", reply.contactName(),
                "phone", reply.contactPhone());
    }

    private Map<String, String> facts(String agency, Petition petition) {
        Language language = petition.language();
        String type = catalogue
                .get()
                .type(petition.type())
                .map(CaseType::label)
                .map(label -> label.in(language))
                .orElse(petition.type());
        Map<String, String> facts = new HashMap<>();
        facts.put("type", type);
        facts.put("agency", agencies.apply(agency).in(language));
        facts.put("ask", address.get() + "/case");
        return facts;
    }

    private static String due(Petition petition, Due due) {
        return new StepWords(petition.language()).of(due);
    }

    /**
     * The notice on its way; none when it was told by word of mouth in the act itself. Whoever left no address at all is
     * owed it nevertheless: somebody tells her when she asks, or writes down what was tried.
     *
     * @param known whether she learns it anyway, so that only a mail repeats it
     * @param way what staff chose: {@code mail, letter, phone, counter}; "" when nothing was to be chosen
     */
    private static List<Notice> told(
            Petition petition, String cause, NoticeKind kind, Map<String, String> facts, String way, boolean known) {
        Contact contact = petition.contact();
        boolean mail = !contact.email().isEmpty() && !way.equals("letter");
        if (BY_VOICE.contains(way) || (!mail && known)) {
            return List.of();
        }
        return List.of(new Notice(
                cause,
                kind,
                mail ? Channel.MAIL : Channel.BY_HAND,
                mail ? contact.email() : "",
                petition.language(),
                facts));
    }
}
