package tw.minsheng.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tw.minsheng.chart.Charts;
import tw.minsheng.chart.Form;
import tw.minsheng.chart.Samples;
import tw.minsheng.typeface.Typefaces;
import tw.minsheng.typeface.Weight;

class SvgWriterTest {

    private static final Typefaces FACES = new Typefaces();

    private record Drawing(Consumer<Graphics2D> painter) implements Picture {

        @Override
        public String title() {
            return "<b>&\"'題\u0000";
        }

        @Override
        public String description() {
            return "說明 ]]> \uD800";
        }

        @Override
        public double width() {
            return 200;
        }

        @Override
        public double height() {
            return 100;
        }

        @Override
        public void draw(Graphics2D graphics, Rectangle2D area) {
            graphics.setFont(FACES.font(Weight.REGULAR, 12));
            painter.accept(graphics);
        }
    }

    private static Element parse(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
    }

    private static String svg(SvgWriter.TextMode mode, Consumer<Graphics2D> painter) {
        return SvgWriter.svg(new Drawing(painter), "f1", mode);
    }

    @Test
    void badPrefixIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> SvgWriter.svg(new Drawing(g -> {}), "1\"><script>", SvgWriter.TextMode.TEXT));
    }

    @Test
    void rasterImagesAreRefused() {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        assertThrows(
                UnsupportedOperationException.class,
                () -> svg(SvgWriter.TextMode.TEXT, g -> g.drawImage(image, 0, 0, null)));
    }

    @Test
    void userTextIsEscapedAndForbiddenCharactersGo() throws Exception {
        Element root = parse(svg(SvgWriter.TextMode.TEXT, g -> g.drawString("<script>&\u0007", 1, 20)));
        assertEquals("<b>&\"'題", root.getElementsByTagName("title").item(0).getTextContent());
        assertEquals("<script>&", root.getElementsByTagName("text").item(0).getTextContent());
        assertEquals(0, root.getElementsByTagName("script").getLength());
    }

    @Test
    void roleTitleAndDescriptionAreNamed() throws Exception {
        Element root = parse(svg(SvgWriter.TextMode.TEXT, g -> {}));
        assertEquals("img", root.getAttribute("role"));
        assertEquals("f1-t f1-d", root.getAttribute("aria-labelledby"));
        assertEquals("f1-d", ((Element) root.getElementsByTagName("desc").item(0)).getAttribute("id"));
    }

    @Test
    void realTextHasItsLength() throws Exception {
        Element text = (Element) parse(svg(SvgWriter.TextMode.TEXT, g -> g.drawString("高雄市", 1.234f, 20)))
                .getElementsByTagName("text")
                .item(0);
        assertEquals("36", text.getAttribute("textLength"), "three full-width characters of 12 pixels");
        assertEquals("1.23", text.getAttribute("x"));
    }

    @Test
    void outlinesShareGlyphsAndHoldNoText() throws Exception {
        String svg = svg(SvgWriter.TextMode.OUTLINES, g -> {
            g.drawString("高高", 10, 20);
            g.rotate(-Math.PI / 2);
            g.drawString("高", 10, 20);
        });
        Element root = parse(svg);
        assertEquals(0, root.getElementsByTagName("text").getLength());
        assertEquals(3, root.getElementsByTagName("use").getLength());
        NodeList defs = ((Element) root.getElementsByTagName("defs").item(0)).getElementsByTagName("path");
        assertEquals(1, defs.getLength());
        assertTrue(svg.contains("aria-label=\"高高\""));
        assertTrue(((Element) defs.item(0)).getAttribute("id").startsWith("f1-"));
    }

    @Test
    void rotatedTextStaysText() throws Exception {
        Element text = (Element) parse(svg(SvgWriter.TextMode.TEXT, g -> {
                    g.rotate(-Math.PI / 2, 30, 50);
                    g.drawString("滿意度", 30, 50);
                }))
                .getElementsByTagName("text")
                .item(0);
        assertEquals("rotate(-90 30 50)", text.getAttribute("transform"));
    }

    @Test
    void shapesKeepColourStrokeAndClip() {
        String svg = svg(SvgWriter.TextMode.TEXT, g -> {
            g.setPaint(new Color(255, 0, 0, 128));
            g.fillRect(1, 2, 3, 4);
            g.setPaint(Color.BLUE);
            g.setStroke(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 10, new float[] {5, 4}, 0));
            g.drawLine(0, 0, 10, 10);
            g.clipRect(0, 0, 20, 20);
            g.fill(new Ellipse2D.Double(10, 10, 40, 40));
        });
        assertTrue(
                svg.contains("<rect x=\"1\" y=\"2\" width=\"3\" height=\"4\" fill=\"#ff0000\" fill-opacity=\"0.5\"/>"));
        assertTrue(svg.contains(
                "stroke-width=\"2\" stroke-linecap=\"round\" stroke-linejoin=\"round\"" + " stroke-dasharray=\"5 4\""));
        assertTrue(svg.contains("clip-path=\"url(#f1-c0)\""));
    }

    @Test
    void chartsAreSmallAndSearchable() throws Exception {
        String svg = SvgWriter.svg(
                new DrawnChart(new Charts(FACES).likert(Samples.likert(), Form.WIDE)), "a", SvgWriter.TextMode.TEXT);
        assertEquals("svg", parse(svg).getLocalName());
        assertTrue(svg.contains(">承辦人員服務態度</text>"));
        assertTrue(svg.length() < 20_000, "bytes: " + svg.length());
        assertFalse(svg.contains("NaN"));
    }
}
