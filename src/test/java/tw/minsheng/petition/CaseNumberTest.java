package tw.minsheng.petition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "115", "115-000123", "000-000001-3", "115-000000-1", "abc-defghi-j", "115-00000123-4"})
    void whatIsNoNumberIsNotRead(String text) {
        assertEquals(Optional.empty(), CaseNumber.typed(text));
    }

    @Test
    void noCaseHasNumberZeroOrAYearBeforeTheFirst() {
        assertThrows(IllegalArgumentException.class, () -> new CaseNumber(115, 0));
        assertThrows(IllegalArgumentException.class, () -> new CaseNumber(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new CaseNumber(115, 10_000_000));
    }

    @Test
    void everyNumberIsReadBackAsPrintedAndAsTypedCarelessly() {
        SplittableRandom random = new SplittableRandom(115);
        for (int i = 0; i < 2_000; i++) {
            CaseNumber number = new CaseNumber(1 + random.nextInt(999), 1 + random.nextInt(9_999_999));
            assertEquals(Optional.of(number), CaseNumber.typed(number.text()));
            String fullWidth = number.text()
                    .replace('-', ' ')
                    .chars()
                    .collect(
                            StringBuilder::new,
                            (text, letter) -> text.append((char) (letter == ' ' ? '　' : letter + 0xFEE0)),
                            StringBuilder::append)
                    .toString();
            assertEquals(Optional.of(number), CaseNumber.typed(fullWidth));
        }
    }

    @Test
    void everyWrongDigitAndEverySwapOfNeighboursIsFound() {
        for (int serial : new int[] {1, 123, 4_711, 98_765, 1_234_567}) {
            String digits = new CaseNumber(115, serial).text().replace("-", "");
            for (int at = 0; at < digits.length(); at++) {
                for (char wrong = '0'; wrong <= '9'; wrong++) {
                    String typed = digits.substring(0, at) + wrong + digits.substring(at + 1);
                    if (!typed.equals(digits)) {
                        assertEquals(Optional.empty(), CaseNumber.typed(typed), digits + " typed as " + typed);
                    }
                }
                if (at > 0 && digits.charAt(at) != digits.charAt(at - 1)) {
                    String typed = digits.substring(0, at - 1)
                            + digits.charAt(at)
                            + digits.charAt(at - 1)
                            + digits.substring(at + 1);
                    assertEquals(Optional.empty(), CaseNumber.typed(typed), digits + " typed as " + typed);
                }
            }
        }
    }

    @Test
    void numbersOfTwoYearsDiffer() {
        assertNotEquals(new CaseNumber(115, 1).text(), new CaseNumber(116, 1).text());
    }
}
