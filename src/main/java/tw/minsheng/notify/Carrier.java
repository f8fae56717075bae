package tw.minsheng.notify;

import io.vertx.core.Future;

/** Takes messages to their destination. */
public interface Carrier {

    /** Why a message did not arrive. */
    enum Trouble {
        /** nobody takes messages there now: others would fare alike */
        AWAY,
        /** this one was not taken now */
        NOT_NOW,
        /** this one will never be taken */
        REFUSED
    }

    /** A message that did not arrive; {@code getMessage()} says why, in the words of the other side. */
    final class Undelivered extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private static final int MOST_LETTERS = 300;

        private final Trouble trouble;

        public Undelivered(Trouble trouble, String reason, Throwable cause) {
            super(shown(reason), cause);
            this.trouble = trouble;
        }

        public Trouble trouble() {
            return trouble;
        }

        private static String shown(String reason) {
            String plain = reason.replaceAll("\\p{Cntrl}+", " ").strip();
            return plain.length() > MOST_LETTERS ? plain.substring(0, MOST_LETTERS) : plain;
        }
    }

    /** Completes with a reference once the other side has taken it over; fails with {@link Undelivered}. */
    Future<String> carry(Message message);
}
