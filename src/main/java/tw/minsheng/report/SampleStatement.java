package tw.minsheng.report;

import java.util.List;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.report.wording.SampleCode;

/**
 * What must be said about a sample wherever its numbers stand.
 *
 * @param design as in the definition, for example {@code stratified}
 * @param weighted whether shares and means are weighted
 * @param codes the sentences that hold, the deciding one first
 * @param sentence generated, never edited
 * @param weighting the sentence about the weights
 */
public record SampleStatement(
        String design, boolean weighted, List<SampleCode> codes, LocalizedText sentence, LocalizedText weighting) {

    public SampleStatement {
        codes = List.copyOf(codes);
    }

    public SampleCode code() {
        return codes.get(0);
    }
}
