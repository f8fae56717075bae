package tw.minsheng.web.staff;

import tw.minsheng.kernel.ProblemWords;
import tw.minsheng.panel.PanelDesk;
import tw.minsheng.panel.coding.CodingDesk;

/** Experts, decisions on items, and coders, for the pages of the staff. */
public record PanelDoors(PanelDesk desk, CodingDesk coding, Retests retests, ProblemWords words) {}
