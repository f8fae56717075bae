package tw.minsheng.collect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import tw.minsheng.kernel.CodeLetters;
import tw.minsheng.kernel.Hmac;
import tw.minsheng.kernel.Sha256;

/**
 * Makes and recognises the keys of forms. The form key (128 bits) follows from the resume code under the server's
 * secret, so that only hashes of both are stored. Safe to share between threads.
 */
public final class FormKeys {

    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final int FORM_KEY_BYTES = 16;
    private static final int RECEIPT_LETTERS = 12;

    private final Hmac secret;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param secret of this installation, the same on all its nodes
     * @throws IllegalArgumentException when it is shorter than 32 bytes
     */
    public FormKeys(byte[] secret) {
        if (secret.length < 32) {
            throw new IllegalArgumentException("the secret needs 32 bytes or more");
        }
        this.secret = new Hmac(secret);
    }

    public ResumeCode newCode() {
        return ResumeCode.random(random);
    }

    /** A reference number that says nothing and is stored nowhere near the answer. */
    String newReceipt() {
        return CodeLetters.grouped(CodeLetters.random(random, RECEIPT_LETTERS));
    }

    /** The hidden field {@code form_key} of every page of this draft; another one for another survey or set. */
    public String formKey(String survey, DataSet set, ResumeCode code) {
        byte[] mac = secret.of("form-key " + set.code() + " " + survey + " " + code.value());
        return TEXT.encodeToString(Arrays.copyOf(mac, FORM_KEY_BYTES));
    }

    /** Whether a page carries the key that belongs to its address; takes the same time for right and wrong. */
    public boolean belongs(String survey, DataSet set, ResumeCode code, String formKey) {
        return MessageDigest.isEqual(
                formKey(survey, set, code).getBytes(StandardCharsets.UTF_8), formKey.getBytes(StandardCharsets.UTF_8));
    }

    public DraftKey draftKey(String survey, DataSet set, ResumeCode code) {
        String where = set.code() + " " + survey + " ";
        return new DraftKey(hash("code " + where + code.value()), hash("form " + formKey(survey, set, code)));
    }

    /** Key of the submission for an idempotency key of the API; keys of different surveys never meet. */
    static String apiSubmission(String survey, String idempotencyKey) {
        return hash("api " + survey + " " + idempotencyKey);
    }

    /** HMAC of a body under its own key: tells another body, and tells nothing to a reader of the database. */
    static String bodyMac(String key, String body) {
        return Hmac.base64(key, body);
    }

    private static String hash(String text) {
        return Sha256.base64(text);
    }
}
