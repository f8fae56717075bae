package tw.minsheng.report;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import tw.minsheng.collect.AnswerSheet;
import tw.minsheng.collect.SamplePlace;
import tw.minsheng.collect.SampleWeights;
import tw.minsheng.collect.Source;
import tw.minsheng.dataset.Layout;
import tw.minsheng.dataset.Parts;
import tw.minsheng.dataset.Row;
import tw.minsheng.dataset.Sheets;
import tw.minsheng.dataset.Tally;
import tw.minsheng.kernel.Sha256;
import tw.minsheng.report.analysis.SurveyAnalysis;
import tw.minsheng.report.analysis.WeightCheck;
import tw.minsheng.report.analysis.WeightChecks;
import tw.minsheng.statistics.battery.Extent;
import tw.minsheng.survey.Survey;

/**
 * Gathers the answers of a running survey and makes the same results of them as a file of answers gives. Feed it from a
 * worker thread; not safe for several threads at a time.
 */
public final class LiveResults {

    private final Survey survey;
    private final Sheets sheets;
    private final Parts parts;
    private final MessageDigest digest;

    /**
     * @param newest the version that is analysed
     * @param earlier every other version that was answered, oldest first
     */
    public LiveResults(Survey newest, List<Survey> earlier) {
        this(newest, earlier, SampleWeights.NONE);
    }

    /** @param weights what an answer at each place of the sample stands for */
    public LiveResults(Survey newest, List<Survey> earlier, SampleWeights weights) {
        Layout layout = Layout.of(newest, earlier);
        List<Survey> all = new ArrayList<>(earlier);
        all.add(newest);
        this.survey = newest;
        this.sheets = new Sheets(layout, all, weights);
        this.parts = Parts.of(layout);
        this.digest = Sha256.digest();
    }

    /** Adds one answer; an answer over an open link is open whatever the design says ({@link Source}). */
    public void add(AnswerSheet sheet) {
        Row row = sheets.row(sheet);
        parts.add(row);
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * sheets.layout().size());
        sheets.layout().columns().forEach(column -> bytes.putInt(row.code(column)));
        String place = sheet.place().equals(SamplePlace.NONE)
                ? ""
                : "|" + sheet.place().stratum() + "|" + sheet.place().unit() + "|"
                        + row.origin().weight();
        digest.update((sheet.wave() + "|" + sheet.day() + "|" + sheet.source() + "|" + sheet.mode() + place)
                .getBytes(StandardCharsets.UTF_8));
        digest.update(bytes.array());
    }

    /** Adds one answer of another wave, for what is compared between waves; it changes no other number. */
    public void addOther(AnswerSheet sheet) {
        parts.addOther(sheets.row(sheet));
    }

    /** Answers of other waves added so far; finished waves do not change. */
    public long others() {
        return parts.others().values().stream().mapToLong(Tally::rows).sum();
    }

    /** Rows added so far. */
    public long rows() {
        return parts.rows();
    }

    /** SHA-256 of what was added so far, lower-case hex: the same answers give the same numbers. */
    public String sha256() {
        try {
            return Sha256.hex((MessageDigest) digest.clone());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What must be known before the answers added so far are weighted. */
    public List<WeightCheck> weightChecks() {
        return WeightChecks.of(parts);
    }

    /**
     * The results of what was added; nothing may be added afterwards.
     *
     * @param program version of the program
     * @param hash SHA-256 of the version's canonical JSON
     * @param wave code of the wave, "" for all waves
     * @param extent whether what takes seconds is left out
     */
    public Results results(Facts facts, String program, String hash, String wave, Extent extent) {
        return SurveyAnalysis.of(
                parts,
                facts,
                program,
                new Results.Survey(survey.id(), survey.version().toString(), hash),
                wave,
                sha256(),
                extent);
    }
}
