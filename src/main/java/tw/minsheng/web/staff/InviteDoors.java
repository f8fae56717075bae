package tw.minsheng.web.staff;

import java.util.Set;
import tw.minsheng.invite.AfterClosingPlan;
import tw.minsheng.invite.Calls;
import tw.minsheng.invite.CaseSurveys;
import tw.minsheng.invite.Invitations;
import tw.minsheng.invite.InviteKeys;
import tw.minsheng.invite.InviteLetters;
import tw.minsheng.kernel.ProblemWords;

/**
 * What the pages about invitations ask and tell.
 *
 * @param channels on which an invitation can travel, by key
 */
public record InviteDoors(
        Invitations invitations,
        CaseSurveys caseSurveys,
        Calls calls,
        InviteKeys keys,
        InviteLetters letters,
        Set<String> channels,
        AfterClosingPlan plan,
        OnsiteDoors onsite,
        DrawDoors draw,
        ProblemWords words) {

    public InviteDoors {
        channels = Set.copyOf(channels);
    }
}
