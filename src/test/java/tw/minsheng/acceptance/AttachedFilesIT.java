package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import tw.minsheng.kernel.Sha256;
import tw.minsheng.petition.attach.Photos;
import tw.minsheng.web.staff.Visitor;

/**
 * Two photos on their way in a real browser without scripts: a fault, both still there, sent, read by staff without their
 * place; then what was asked for, with a third. Axe finds nothing on any page of it.
 */
class AttachedFilesIT {

    private static final String SEND = "#petition button[value=finish]";
    private static final Pattern HASH = Pattern.compile("SHA-256 ([0-9a-f]{64})");
    private static final Pattern LINK = Pattern.compile("href=\"(/agency/cases/[^\"]+/attachments/[0-9a-f-]{36})\"");

    private static final ServedProduct PRODUCT = new ServedProduct("--demo").unlimited();

    @RegisterExtension
    static final Chromium BROWSER = new Chromium(PRODUCT);

    @TempDir
    Path phone;

    private String photo(String name, byte[] bytes) throws IOException {
        return Files.write(phone.resolve(name), bytes).toString();
    }

    @ParameterizedTest
    @CsvSource({"zh-TW,320", "en,1280"})
    void photosComeWithTheCaseWithoutTheirPlace(String language, int width) throws IOException {
        String view = "-" + language + "-" + width;
        List<String> faults = new ArrayList<>();
        BROWSER.driver().manage().deleteAllCookies();
        BROWSER.sized(width, 800).scripts(false);
        BROWSER.open("/petition?lang=" + language);
        type("text", "路口的路燈不亮");
        BROWSER.driver()
                .findElement(By.id("files"))
                .sendKeys(photo("IMG_1.jpg", Photos.jpeg(width)) + "\n" + photo("IMG_2.heic", Photos.heic()));
        BROWSER.press(SEND);
        assertFalse(BROWSER.seen().alert().isEmpty());
        assertEquals(2, BROWSER.driver().findElements(By.name("drop_file")).size());
        look("waiting" + view, faults);

        BROWSER.driver()
                .findElement(By.id("files"))
                .sendKeys(photo("page.pdf", "<html></html>".getBytes(StandardCharsets.US_ASCII)));
        fill();
        BROWSER.press(SEND);
        assertTrue(BROWSER.driver().findElement(By.id("files-error")).getText().contains("page.pdf"));
        assertEquals(2, BROWSER.driver().findElements(By.name("drop_file")).size());
        look("wrong-file" + view, faults);
        BROWSER.press(SEND);

        String number = BROWSER.driver().findElement(By.id("receipt")).getText();
        String code = BROWSER.driver().findElement(By.id("code")).getText();
        List<String> hashes = hashes();
        assertEquals(2, hashes.size());
        look("receipt-files" + view, faults);
        isReadByStaff(number, hashes, Photos.jpeg(width));
        isAnswered(number, code, view, faults);
        staffPages(number, view, faults);
        assertEquals(List.of(), faults);
    }

    private static void fill() {
        BROWSER.driver().findElement(By.cssSelector("input[value=repair]")).click();
        BROWSER.driver()
                .findElement(By.cssSelector("input[value=street-light]"))
                .click();
        type("phone", "07-3368333");
    }

    private static List<String> hashes() {
        return HASH.matcher(BROWSER.driver().findElement(By.id("main")).getText())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** What the receipt says is what staff get: the picture, without what told of its place. */
    private static void isReadByStaff(String number, List<String> hashes, byte[] sent) throws IOException {
        Visitor handler = PRODUCT.signedIn("handler");
        Matcher links =
                LINK.matcher(handler.get("/agency/cases/" + number).expect(200).body());
        List<byte[]> files =
                links.results().map(link -> handler.bytes(link.group(1))).toList();
        assertEquals(hashes, files.stream().map(Sha256::hexOf).toList());
        for (byte[] file : files) {
            assertFalse(new String(file, StandardCharsets.ISO_8859_1).contains("PLACE"));
        }
        // the coded picture itself, up to its end
        byte[] jpeg = files.get(0);
        int length = 400;
        String before = new String(sent, StandardCharsets.ISO_8859_1);
        String picture =
                new String(Arrays.copyOfRange(jpeg, jpeg.length - length, jpeg.length), StandardCharsets.ISO_8859_1);
        assertTrue(before.contains(picture));
        assertArrayEquals(
                new byte[] {(byte) 0xff, (byte) 0xd9}, Arrays.copyOfRange(jpeg, jpeg.length - 2, jpeg.length));
    }

    private void isAnswered(String number, String code, String view, List<String> faults) throws IOException {
        Visitor head = PRODUCT.signedIn("head");
        String path = "/agency/cases/" + number;
        act(head, path, "confirm");
        act(head, path, "assign", "unit", "kcg-pwb");
        act(head, path, "start");
        act(head, path, "ask", "question", "哪一盞路燈？", "channel", "phone");
        BROWSER.open("/case");
        type("number", number);
        type("code", code);
        BROWSER.press("main form button.go");
        look("asked" + view, faults);
        BROWSER.driver().findElement(By.id("files")).sendKeys(photo("third.jpg", Photos.jpeg(7)));
        BROWSER.press("#answer-form button.go");
        assertEquals(1, BROWSER.driver().findElements(By.name("drop_file")).size());
        look("asked-faults" + view, faults);
        type("answer", "東側第二盞");
        BROWSER.press("#answer-form button.go");
        assertEquals(3, hashes().size());
        look("answered-with-files" + view, faults);
    }

    private static void staffPages(String number, String view, List<String> faults) {
        DemoStaff handler = DemoStaff.of(PRODUCT.product(), "handler");
        BROWSER.driver().manage().deleteAllCookies();
        BROWSER.open("/login");
        BROWSER.driver().findElement(By.name("name")).sendKeys(handler.name());
        BROWSER.driver().findElement(By.name("password")).sendKeys(handler.password());
        BROWSER.press("main form button.go");
        BROWSER.open("/agency/cases/" + number);
        BROWSER.driver().findElement(By.cssSelector("#do-attach summary")).click();
        look("staff-files" + view, faults);
        BROWSER.open("/agency/cases/new");
        look("staff-new-files" + view, faults);
    }

    private static void act(Visitor visitor, String path, String act, String... fields) {
        Matcher revision = Pattern.compile("name=\"revision\" value=\"(\\d+)\"")
                .matcher(visitor.get(path).expect(200).body());
        assertTrue(revision.find());
        visitor.post(
                        path,
                        Stream.concat(Stream.of("act", act, "revision", revision.group(1)), Arrays.stream(fields))
                                .toArray(String[]::new))
                .expect(303);
    }

    private static void type(String field, String text) {
        BROWSER.driver().findElement(By.id(field)).clear();
        BROWSER.driver().findElement(By.id(field)).sendKeys(text);
    }

    private static void look(String name, List<String> faults) {
        Chromium.Seen seen = BROWSER.seen();
        if (seen.sideways() > 0) {
            faults.add(name + ": scrolls sideways by " + seen.sideways());
        }
        seen.cut().forEach(cut -> faults.add(name + ": cut: " + cut));
        BROWSER.picture("petition-" + name);
        BROWSER.scripts(true);
        BROWSER.axe().forEach(violation -> faults.add(name + ": " + violation));
        BROWSER.scripts(false);
    }
}
