/** PostgreSQL: its embedded server, migrations, the pool, group commit, and what implements the doors of other rooms. */
@NullMarked
package tw.minsheng.store;

import org.jspecify.annotations.NullMarked;
