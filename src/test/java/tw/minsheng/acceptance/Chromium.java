package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A headless Chromium and the product it looks at, for the tests of a class:
 * {@code @RegisterExtension static final Chromium BROWSER = new Chromium(new ServedProduct());} Where it is not installed
 * neither is started, and each test is skipped.
 */
final class Chromium implements BeforeAllCallback, BeforeEachCallback {

    private static final String AXE = axeScript();

    /** The builder of the library opens a second window for each page; run like this, a page takes half the time. */
    private static final String RUN_AXE = """
            const done = arguments[arguments.length - 1];
            const options = {
              runOnly: {type: arguments[0], values: arguments[1]},
              rules: Object.fromEntries(arguments[2].map(rule => [rule, {enabled: false}])),
              resultTypes: ['violations'],
              preload: false
            };
            axe.run({include: [['html']], exclude: arguments[3].map(each => [each])}, options).then(
                found => done(found.violations.flatMap(each => each.nodes.map(node => each.id + ': ' + node.html))),
                failure => done(String(failure)));
            """;

    private static final List<String> EVERYTHING = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");

    private static final String SEEN = """
            const root = document.documentElement;
            const width = root.clientWidth;
            const alert = document.querySelector('[role=alert]');
            const cut = [...document.querySelectorAll('body *')].filter(each => {
              const box = each.getBoundingClientRect();
              const style = getComputedStyle(each);
              const hides = each.tagName !== 'INPUT' && ['hidden', 'clip'].includes(style.overflowX)
                  && each.scrollWidth > each.clientWidth + 1;
              return box.width > 1 && style.position !== 'absolute' && (box.right > width + 1 || hides);
            });
            return [root.lang,
                document.querySelectorAll('input:checked').length
                    + [...document.querySelectorAll('select')].filter(each => each.value !== '').length,
                alert ? alert.innerText : '',
                root.scrollWidth - width,
                cut.map(each => each.outerHTML.slice(0, 120))];
            """;

    private final ServedProduct product;
    private final AtomicReference<ChromeDriver> opened = new AtomicReference<>();

    Chromium(ServedProduct product) {
        this.product = product;
    }

    /** What is in the store closes with the class of tests, the last first. */
    @Override
    public void beforeAll(ExtensionContext context) {
        if (isInstalled()) {
            product.beforeAll(context);
            ChromeDriver driver = start();
            // axe reads a whole report within seconds; where five browsers share two cores it takes longer
            driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
            opened.set(driver);
            AutoCloseable quit = driver::quit;
            context.getStore(Namespace.create(Chromium.class)).put("browser", quit);
        }
    }

    /** Here, not once for all of them, so that the number of what could not run is told. */
    @Override
    public void beforeEach(ExtensionContext context) {
        assumeTrue(isInstalled(), "chromium and chromedriver are not installed");
    }

    /** Whether both the browser and its driver are installed. */
    private static boolean isInstalled() {
        return browser().isPresent() && find("chromedriver").isPresent();
    }

    /** The shell without windows where there is one: it draws the same and needs less. */
    private static Optional<File> browser() {
        return find("chromium-headless-shell").or(() -> find("chromium"));
    }

    private static ChromeDriver start() {
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(find("chromedriver").orElseThrow())
                .build();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser().orElseThrow());
        // a browser of root has no sandbox; it sees pages of this machine only
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=zh-TW");
        return new ChromeDriver(service, options);
    }

    ChromeDriver driver() {
        return Objects.requireNonNull(opened.get(), "the browser is open from beforeAll on, where it is installed");
    }

    /** Goes to this path of the product. */
    void open(String path) {
        driver().get(product.address() + path);
    }

    /** A window of this many CSS pixels; 320 is reached by device metrics only, no real window is so narrow. */
    Chromium sized(int width, int height) {
        driver().executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        return this;
    }

    Chromium scripts(boolean allowed) {
        driver().executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
        return this;
    }

    Chromium dark(boolean dark) {
        driver().executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of(
                                "features",
                                List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        return this;
    }

    /** Text of the page at this multiple of its size, as the setting of a reader does. Needs scripts. */
    Chromium textSize(int percent) {
        script("document.documentElement.style.fontSize = '" + percent + "%'");
        return this;
    }

    Object script(String script) {
        return ((JavascriptExecutor) driver()).executeScript(script);
    }

    /** By how many pixels the page is wider than its window. Needs scripts. */
    long sidewaysScroll() {
        return ((Number) script("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .longValue();
    }

    /**
     * What can be seen of a page without looking.
     *
     * @param chosen inputs and entries of lists that are chosen
     * @param alert words of the box that says what is wrong, "" when there is none
     * @param sideways by how many pixels it is wider than its window
     * @param cut elements that end outside the window, or hide a part of their content; a field to type in may
     *     hold more than it shows
     */
    record Seen(String language, long chosen, String alert, long sideways, List<String> cut) {}

    /** Works with scripts off, too: the question comes from outside the page. */
    Seen seen() {
        List<?> seen = (List<?>) script(SEEN);
        return new Seen(
                String.valueOf(seen.get(0)),
                ((Number) seen.get(1)).longValue(),
                String.valueOf(seen.get(2)),
                ((Number) seen.get(3)).longValue(),
                ((List<?>) seen.get(4)).stream().map(String::valueOf).toList());
    }

    /** Presses this button and waits until another page is there in full. */
    void press(String button) {
        leave(() -> driver().findElement(By.cssSelector(button)).click());
    }

    /**
     * Does what leads elsewhere and waits until another page is there in full. With scripts off the driver does not see
     * that it leads elsewhere, and between two pages it may know neither.
     */
    void leave(Runnable act) {
        script("document.documentElement.dataset.left = '1'");
        act.run();
        new WebDriverWait(driver(), Duration.ofSeconds(20), Duration.ofMillis(30))
                .ignoring(WebDriverException.class)
                .until(
                        any -> Boolean.TRUE.equals(
                                script(
                                        "return !document.documentElement.dataset.left"
                                                + " && document.readyState === 'complete' && !!document.querySelector('main h1, main legend')")));
    }

    /** What axe finds on the page, as {@code rule: element}. Needs scripts. */
    List<String> axe() {
        return axe("tag", EVERYTHING, List.of(), List.of());
    }

    /** The same but for colours, which no width changes and which take four fifths of the time. Needs scripts. */
    List<String> axeButColours() {
        return axe("tag", EVERYTHING, List.of("color-contrast"), List.of());
    }

    /** What axe finds wrong where another language has other words: names, texts beside pictures, languages. Needs scripts. */
    List<String> axeOfWords() {
        List<String> words = List.of("cat.name-role-value", "cat.text-alternatives", "cat.language", "cat.forms");
        return axe("tag", words, List.of(), List.of());
    }

    /**
     * What axe finds wrong with the colours of the page. Of a table it reads three rows, for all rows have the colours of
     * their style. Needs scripts.
     */
    List<String> axeOfColours() {
        return axe("rule", List.of("color-contrast"), List.of(), List.of("tbody tr:nth-child(n+4)"));
    }

    private List<String> axe(String kind, List<String> values, List<String> withoutRules, List<String> withoutPlaces) {
        if (!Boolean.TRUE.equals(script("return typeof axe === 'object'"))) {
            script(AXE);
        }
        Object found = driver().executeAsyncScript(RUN_AXE, kind, values, withoutRules, withoutPlaces);
        if (!(found instanceof List<?> lines)) {
            throw new IllegalStateException("axe: " + found);
        }
        return lines.stream().map(String::valueOf).toList();
    }

    /** Keeps a picture of the window under {@code target/pictures}, for people who ask for them by {@code -Dpictures=true}. */
    void picture(String name) {
        if (!Boolean.getBoolean("pictures")) {
            return;
        }
        try {
            Path file = Path.of("target", "pictures", name + ".png");
            Files.createDirectories(file.getParent());
            Files.write(file, driver().getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String axeScript() {
        try (InputStream in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<File> find(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> new File(folder, program))
                .filter(File::canExecute)
                .findFirst();
    }
}
