package tw.minsheng.house.broken.chart;

import tw.minsheng.house.broken.survey.Leak;

/** Sees a room that it may not see. */
public record Ring(Leak leak) {}
