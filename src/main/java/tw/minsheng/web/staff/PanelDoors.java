package tw.minsheng.web.staff;

import tw.minsheng.kernel.ProblemWords;
import tw.minsheng.panel.PanelDesk;

/** Experts and what people decide about items, for the pages of the staff. */
public record PanelDoors(PanelDesk desk, ProblemWords words) {}
