package tw.minsheng.web.citizen;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import tw.minsheng.collect.ResumeCode;
import tw.minsheng.collect.SamplePlace;
import tw.minsheng.collect.Surveys;
import tw.minsheng.kernel.Problem;

/** Says which answer a request is about, and whether whoever asks may touch it. */
@FunctionalInterface
interface Doorkeeper {

    /**
     * Who has come in.
     *
     * @param start address of the page before the first question
     * @param base address under which the parts of the answer lie
     * @param invitation hash of the token of an invitation, "" without one
     * @param ticket the token itself, "" without one
     * @param pass what every address has to carry, because the browser takes no cookies; "" where nothing is needed
     * @param place in the sample of somebody who was handed a slip
     * @param linked whether she came by an invitation or a slip
     */
    record Entry(
            ResumeCode code,
            String start,
            String base,
            String invitation,
            String ticket,
            String pass,
            SamplePlace place,
            boolean linked) {

        /** Whether an address of her own leads back to her answer, so that she needs no code. */
        boolean hasOwnLink() {
            return linked;
        }

        /** An address of this answer, with all that opens it. */
        String carried(String address) {
            return pass.isEmpty()
                    ? address
                    : address + (address.contains("?") ? "&" : "?") + InvitePages.PASS + "=" + pass;
        }

        /** What opens an answer must not get into logs by way of a message. */
        @Override
        public String toString() {
            return "Entry";
        }
    }

    /**
     * @param ticket what a form carries instead of a cookie, "" for none
     * @return fails with a problem for whoever may not come in
     */
    Future<Entry> enter(RoutingContext context, Surveys.Offer offer, String ticket);

    /** Whoever has the code in the address. */
    static Doorkeeper byCode(Ground ground) {
        return (context, offer, ticket) -> ResumeCode.typed(String.valueOf(context.pathParam("code")))
                .map(code -> {
                    String start = ground.path(offer.wave().survey());
                    return Future.succeededFuture(new Entry(
                            code, start, start + "/a/" + code.inAddress(), "", "", "", SamplePlace.NONE, false));
                })
                .orElseGet(() -> Future.failedFuture(Problem.notFound("page", "")));
    }
}
