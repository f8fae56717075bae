package tw.minsheng.survey.file.definition;

import tw.minsheng.format.Json;
import tw.minsheng.format.Node;
import tw.minsheng.kernel.Sha256;
import tw.minsheng.survey.Version;

/**
 * A published version: exactly the bytes that were hashed.
 *
 * @param hash SHA-256 of the bytes, lower-case hex
 * @param root the definition as a tree
 */
public record Published(Version version, String hash, Node root) {

    /**
     * Reads {@code published/<version>.json}.
     *
     * @throws tw.minsheng.kernel.Problem INVALID when the bytes are no JSON
     */
    public static Published read(Version version, byte[] json) {
        return new Published(version, Sha256.hexOf(json), Json.read(version + ".json", json));
    }
}
