/**
 * Black-box tests over HTTP: they know addresses, forms and words, nothing else. With {@code -Dproduct.url} they run
 * against a server that is already there, else against the web room over doors in memory.
 */
@NullMarked
package tw.minsheng.acceptance;

import org.jspecify.annotations.NullMarked;
