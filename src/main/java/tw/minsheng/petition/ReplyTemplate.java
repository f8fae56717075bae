package tw.minsheng.petition;

import java.util.ArrayList;
import java.util.List;
import tw.minsheng.kernel.Fault;

/**
 * Words of an answer that is given again and again (答復範本). Whoever answers begins with them and is answerable for what becomes of them.
 *
 * @param id 0 while it is not kept
 * @param agency that wrote it; those below it may use it
 * @param type of the petitions that it answers, "" for every type
 * @param reply of which everything but the text may be missing
 */
public record ReplyTemplate(long id, String agency, String type, String name, Reply reply) {

    private static final int MOST_LETTERS = 80;

    /** Whether it answers petitions of this type. */
    public boolean isFor(String asked) {
        return type.isEmpty() || type.equals(asked);
    }

    /** What is missing or too long; a template needs a name and a text. */
    List<Fault> faults(Catalogue catalogue) {
        List<Fault> faults = new ArrayList<>();
        Required.check(faults, "name", name, "template.name", MOST_LETTERS);
        Required.check(faults, "text", reply.text(), "reply.text", Reply.MOST_LETTERS);
        if (!type.isEmpty() && catalogue.type(type).isEmpty()) {
            faults.add(Fault.of("type", "petition.type"));
        }
        optional(faults, "ground", reply.ground(), Reply.MOST_LETTERS);
        optional(faults, "nextStep", reply.nextStep(), Reply.MOST_LETTERS);
        optional(faults, "contactName", reply.contactName(), 80);
        optional(faults, "contactPhone", reply.contactPhone(), 40);
        return faults;
    }

    private static void optional(List<Fault> faults, String place, String text, int most) {
        if (!text.isBlank()) {
            Required.check(faults, place, text, "reply." + place, most);
        }
    }
}
