package tw.minsheng.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What a mail server or a gateway says of a notice stands in a list that many read. */
class HiddenTest {

    @Test
    void noAddressIsRepeated() {
        assertEquals(
                "550 5.1.1 <＊＊＊>: Recipient address rejected",
                Hidden.of("550 5.1.1 <P@Example.org>: Recipient address rejected", "p@example.org"));
        assertEquals("forwarded to ＊＊＊, refused", Hidden.of("forwarded to other+x@mail.example, refused", ""));
        assertEquals("no such subscriber ＊＊＊", Hidden.of("no such subscriber +886 912-345-678", "0912345678"));
        assertEquals("unknown ＊＊＊", Hidden.of("unknown 0912345678", "0912345678"));
    }

    @Test
    void codesAndReasonsStay() {
        assertEquals("421 4.7.0 try again later", Hidden.of("421 4.7.0 try again later", "p@example.org"));
        assertEquals("ConnectException", Hidden.of("ConnectException", ""));
    }
}
