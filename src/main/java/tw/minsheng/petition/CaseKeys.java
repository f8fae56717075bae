package tw.minsheng.petition;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tw.minsheng.kernel.CodeLetters;
import tw.minsheng.kernel.Hmac;
import tw.minsheng.kernel.Sha256;

/**
 * Makes the keys of cases. The query code follows from the key under which a petition was sent, so that whoever sends it
 * again is told the same code, and the database keeps only hashes. Safe to share between threads.
 */
public final class CaseKeys {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Hmac secret;

    /** @param secret of this installation, the same on all its nodes, 32 bytes or more */
    public CaseKeys(byte[] secret) {
        this.secret = new Hmac(secret);
    }

    /** The key under which staff send; no citizen can send one like it, so that hers opens no receipt of theirs. */
    static String ofStaff(String key) {
        return "staff " + key;
    }

    QueryCode code(String key) {
        return new QueryCode(CodeLetters.of(secret.of("query-code " + key), QueryCode.LENGTH));
    }

    /**
     * What the QR code of a paper receipt carries in place of number and code: nobody reads them from it, only this
     * installation does. The same case and code give the same; another code of the case makes it worthless.
     */
    String slip(CaseAccess access) {
        String both = access.number().text() + " " + access.code().value();
        byte[] nonce = Arrays.copyOf(secret.of("slip-nonce " + both), NONCE);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, both.getBytes(StandardCharsets.US_ASCII))
                .orElseThrow();
        byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE, sealed.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** What was put in; empty for what was not made here. */
    Optional<CaseAccess> ofSlip(String token) {
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
        if (all.length <= NONCE) {
            return Optional.empty();
        }
        return crypt(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE), Arrays.copyOfRange(all, NONCE, all.length))
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII))
                .flatMap(CaseKeys::access);
    }

    private static Optional<CaseAccess> access(String both) {
        int blank = both.indexOf(' ');
        return CaseNumber.typed(both.substring(0, Math.max(blank, 0)))
                .flatMap(
                        number -> QueryCode.typed(both.substring(blank + 1)).map(code -> new CaseAccess(number, code)));
    }

    private Optional<byte[]> crypt(int mode, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, new SecretKeySpec(secret.of("slip-key"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return Optional.of(cipher.doFinal(bytes));
        } catch (AEADBadTagException foreign) {
            return Optional.empty();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** What is stored of a query code. */
    static String hash(QueryCode code) {
        return Sha256.base64("query-code " + code.value());
    }

    static String submission(String key) {
        return Sha256.base64("petition " + key);
    }

    /** Tells another body under the same key, and tells nothing to a reader of the database. */
    static String bodyMac(String key, String body) {
        return Hmac.base64(key, body);
    }
}
