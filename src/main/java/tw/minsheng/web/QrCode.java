package tw.minsheng.web;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code as the path of an SVG picture, with the quiet zone of four modules around it. Error correction Q, so that a
 * smudged slip on a counter still works.
 *
 * @param size modules along each side, quiet zone included
 * @param path data of an SVG path in units of modules
 */
public record QrCode(int size, String path) {

    private static final int QUIET = 4;

    /** @throws IllegalArgumentException when the text is too long for any QR code */
    public static QrCode of(String text) {
        try {
            ByteMatrix modules = Encoder.encode(text, ErrorCorrectionLevel.Q).getMatrix();
            return new QrCode(modules.getWidth() + 2 * QUIET, draw(modules));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text.length() + " characters", e);
        }
    }

    private static String draw(ByteMatrix modules) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            int x = 0;
            while (x < modules.getWidth()) {
                int run = run(modules, x, y);
                if (run > 0) {
                    path.append('M').append(x + QUIET).append(' ').append(y + QUIET);
                    path.append('h').append(run).append("v1h-").append(run).append('z');
                }
                x += Math.max(1, run);
            }
        }
        return path.toString();
    }

    private static int run(ByteMatrix modules, int x, int y) {
        int length = 0;
        while (x + length < modules.getWidth() && modules.get(x + length, y) == 1) {
            length++;
        }
        return length;
    }

    /** The picture as a file of its own. */
    public String svg(String title) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size
                + "\" shape-rendering=\"crispEdges\"><title>" + escape(title) + "</title><path fill=\"#fff\" d=\"M0 0h"
                + size + "v" + size + "H0z\"/><path d=\"" + path + "\"/></svg>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
