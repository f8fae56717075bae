/** A PostgreSQL server of our own under the data folder: unpacked, created, started, guarded and restarted. */
@NullMarked
package tw.minsheng.store.embedded;

import org.jspecify.annotations.NullMarked;
