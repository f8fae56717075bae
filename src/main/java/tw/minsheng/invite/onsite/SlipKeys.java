package tw.minsheng.invite.onsite;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tw.minsheng.collect.ResumeCode;
import tw.minsheng.kernel.CodeLetters;
import tw.minsheng.kernel.Hmac;

/**
 * Makes and recognises slips. All that a slip says stands in its address, signed with the secret of the server, so that nothing is
 * kept of it; its answer begins under a code that follows from it, so that each slip is answered once. Safe to share.
 */
public final class SlipKeys {

    private static final Pattern TOKEN =
            Pattern.compile("(([a-z0-9_]{1,20})-[0-9]{6}[ap])\\.([1-9][0-9]{0,2})\\.([0-9a-z]{16})");
    private static final int SIGN_LETTERS = 16;
    private static final int CODE_LETTERS = 20;

    private final Hmac secret;

    /** @param secret of this installation, the same on all its nodes, 32 bytes or more */
    public SlipKeys(byte[] secret) {
        this.secret = new Hmac(secret);
    }

    /** The way from the address of the server to the survey, for a QR code. */
    public String path(Slip slip) {
        return "/s/" + slip.survey() + "/t/" + token(slip);
    }

    /** The last part of the address. */
    public String token(Slip slip) {
        return slip.session() + "." + slip.number() + "." + sign(slip);
    }

    private String sign(Slip slip) {
        byte[] mac = secret.of("slip " + said(slip));
        return CodeLetters.of(mac, SIGN_LETTERS).toLowerCase(java.util.Locale.ROOT);
    }

    private static String said(Slip slip) {
        return String.join(" ", slip.survey(), slip.wave(), slip.session(), Integer.toString(slip.number()));
    }

    /** The slip of this address, when it was printed here for this wave. */
    public Optional<Slip> opened(String survey, String wave, String token) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Slip slip = new Slip(survey, wave, parts.group(2), parts.group(1), Integer.parseInt(parts.group(3)));
        boolean ours = MessageDigest.isEqual(
                sign(slip).getBytes(StandardCharsets.US_ASCII), parts.group(4).getBytes(StandardCharsets.US_ASCII));
        return ours ? Optional.of(slip) : Optional.empty();
    }

    /** Under which the answer through this slip is kept until it is finished. */
    public ResumeCode code(Slip slip) {
        return new ResumeCode(CodeLetters.of(secret.of("slipped " + said(slip)), CODE_LETTERS));
    }
}
