/** Numbers become sentences, tables, charts and files: one record of results that pages, reports and exports all read. */
@NullMarked
package tw.minsheng.report;

import org.jspecify.annotations.NullMarked;
