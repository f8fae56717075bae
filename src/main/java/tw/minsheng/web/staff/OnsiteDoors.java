package tw.minsheng.web.staff;

import tw.minsheng.invite.onsite.OnsiteDesk;
import tw.minsheng.invite.onsite.SlipKeys;

/** Sessions of on-site sampling and their slips, for the pages of the staff. */
public record OnsiteDoors(OnsiteDesk desk, SlipKeys slips) {}
