/** The pages of the staff and of reviewers: signing in, surveys of my agency, waves, results, export, accounts, audit. */
@NullMarked
package tw.minsheng.web.staff;

import org.jspecify.annotations.NullMarked;
