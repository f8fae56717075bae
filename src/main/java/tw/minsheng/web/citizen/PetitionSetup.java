package tw.minsheng.web.citizen;

import tw.minsheng.kernel.ProblemWords;
import tw.minsheng.petition.CaseDesk;
import tw.minsheng.petition.CaseIntake;
import tw.minsheng.petition.attach.AttachmentDesk;
import tw.minsheng.petition.notice.ConfirmDesk;
import tw.minsheng.web.Uploads;

/**
 * What the pages of petitions need.
 *
 * @param words of what is wrong with a petition
 */
public record PetitionSetup(
        CitizenSetup citizen,
        CaseIntake intake,
        CaseDesk desk,
        ConfirmDesk confirm,
        Uploads uploads,
        AttachmentDesk files,
        ProblemWords words) {}
