package tw.minsheng.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

    /** The modules as the path paints them, without the quiet zone. */
    private static BitMatrix painted(QrCode code) {
        BitMatrix modules = new BitMatrix(code.size() - 8);
        Matcher run = RUN.matcher(code.path());
        while (run.find()) {
            assertEquals(run.group(3), run.group(4));
            int x = Integer.parseInt(run.group(1)) - 4;
            int y = Integer.parseInt(run.group(2)) - 4;
            modules.setRegion(x, y, Integer.parseInt(run.group(3)), 1);
        }
        return modules;
    }

    @Test
    void aTextTooLongForAnyCodeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> QrCode.of("x".repeat(5000)));
    }

    @Test
    void whatIsPaintedReadsAsTheAddress() throws Exception {
        String address = "https://survey.example.org/s/kcg-pwb-counter";
        assertEquals(address, new Decoder().decode(painted(QrCode.of(address))).getText());
    }

    /** Error correction Q bears a quarter of damage; a corner of the data is smudged here. */
    @Test
    void aSmudgedCodeStillReads() throws Exception {
        String address = "https://survey.example.org/s/kcg-pwb-counter";
        BitMatrix modules = painted(QrCode.of(address));
        int size = modules.getWidth();
        modules.setRegion(size - 6, size - 6, 6, 6);
        assertEquals(address, new Decoder().decode(modules).getText());
    }

    @Test
    void theTitleCannotBreakOutOfThePicture() {
        String svg = QrCode.of("x").svg("</title><script>alert(1)</script>");
        assertFalse(svg.contains("<script>"));
        assertTrue(svg.contains("&lt;script&gt;"));
    }
}
