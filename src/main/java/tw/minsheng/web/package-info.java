/** The house's front door: the HTTP server, what holds for every request, and the pages and interfaces behind it. */
@NullMarked
package tw.minsheng.web;

import org.jspecify.annotations.NullMarked;
