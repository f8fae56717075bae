package tw.minsheng.store;

import java.nio.charset.StandardCharsets;
import tw.minsheng.petition.imports.ImportedCase;
import tw.minsheng.petition.imports.Moment;

/** Rows in the text format of COPY: tab between fields, backslash before what would end them, {@code \N} for nothing. */
final class CopyText {

    private final StringBuilder line = new StringBuilder(256);

    /** One line, in the order of the columns of {@code imported_case} after {@code import_id}. */
    byte[] line(ImportedCase one) {
        line.setLength(0);
        text(one.number());
        moment(one.received());
        moment(one.due());
        moment(one.closed());
        text(one.type());
        text(one.channel());
        text(one.unit());
        text(one.district());
        text(one.status());
        field(one.isClosed() ? "t" : "f");
        boolean known = one.place().isGiven();
        field(known ? Double.toString(one.place().lat()) : "\\N");
        field(known ? Double.toString(one.place().lon()) : "\\N");
        text(one.text());
        line.setCharAt(line.length() - 1, '\n');
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void moment(Moment moment) {
        field(moment.isGiven() ? moment.at().toString() : "\\N");
        field(moment.dayOnly() ? "t" : "f");
    }

    private void field(String plain) {
        line.append(plain).append('\t');
    }

    private void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                // the database keeps no such character
                case '\0' -> line.append('\uFFFD');
                default -> line.append(letter);
            }
        }
        line.append('\t');
    }
}
