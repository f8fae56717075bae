/** The interface for other programs: open surveys and answers as JSON, described by {@code openapi.json}. */
@NullMarked
package tw.minsheng.web.api;

import org.jspecify.annotations.NullMarked;
