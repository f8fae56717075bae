package tw.minsheng.document;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tw.minsheng.kernel.Language;

/**
 * A whole document, free of any file format.
 *
 * @param runningTitle at the top left of every page
 * @param runningOwner at the top right of every page
 * @param draftMark printed across every page, for example 草稿; "" for an approved document
 */
public record Document(
        Language language,
        Meta meta,
        Cover cover,
        List<Block> blocks,
        String runningTitle,
        String runningOwner,
        String draftMark) {

    /**
     * What a file says about itself.
     *
     * @param date written into the file; the same date and content give the same bytes
     */
    public record Meta(String title, String author, String subject, List<String> keywords, Instant date) {

        public Meta {
            keywords = List.copyOf(keywords);
        }
    }

    /** @throws IllegalArgumentException when two blocks have the same key */
    public Document {
        blocks = List.copyOf(blocks);
        Set<String> keys = new HashSet<>();
        for (Block block : blocks) {
            if (!block.key().isEmpty() && !keys.add(block.key())) {
                throw new IllegalArgumentException("two blocks with the key " + block.key());
            }
        }
    }
}
