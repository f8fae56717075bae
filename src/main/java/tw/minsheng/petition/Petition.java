package tw.minsheng.petition;

import tw.minsheng.kernel.Language;

/**
 * What was written, once it has been checked.
 *
 * @param type id of its {@link CaseType}
 * @param text what it is about, in the petitioner's words
 * @param confidential 保密: never shown to the public, whatever staff release
 * @param notice version of the privacy notice that she read
 */
public record Petition(
        Kind kind,
        String type,
        String text,
        Place place,
        Contact contact,
        boolean confidential,
        Language language,
        Channel channel,
        String notice) {

    /** Without who wrote it, what and where; still counted. */
    Petition erased() {
        Place district = new Place(place.district(), "", Place.Point.NONE);
        return new Petition(kind, type, "", district, Contact.NONE, confidential, language, channel, notice);
    }

    /** Personal data must not get into logs by way of a message. */
    @Override
    public String toString() {
        return "Petition of type " + type;
    }
}
