package tw.minsheng.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tw.minsheng.report.PrintedReport;

/** Writes the files of a report into a folder. */
final class ReportFiles {

    private ReportFiles() {}

    /** @param beforePdf said before the part that takes longest */
    static void write(PrintedReport report, Path folder, Runnable beforePdf) throws IOException {
        Files.write(folder.resolve("results.json"), report.json());
        Files.writeString(folder.resolve("report.html"), report.page());
        files(report.charts(), folder.resolve("charts"), ".svg");
        files(report.tables(), folder.resolve("tables"), ".csv");
        beforePdf.run();
        try (OutputStream pdf = Files.newOutputStream(folder.resolve("report.pdf"))) {
            report.pdf(pdf);
        }
    }

    private static void files(Map<String, byte[]> contents, Path folder, String suffix) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> entry : contents.entrySet()) {
            Files.write(folder.resolve(entry.getKey() + suffix), entry.getValue());
        }
    }
}
