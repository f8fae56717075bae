package tw.minsheng.acceptance;

import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers a survey again and again; for one thread. */
interface Respondent {

    /** Answers once, with this key as the only text, and returns the receipt that was shown. */
    String answer(String key);

    /** Over the pages, as a browser without scripts does. */
    record OverPages(Insistence insistence, String survey) implements Respondent {

        @Override
        public String answer(String key) {
            RandomGenerator random = ThreadLocalRandom.current();
            SentPage page = new SentPage(get("/s/" + survey));
            while (page.receipt().isEmpty()) {
                Wire.Request filled = page.filled(key, random);
                Wire.Answer sent = insistence.send(filled, toKeep(filled, key));
                page = new SentPage(get(sent.location()));
            }
            return page.receipt().orElseThrow();
        }

        /** The text, on the page that has it; on the others the key of the form, without which nothing can be sent. */
        private static String toKeep(Wire.Request filled, String key) {
            String body = filled.body();
            int at = body.indexOf("form_key=");
            return body.contains(key) ? key : at < 0 ? "" : body.substring(at + 9, body.indexOf('&', at));
        }

        private String get(String path) {
            return insistence.send(Wire.Request.get(path), "").body();
        }
    }

    /**
     * Over the API.
     *
     * @param body of the answer; {@code %s} stands for the key
     */
    record OverApi(Insistence insistence, String survey, String body) implements Respondent {

        private static final Pattern RECEIPT = Pattern.compile("\"receipt\":\"([^\"]+)\"");

        @Override
        public String answer(String key) {
            Wire.Request request =
                    Wire.Request.json("/api/v1/surveys/" + survey + "/responses", key, body.replace("%s", key));
            String told = insistence.send(request, "").body();
            Matcher receipt = RECEIPT.matcher(told);
            if (!receipt.find()) {
                throw new IllegalStateException("no receipt in " + told);
            }
            return receipt.group(1);
        }
    }
}
