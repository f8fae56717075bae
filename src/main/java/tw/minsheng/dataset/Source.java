package tw.minsheng.dataset;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a person was reached; stored apart from the mode of answering. Only drawn answers have a sampling error. */
public enum Source {
    /** drawn from a frame */
    DRAWN,
    /** open link, QR code, kiosk, counter slip: the person chose to answer */
    OPEN,
    /** the file does not say; drawn when the design is a probability design */
    UNSTATED;

    /** The word in files, for example {@code drawn}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The source that a file's word names; {@code unstated} is no word of files. */
    public static Optional<Source> of(String word) {
        return Arrays.stream(values())
                .filter(source -> source != UNSTATED && source.key().equals(word))
                .findFirst();
    }
}
