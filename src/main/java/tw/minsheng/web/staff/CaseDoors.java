package tw.minsheng.web.staff;

import java.util.function.Supplier;
import tw.minsheng.kernel.ProblemWords;
import tw.minsheng.petition.CalendarDesk;
import tw.minsheng.petition.CaseControl;
import tw.minsheng.petition.CaseDesk;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseIntake;
import tw.minsheng.petition.CaseType;
import tw.minsheng.petition.Cases;
import tw.minsheng.petition.Catalogue;
import tw.minsheng.petition.PublicBoard;
import tw.minsheng.petition.ReplyChecks;
import tw.minsheng.petition.RetentionDesk;
import tw.minsheng.petition.TemplateDesk;
import tw.minsheng.petition.WorkPlaces;
import tw.minsheng.petition.alert.Alerts;
import tw.minsheng.petition.attach.AttachmentDesk;
import tw.minsheng.petition.deadline.DeadlineRules;
import tw.minsheng.web.Uploads;

/**
 * What the pages of cases ask and tell.
 *
 * @param notices what petitioners are told
 * @param files that come with cases, read by {@code uploads}
 * @param board what the public sees
 * @param words of what is wrong with a step
 */
public record CaseDoors(
        Supplier<Catalogue> catalogue,
        Cases cases,
        CaseDesk desk,
        CaseIntake intake,
        WorkPlaces places,
        CaseControl control,
        ReplyChecks checks,
        CalendarDesk calendars,
        RetentionDesk retention,
        Alerts alerts,
        TemplateDesk templates,
        NoticeDoors notices,
        Uploads uploads,
        AttachmentDesk files,
        PublicBoard board,
        ProblemWords words) {

    DeadlineRules rules(CaseFile file) {
        return catalogue.get().type(file.petition().type()).map(CaseType::rules).orElse(DeadlineRules.DEFAULT);
    }

    /** What the case is about, in few words. */
    String type(CaseFile file, Words words) {
        String id = file.petition().type();
        return catalogue.get().type(id).map(type -> words.text(type.label())).orElse(id);
    }

    /** The district of the matter, "" when unknown. */
    String district(CaseFile file, Words words) {
        String key = file.petition().place().district();
        return catalogue.get().districts().containsKey(key)
                ? words.text(catalogue.get().districts().get(key))
                : key;
    }
}
