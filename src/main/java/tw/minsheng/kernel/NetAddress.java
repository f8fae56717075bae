package tw.minsheng.kernel;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a peer, written in one way only, however it was written down; nothing is ever looked up.
 *
 * @param text without brackets, port and zone; what is no address of either family stands as it was given
 * @param network whom it belongs to: the /64 of an IPv6 address, which one subscriber holds whole, else the address itself
 */
public record NetAddress(String text, String network) {

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile("(" + OCTET + "(?:\\." + OCTET + "){3})(?::\\d{1,5})?");
    /** A text with a colon that begins like this is read as an address by the library, or refused: no name begins so. */
    private static final Pattern IPV6 = Pattern.compile("([0-9A-Fa-f:][0-9A-Fa-f.]*:[0-9A-Fa-f:.]*)(?:%.*)?");

    private static final Pattern BRACKETS = Pattern.compile("\\[([^\\]]*)](?::\\d{1,5})?");
    private static final int HALF = 8;

    /** Reads an address as a connection or a proxy tells it, with or without a port. */
    public static NetAddress of(String written) {
        Matcher inBrackets = BRACKETS.matcher(written);
        String bare = inBrackets.matches() ? inBrackets.group(1) : written;
        Matcher four = IPV4.matcher(bare);
        if (four.matches()) {
            return new NetAddress(four.group(1), four.group(1));
        }
        Matcher six = IPV6.matcher(bare);
        return six.matches() ? six(six.group(1), written) : new NetAddress(written, written);
    }

    private static NetAddress six(String literal, String written) {
        try {
            InetAddress address = InetAddress.getByName(literal);
            String text = address.getHostAddress();
            return address instanceof Inet6Address
                    ? new NetAddress(text, HexFormat.of().formatHex(address.getAddress(), 0, HALF) + "/64")
                    : new NetAddress(text, text);
        } catch (UnknownHostException noAddress) {
            return new NetAddress(written, written);
        }
    }
}
