package tw.minsheng.petition.notice;

import java.util.Set;
import tw.minsheng.notify.Channel;
import tw.minsheng.petition.Confirmation;
import tw.minsheng.petition.Contact;
import tw.minsheng.petition.Petition;

/**
 * Which ways to confirm are offered.
 *
 * @param served the channels on which something is carried
 * @param days within which it has to be confirmed by mail or telephone
 */
public record ConfirmOffer(ConfirmKeys keys, Set<Channel> served, int days) {

    public ConfirmOffer {
        served = Set.copyOf(served);
    }

    /**
     * A link to whoever has mail, else a code to whoever has a telephone, else a call.
     *
     * @param isSafe false where others may read what is sent: then somebody calls
     */
    Confirmation of(Petition petition, boolean isSafe) {
        Contact contact = petition.contact();
        if (!isSafe) {
            return Confirmation.BY_CALL;
        }
        if (!contact.email().isEmpty() && served.contains(Channel.MAIL)) {
            return keys.byMail();
        }
        return !contact.phone().isEmpty() && served.contains(Channel.SMS) ? keys.byPhone() : Confirmation.BY_CALL;
    }

    /** Whether anything is offered but a call. */
    public boolean isOffered() {
        return served.contains(Channel.MAIL) || served.contains(Channel.SMS);
    }
}
