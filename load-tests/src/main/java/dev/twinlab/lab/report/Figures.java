package dev.twinlab.lab.report;

/** The charts, in the order in which a reader asks: who, by how much, is it true. */
final class Figures {
    private final ReportModel model;

    Figures(ReportModel model) {
        this.model = model;
    }

    void write(FigureWriter page) {
        new RatioFigures(model, page).write();
        new LatencyFigures(model, page).write();
        new StartupFigures(model, page).write();
        new MemoryFigures(model, page).write();
        new RunFigures(model, page).write();
    }
}
