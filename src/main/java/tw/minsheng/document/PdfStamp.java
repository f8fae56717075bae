package tw.minsheng.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;
import tw.minsheng.typeface.Typefaces;
import tw.minsheng.typeface.Weight;

/** What is put onto a finished PDF: its date, an id that follows from it, and the mark of a draft on every page. */
final class PdfStamp {

    private static final float MARK_SIZE = 150;
    private static final float MARK_ALPHA = 0.07f;

    private PdfStamp() {}

    /** Makes the file depend on content and date only: the engine writes the time of the run. */
    static void date(PDDocument pdf, Instant date) throws IOException {
        Calendar calendar = GregorianCalendar.from(date.atZone(ZoneOffset.UTC));
        pdf.getDocumentInformation().setCreationDate(calendar);
        pdf.getDocumentInformation().setModificationDate(calendar);
        pdf.setDocumentId(date.toEpochMilli());
        PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
        if (metadata != null) {
            try (InputStream in = metadata.exportXMPMetadata()) {
                String xmp = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                String time = DateTimeFormatter.ISO_INSTANT.format(date);
                String dated =
                        xmp.replaceAll("(<xmp:(CreateDate|ModifyDate|MetadataDate)>)[^<]*(<)", "$1" + time + "$3");
                metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** Writes the mark across every page, pale, as decoration that screen readers pass over. */
    static void mark(PDDocument pdf, String mark, Typefaces faces) throws IOException {
        PDFont font;
        try (InputStream in = faces.file(Weight.BOLD)) {
            font = PDType0Font.load(pdf, in, true);
        }
        float width = font.getStringWidth(mark) / 1000 * MARK_SIZE;
        float size = MARK_SIZE * Math.min(1, 480 / width);
        for (PDPage page : pdf.getPages()) {
            mark(pdf, page, mark, font, size, Math.min(width, 480));
        }
    }

    private static void mark(PDDocument pdf, PDPage page, String mark, PDFont font, float size, float width)
            throws IOException {
        PDExtendedGraphicsState pale = new PDExtendedGraphicsState();
        pale.setNonStrokingAlphaConstant(MARK_ALPHA);
        float x = page.getMediaBox().getWidth() / 2;
        float y = page.getMediaBox().getHeight() / 2;
        try (PDPageContentStream out =
                new PDPageContentStream(pdf, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
            out.beginMarkedContent(COSName.ARTIFACT);
            out.setGraphicsStateParameters(pale);
            out.setNonStrokingColor(0.7f, 0.15f, 0.12f);
            out.beginText();
            out.setFont(font, size);
            out.setTextMatrix(Matrix.getRotateInstance(Math.PI / 4, x, y));
            out.newLineAtOffset(-width / 2, -size / 3);
            out.showText(mark);
            out.endText();
            out.endMarkedContent();
        }
    }
}
