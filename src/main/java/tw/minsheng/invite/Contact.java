package tw.minsheng.invite;

import tw.minsheng.kernel.Language;

/**
 * Somebody who is asked, with the part of the sample that she stands for.
 *
 * @param name by which she is asked for on the telephone, "" when nobody knows
 * @param email "" where there is none
 * @param phone "" where there is none; one of the two is there
 * @param stratum of the sample (分層), "" when it has none
 */
public record Contact(String name, String email, String phone, Language language, String stratum) {

    /** Personal data must not get into logs by way of a message. */
    @Override
    public String toString() {
        return "Contact";
    }
}
