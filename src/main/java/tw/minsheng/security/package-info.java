/** Who may do what: accounts, passwords, sessions, rights over the tree of agencies, and the audit trail. */
@NullMarked
package tw.minsheng.security;

import org.jspecify.annotations.NullMarked;
