package tw.minsheng.panel;

/** An expert in her round, with what she has said. */
public record Seat(PanelRound round, Expert expert, Sheet sheet) {}
