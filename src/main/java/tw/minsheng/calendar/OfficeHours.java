package tw.minsheng.calendar;

import java.time.LocalTime;

/** When the offices are open on a working day: two halves, each from one time to before the other. */
public record OfficeHours(LocalTime morning, LocalTime noon, LocalTime afternoon, LocalTime evening) {

    /** 08:00–12:00 and 13:30–17:30; a setting of the agency. */
    public static final OfficeHours DEFAULT =
            new OfficeHours(LocalTime.of(8, 0), LocalTime.of(12, 0), LocalTime.of(13, 30), LocalTime.of(17, 30));

    /** @throws IllegalArgumentException when the times are not one after another */
    public OfficeHours {
        if (!(morning.isBefore(noon) && !afternoon.isBefore(noon) && afternoon.isBefore(evening))) {
            throw new IllegalArgumentException(morning + "–" + noon + ", " + afternoon + "–" + evening);
        }
    }

    LocalTime from(OfficeDays.Half half) {
        return half == OfficeDays.Half.MORNING ? morning : afternoon;
    }

    LocalTime until(OfficeDays.Half half) {
        return half == OfficeDays.Half.MORNING ? noon : evening;
    }
}
