/**
 * Black-box tests: they know addresses, forms, commands and words, nothing else. Those named Test ask the web room over
 * doors in memory; those named IT start the built program with its database. Pages are walked by a browser in pure Java
 * everywhere, and by Chromium where it is installed.
 */
@NullMarked
package tw.minsheng.acceptance;

import org.jspecify.annotations.NullMarked;
