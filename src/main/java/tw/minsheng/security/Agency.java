package tw.minsheng.security;

import tw.minsheng.kernel.LocalizedText;

/**
 * An agency (機關) or one of its units.
 *
 * @param key its folder name under {@code surveys/}, never ""
 * @param parent key of the agency above it, "" when it stands directly under the installation
 * @param name what people call it
 */
public record Agency(String key, String parent, LocalizedText name) {

    /** @throws IllegalArgumentException when the key is empty or its own parent */
    public Agency {
        if (key.isEmpty() || key.equals(parent)) {
            throw new IllegalArgumentException("an agency needs a key that is not its parent's: '" + key + "'");
        }
    }
}
