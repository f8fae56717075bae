package tw.minsheng.web.staff;

import tw.minsheng.invite.draw.DrawnEnds;
import tw.minsheng.invite.draw.SampleDraws;
import tw.minsheng.petition.attach.AttachmentDesk;
import tw.minsheng.web.Uploads;

/**
 * Frames and draws of waves, for the pages of the staff.
 *
 * @param ends how it ended with those drawn
 * @param uploads reads frame files
 * @param aside where frames are read, one after the other: each holds the ids of its rows
 */
public record DrawDoors(SampleDraws draws, DrawnEnds ends, Uploads uploads, AttachmentDesk.Aside aside) {}
