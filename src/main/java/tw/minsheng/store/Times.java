package tw.minsheng.store;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Moments as PostgreSQL keeps them: with a zone, to the microsecond. */
final class Times {

    private Times() {}

    static OffsetDateTime of(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    static Instant read(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
