/** Tests of the server itself, over real connections. */
@NullMarked
package tw.minsheng.web;

import org.jspecify.annotations.NullMarked;
