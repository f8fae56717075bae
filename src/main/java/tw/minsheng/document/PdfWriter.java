package tw.minsheng.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import tw.minsheng.kernel.Texts;
import tw.minsheng.typeface.Printable;
import tw.minsheng.typeface.Typefaces;
import tw.minsheng.typeface.Weight;

/**
 * Writes a document as PDF that is PDF/UA-1 and PDF/A-2a at once: tagged, with bookmarks, contents with page numbers,
 * pictures as vectors, fonts inside. Fetches nothing from anywhere. The same document gives the same bytes. Safe for many
 * threads.
 */
public final class PdfWriter {

    private static final int PASSES = 20;
    private static final int FILLING_PASSES = 12;

    private final Typefaces faces;
    private final Texts texts = Texts.of(PdfWriter.class);
    private final String style = HtmlWriter.resource("paper.css");

    public PdfWriter(Typefaces faces) {
        this.faces = faces;
        XRLog.setLoggingEnabled(false);
    }

    /**
     * Lays the document out, up to twenty times until its pages are full enough, and writes it.
     *
     * @throws IOException when it cannot be written
     */
    public void write(Document document, OutputStream out) throws IOException {
        PaperPlan plain = PaperPlan.of(document);
        PaperPlan plan = plain;
        for (int pass = 1; ; pass++) {
            try (PdfBoxRenderer renderer = renderer(document, plan)) {
                renderer.layout();
                PaperPlan better = better(renderer, plan, pass, plain);
                if (better.equals(plan)) {
                    finish(document, renderer, out);
                    return;
                }
                plan = better;
            }
        }
    }

    /** The characters of this document that the typeface lacks, with what stands in their place on paper. */
    public List<Printable.Replacement> replacements(Document document) {
        Printable printable = printable(document);
        String unused = new PaperPage(document, PaperPlan.of(document), printable, texts, style).markup();
        return unused.isEmpty() ? List.of() : printable.replacements();
    }

    /**
     * Fills the pages, sets chapters tighter that still end on a nearly empty page and fills theirs again, then breaks
     * earlier what this left alone at the edge of a page; what is left after the last pass stays.
     */
    private static PaperPlan better(PdfBoxRenderer renderer, PaperPlan plan, int pass, PaperPlan plain) {
        if (pass == PASSES) {
            return plan;
        }
        PaperLayout layout = new PaperLayout(renderer, plan);
        PaperFitting fitting = new PaperFitting(layout);
        boolean filling = pass <= FILLING_PASSES;
        PaperPlan fuller = filling ? fitting.fuller(plan) : plan;
        if (!fuller.equals(plan)) {
            return fuller;
        }
        PaperPlan tighter = filling ? fitting.tighter(plan) : plan;
        return tighter.equals(plan) ? new PaperMending(layout, plan).mended() : plain.tightAs(tighter);
    }

    private void finish(Document document, PdfBoxRenderer renderer, OutputStream out) throws IOException {
        PDDocument pdf = renderer.createPDFKeepOpen();
        if (!document.draftMark().isEmpty()) {
            PdfStamp.mark(pdf, document.draftMark(), faces);
        }
        PdfStamp.date(pdf, document.meta().date());
        pdf.save(out);
    }

    private PdfBoxRenderer renderer(Document document, PaperPlan plan) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        font(builder, Weight.REGULAR, Typefaces.FAMILY, Weight.REGULAR.css());
        font(builder, Weight.MEDIUM, Typefaces.FAMILY, Weight.MEDIUM.css());
        font(builder, Weight.MEDIUM, Typefaces.MEDIUM_FAMILY, Weight.REGULAR.css());
        font(builder, Weight.BOLD, Typefaces.FAMILY, Weight.BOLD.css());
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useUriResolver((base, uri) -> uri.startsWith("#") ? uri : null);
        builder.useUnicodeLineBreaker(new LineBreaks());
        builder.useObjectDrawerFactory(new PdfPictures(document));
        builder.withProducer("Minsheng");
        builder.withHtmlContent(new PaperPage(document, plan, printable(document), texts, style).markup(), null);
        return builder.buildPdfRenderer();
    }

    private Printable printable(Document document) {
        return new Printable(faces.coverage(), document.language());
    }

    private void font(PdfRendererBuilder builder, Weight weight, String family, int css) {
        builder.useFont(() -> faces.file(weight), family, css, FontStyle.NORMAL, true);
    }
}
