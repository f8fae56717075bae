package tw.minsheng.web.citizen;

import tw.minsheng.kernel.ProblemWords;
import tw.minsheng.petition.CaseDesk;
import tw.minsheng.petition.CaseIntake;
import tw.minsheng.petition.notice.ConfirmDesk;

/**
 * What the pages of petitions need.
 *
 * @param words of what is wrong with a petition
 */
public record PetitionSetup(
        CitizenSetup citizen, CaseIntake intake, CaseDesk desk, ConfirmDesk confirm, ProblemWords words) {}
