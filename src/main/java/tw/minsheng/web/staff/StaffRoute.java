package tw.minsheng.web.staff;

import io.vertx.core.Future;
import tw.minsheng.security.Permission;

/**
 * One row of the table of staff routes: without a permission there is no route, and tests are made from the rows.
 *
 * @param method {@code GET} or {@code POST}
 * @param path with {@code :survey}, {@code :case}, {@code :account} or {@code :token} where an object stands
 * @param permission what whoever asks must be allowed, on the object's agency when there is one
 * @param files what its form may bring
 */
record StaffRoute(String method, String path, Permission permission, Step step, Files files) {

    /** Files that a form may bring. */
    enum Files {
        NONE,
        /** of a case: photographs and papers */
        CASE,
        /** a list of those who can be drawn */
        FRAME
    }

    /** Answers a request that was found to be allowed. */
    @FunctionalInterface
    interface Step {
        Future<StaffReply> answer(StaffRequest request);
    }

    static StaffRoute get(String path, Permission permission, Step step) {
        return new StaffRoute("GET", path, permission, step, Files.NONE);
    }

    static StaffRoute post(String path, Permission permission, Step step) {
        return new StaffRoute("POST", path, permission, step, Files.NONE);
    }

    /** A form that may bring files. */
    static StaffRoute upload(String path, Permission permission, Step step) {
        return new StaffRoute("POST", path, permission, step, Files.CASE);
    }

    /** A form that may bring a frame. */
    static StaffRoute frame(String path, Permission permission, Step step) {
        return new StaffRoute("POST", path, permission, step, Files.FRAME);
    }

    boolean takesFiles() {
        return files != Files.NONE;
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
