package tw.minsheng.petition.attach;

/**
 * A file as it arrived.
 *
 * @param name as it was sent
 * @param tooLarge whether it was larger than a file may be; its bytes are not there then
 */
public record Arrived(String name, Content content, boolean tooLarge) {}
