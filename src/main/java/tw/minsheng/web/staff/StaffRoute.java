package tw.minsheng.web.staff;

import io.vertx.core.Future;
import tw.minsheng.security.Permission;

/**
 * One row of the table of staff routes: without a permission there is no route, and tests are made from the rows.
 *
 * @param method {@code GET} or {@code POST}
 * @param path with {@code :survey}, {@code :case}, {@code :account} or {@code :token} where an object stands
 * @param permission what whoever asks must be allowed, on the object's agency when there is one
 * @param takesFiles whether its form may bring files
 */
record StaffRoute(String method, String path, Permission permission, Step step, boolean takesFiles) {

    /** Answers a request that was found to be allowed. */
    @FunctionalInterface
    interface Step {
        Future<StaffReply> answer(StaffRequest request);
    }

    static StaffRoute get(String path, Permission permission, Step step) {
        return new StaffRoute("GET", path, permission, step, false);
    }

    static StaffRoute post(String path, Permission permission, Step step) {
        return new StaffRoute("POST", path, permission, step, false);
    }

    /** A form that may bring files. */
    static StaffRoute upload(String path, Permission permission, Step step) {
        return new StaffRoute("POST", path, permission, step, true);
    }

    boolean isAboutSurvey() {
        return path.contains("/:survey");
    }

    boolean isAboutCase() {
        return path.contains("/:case");
    }

    boolean changes() {
        return method.equals("POST");
    }
}
