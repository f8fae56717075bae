package tw.minsheng.petition.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tw.minsheng.kernel.RepublicYear;

/**
 * How a column writes times: {@code iso} (2026-11-20, 2026-11-20T14:05, 2026-11-20 14:05:00), {@code roc} (民國 years:
 * 115/11/20, 115.11.20 14:05, 115年11月20日 下午2:05, 1151120), or a pattern of {@link DateTimeFormatter} such as
 * {@code MM/dd/yyyy hh:mm:ss a}. Strict: 31 April is no day. 上午 and 下午 are read as AM and PM.
 */
interface TimeFormat {

    TimeFormat ISO = pattern(new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd[ HH:mm[:ss]]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd());

    /** @return nothing when the text is no time of this format */
    Optional<Moment> read(String text);

    /** @throws IllegalArgumentException when this is no pattern */
    static TimeFormat of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "", "iso" -> ISO;
            case "roc" -> new Republic();
            default ->
                pattern(new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(ofYears(word)));
        };
    }

    private static TimeFormat pattern(DateTimeFormatterBuilder builder) {
        DateTimeFormatter formatter = builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
        return text -> {
            try {
                TemporalAccessor read = formatter.parseBest(plain(text), LocalDateTime::from, LocalDate::from);
                return Optional.of(
                        read instanceof LocalDate day
                                ? new Moment(day.atStartOfDay(), true)
                                : new Moment(LocalDateTime.from(read), false));
            } catch (DateTimeException noTime) {
                return Optional.empty();
            }
        };
    }

    private static String plain(String text) {
        boolean isoTime = text.length() > 10 && text.charAt(10) == 'T';
        String spaced = isoTime ? text.substring(0, 10) + ' ' + text.substring(11) : text;
        return spaced.indexOf('午') < 0 ? spaced : spaced.replace("上午", "AM").replace("下午", "PM");
    }

    /** Patterns are written with y; strictly read, y needs an era and u does not. */
    private static String ofYears(String pattern) {
        StringBuilder out = new StringBuilder(pattern.length());
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            quoted ^= c == '\'';
            out.append(c == 'y' && !quoted ? 'u' : c);
        }
        return out.toString();
    }

    /** 民國 years. */
    final class Republic implements TimeFormat {

        private static final Pattern SHAPE =
                Pattern.compile("(?:民國)?\\s*(?:(\\d{2,3})\\s*[/.年-]\\s*(\\d{1,2})\\s*[/.月-]"
                        + "\\s*(\\d{1,2})\\s*日?|(\\d{2,3})(\\d{2})(\\d{2}))"
                        + "(?:\\s*(上午|下午|AM|PM)?\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*(AM|PM)?)?");

        @Override
        public Optional<Moment> read(String text) {
            Matcher shape = SHAPE.matcher(text);
            if (!shape.matches()) {
                return Optional.empty();
            }
            int first = shape.group(1) == null ? 4 : 1;
            try {
                LocalDate day = LocalDate.of(
                        RepublicYear.toCommon(number(shape, first)),
                        number(shape, first + 1),
                        number(shape, first + 2));
                return Optional.of(
                        shape.group(8) == null
                                ? new Moment(day.atStartOfDay(), true)
                                : new Moment(day.atTime(hour(shape), number(shape, 9), number(shape, 10)), false));
            } catch (DateTimeException noTime) {
                return Optional.empty();
            }
        }

        private static int hour(Matcher shape) {
            String half = shape.group(7) == null ? shape.group(11) : shape.group(7);
            int hour = number(shape, 8);
            if (half == null) {
                return hour;
            }
            if (hour < 1 || hour > 12) {
                throw new DateTimeException("hour " + hour + " of a half day");
            }
            boolean afternoon = half.equals("下午") || half.equals("PM");
            return hour % 12 + (afternoon ? 12 : 0);
        }

        private static int number(Matcher shape, int group) {
            String digits = shape.group(group);
            return digits == null ? 0 : Integer.parseInt(digits);
        }
    }
}
