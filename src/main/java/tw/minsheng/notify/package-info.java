/** Tells people what happened: an outbox of notices, their templates, and the ways on which they travel. */
@org.jspecify.annotations.NullMarked
package tw.minsheng.notify;
