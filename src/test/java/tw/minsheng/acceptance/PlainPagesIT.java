package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.htmlunit.WebClient;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlSelect;
import org.htmlunit.html.HtmlTextArea;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each shipped survey answered in both languages by a browser without scripts and styles, which runs wherever Java runs:
 * nothing is chosen beforehand, every page is light, and the answer stands in the export as it was given.
 */
class PlainPagesIT {

    /** Surveys 4.6: a question page with style and script, compressed. */
    private static final int MOST_BYTES = 30 * 1024;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @RegisterExtension
    static final ServedProduct PRODUCT = new ServedProduct().unlimited();

    private static final Map<URI, Integer> WEIGHTS = new HashMap<>();

    static Stream<Arguments> walks() {
        return Shipped.SURVEYS.stream()
                .flatMap(survey -> Shipped.LANGUAGES.stream().map(language -> Arguments.of(survey, language)));
    }

    @ParameterizedTest
    @MethodSource("walks")
    void eachSurveyIsAnsweredAndStandsInTheExport(String survey, String language) throws Exception {
        Given given = new Given("plain-" + language);
        try (WebClient browser = new WebClient()) {
            browser.getOptions().setJavaScriptEnabled(false);
            browser.getOptions().setCssEnabled(false);
            HtmlPage page = browser.getPage(PRODUCT.address() + "/s/" + survey + "?lang=" + language);
            int pages = 0;
            while (page.getElementById("receipt") == null && pages < Shipped.MOST_PAGES) {
                look(page, language);
                fill(page, given);
                page = onward(page);
                pages++;
            }
            look(page, language);
            DomElement receipt = page.getElementById("receipt");
            assertNotNull(receipt, () -> "no receipt");
            assertTrue(receipt.getTextContent().strip().length() >= 8, receipt.getTextContent());
        }
        given.mustStandIn(Exports.of(survey, PRODUCT.data()));
    }

    private static void look(HtmlPage page, String language) throws Exception {
        String title = page.getTitleText();
        assertEquals(language, page.getDocumentElement().getAttribute("lang"), title);
        assertTrue(page.querySelectorAll("[checked], [selected]").isEmpty(), () -> title + ": chosen beforehand");
        assertTrue(page.querySelectorAll("[role=alert]").isEmpty(), () -> title + ": " + page.asNormalizedText());
        assertTrue(page.querySelectorAll("fieldset").size() <= 5 + 1, () -> title + ": more than five at a time");
        int bytes = weight(page.getUrl().toURI());
        for (DomNode file : page.querySelectorAll("link[rel=stylesheet], script[src]")) {
            HtmlElement element = (HtmlElement) file;
            String address = element.hasAttribute("href") ? element.getAttribute("href") : element.getAttribute("src");
            bytes += weight(PRODUCT.address().resolve(address));
        }
        int all = bytes;
        assertTrue(all <= MOST_BYTES, () -> title + ": " + all + " bytes");
    }

    /** Bytes over the wire, compressed; what is kept by a browser is asked for once. */
    private static int weight(URI address) throws IOException, InterruptedException {
        Integer known = WEIGHTS.get(address);
        if (known != null) {
            return known;
        }
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept-Encoding", "gzip")
                .build();
        int bytes = CLIENT.send(request, BodyHandlers.ofByteArray()).body().length;
        WEIGHTS.put(address, bytes);
        return bytes;
    }

    private static HtmlPage onward(HtmlPage page) throws IOException {
        HtmlButton button = page.querySelector("main form button[value=next], main form button[value=finish]");
        assertNotNull(button, page::asXml);
        return button.click();
    }

    /** The second choice of each group, some words in each field. */
    private static void fill(HtmlPage page, Given given) {
        Set<String> done = new HashSet<>();
        for (DomNode node : page.querySelectorAll("main form textarea, main form select, main form input")) {
            if (node instanceof HtmlTextArea area) {
                area.setText(given.text());
                given.typed(area.getNameAttribute(), given.text());
            } else if (node instanceof HtmlSelect list) {
                list.setSelectedIndex(1);
                given.list(
                        list.getNameAttribute(),
                        list.getSelectedOptions().get(0).getValueAttribute());
            } else if (node instanceof HtmlInput input && done.add(input.getNameAttribute())) {
                fill(page, input, given);
            }
        }
    }

    private static void fill(HtmlPage page, HtmlInput input, Given given) {
        String name = input.getNameAttribute();
        switch (input.getType()) {
            case "radio", "checkbox" -> {
                var group = page.getElementsByName(name);
                HtmlInput chosen = (HtmlInput) group.get(Math.min(1, group.size() - 1));
                chosen.setChecked(true);
                if (input.getType().equals("radio")) {
                    given.radio(name, chosen.getValue());
                } else {
                    given.checkbox(name, chosen.getValue());
                }
            }
            case "number" -> {
                input.setValue("3");
                given.typed(name, "3");
            }
            default -> {}
        }
    }
}
