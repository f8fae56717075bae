package tw.minsheng.web.staff;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import tw.minsheng.invite.draw.DrawnPerson;
import tw.minsheng.invite.draw.SampleDraw;
import tw.minsheng.invite.draw.SampleDraws;
import tw.minsheng.report.draw.DrawFiles;
import tw.minsheng.report.draw.SelectedCsv;

/** {@code selected.csv} on its way to a browser: part by part, as fast as the browser takes it, and never held whole. */
final class SelectedList {

    private final ByteArrayOutputStream part;
    private final SelectedCsv csv;

    private SelectedList(ByteArrayOutputStream part, SelectedCsv csv) {
        this.part = part;
        this.csv = csv;
    }

    static SelectedList of(SampleDraw draw) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        try {
            String group = DrawFiles.group(draw.rule().design());
            return new SelectedList(part, new SelectedCsv(part, draw.frame().id(), group, false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Future<Void> send(SampleDraws draws, SampleDraws.Of wave, HttpServerResponse out) {
        return draws.eachPart(wave, people -> out.write(written(people)));
    }

    private Buffer written(List<DrawnPerson> people) {
        try {
            people.forEach(
                    person -> csv.add(new DrawFiles.Selected(person.unit(), person.group(), person.weight(), 0)));
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Buffer bytes = Buffer.buffer(part.toByteArray());
        part.reset();
        return bytes;
    }
}
