package tw.minsheng.report.analysis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import tw.minsheng.kernel.Sha256;
import tw.minsheng.statistics.battery.Extent;

/**
 * How much is computed, and from which seed what is drawn.
 *
 * @param seed the first 8 bytes of SHA-256(survey hash ‖ data hash): the same data give the same numbers
 */
record Depth(Extent extent, long seed) {

    /** Whether people are compared with each other, which takes seconds. */
    boolean isCompared() {
        return extent == Extent.WHOLE_PAGE || extent == Extent.FULL;
    }

    static Depth of(Extent extent, String surveyHash, String dataHash) {
        MessageDigest digest = Sha256.digest();
        digest.update(surveyHash.getBytes(StandardCharsets.UTF_8));
        digest.update(dataHash.getBytes(StandardCharsets.UTF_8));
        return new Depth(extent, ByteBuffer.wrap(digest.digest()).getLong());
    }
}
