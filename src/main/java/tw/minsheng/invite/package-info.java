/** Who is asked: contacts, their invitations and links, reminders, and the survey after a petition was answered. */
@NullMarked
package tw.minsheng.invite;

import org.jspecify.annotations.NullMarked;
