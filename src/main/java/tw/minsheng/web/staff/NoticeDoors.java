package tw.minsheng.web.staff;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import tw.minsheng.notify.Channel;
import tw.minsheng.notify.NoticeLog;
import tw.minsheng.notify.NoticeTemplates;
import tw.minsheng.notify.Wording;

/**
 * What the pages of notices ask and tell.
 *
 * @param served the channels on which something is carried; notices on others wait for somebody
 */
public record NoticeDoors(NoticeLog log, NoticeTemplates templates, Set<Channel> served) {

    public NoticeDoors {
        served = Set.copyOf(served);
    }

    /** The channels on which nothing is carried. */
    Set<Channel> stuck() {
        Set<Channel> stuck = EnumSet.of(Channel.MAIL, Channel.SMS);
        stuck.removeAll(served);
        return stuck;
    }

    /** Whether somebody of the staff has to do something about it. */
    boolean isOwed(NoticeLog.Entry entry) {
        boolean waits = entry.state() == NoticeLog.State.WAITING;
        return entry.state().isOwed()
                || (waits && stuck().contains(entry.notice().channel()));
    }

    /** What was said, or what there is to say. */
    Wording wording(NoticeLog.Entry entry) {
        return entry.wording().text().isEmpty()
                ? templates.wording(entry.notice(), entry.number(), Map.of())
                : entry.wording();
    }
}
