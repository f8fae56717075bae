package tw.minsheng.notify;

/**
 * What a notice says.
 *
 * @param subject one line
 * @param text plain text, lines ended by {@code \n}
 */
public record Wording(String subject, String text) {}
