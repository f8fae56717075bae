package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tw.minsheng.petition.Contact;
import tw.minsheng.petition.Redaction;
import tw.minsheng.petition.theme.CaseTexts;
import tw.minsheng.petition.theme.WordCounts;
import tw.minsheng.report.cases.HotSpots;
import tw.minsheng.report.cases.WordTables;

/** Sixty petitions about street lights after sixty about noise, in three squares, and remembers for what it was asked. */
final class CountedThemes implements CaseThemes {

    private static final Instant AT = Instant.parse("2026-11-20T02:00:00Z");
    private static final int MANY = 60;

    private final AtomicReference<@Nullable Asked> asked = new AtomicReference<>();

    Asked asked() {
        Asked last = asked.get();
        if (last == null) {
            throw new IllegalStateException("nobody has asked yet");
        }
        return last;
    }

    private static WordCounts texts(WordCounts counts, String text) {
        for (int i = 0; i < MANY; i++) {
            counts.add(i % 2 == 0 ? text : "其他事項", Contact.NONE);
        }
        return counts;
    }

    @Override
    public Future<Words> words(Asked of) {
        asked.set(of);
        Redaction redaction = Redaction.shipped();
        WordCounts now = texts(WordCounts.ofAll(redaction), "路燈不亮");
        WordCounts before = texts(WordCounts.of(now.matters(5).keySet(), redaction), "半夜噪音");
        return Future.succeededFuture(new Words(AT, MANY, MANY, false, WordTables.of(now, before)));
    }

    @Override
    public Future<Spots> spots(Asked of) {
        asked.set(of);
        CaseTexts.Squares squares = new CaseTexts.Squares(
                .0022,
                .0024,
                List.of(
                        new CaseTexts.Square(50_137, 10_283, 20),
                        new CaseTexts.Square(50_140, 10_280, 8),
                        new CaseTexts.Square(50_139, 10_281, 4)));
        return Future.succeededFuture(new Spots(AT, HotSpots.of(squares, 250)));
    }
}
