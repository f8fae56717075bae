package tw.minsheng.petition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Issue text: an optional point on a map, without a script. */
class MapPointTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "苓雅區四維三路",
                "https://maps.app.goo.gl/abcDEF123",
                "22.62",
                "91.5, 120.3",
                "22.62, 200.1",
                "07-3368333",
                "2026-11-22 10.5"
            })
    void whereThereIsNoPointNoneIsRead(String text) {
        assertEquals(Optional.empty(), MapPoint.typed(text));
    }

    /** Many blanks are read once. */
    @Test
    void blanksAreNotReadAgainAndAgain() {
        assertEquals(Optional.empty(), MapPoint.typed("1" + " ".repeat(200_000) + "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "22.6203, 120.312",
                "22.6203,120.312",
                "22.6203 120.312",
                "(22.6203, 120.312)",
                "２２．６２０３，１２０．３１２",
                "geo:22.6203,120.312?z=17",
                "https://www.google.com/maps/@22.6203,120.312,17z",
                "https://www.google.com/maps/place/X/@22.7,120.4,17z/data=!3m1!4b1!4m4!3m3!8m2!3d22.6203!4d120.312",
                "https://maps.google.com/?q=22.6203,120.312",
                "https://www.google.com/maps/search/?api=1&query=22.6203%2C120.312",
                "https://maps.apple.com/?ll=22.6203,120.312&q=X",
                "https://www.openstreetmap.org/?mlat=22.6203&mlon=120.312#map=18/22.7/120.4",
                "https://www.openstreetmap.org/#map=18/22.6203/120.312"
            })
    void aPointIsReadHoweverTheMapWritesIt(String text) {
        assertEquals(Optional.of(Place.Point.at(22.6203, 120.312)), MapPoint.typed(text));
    }
}
