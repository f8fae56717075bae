package tw.minsheng.panel;

import java.util.List;
import tw.minsheng.security.MemorySecurity;

/** The door in memory keeps the contract. */
class MemoryPanelsTest extends PanelsContract {

    private final MemorySecurity security = new MemorySecurity();
    private final MemoryPanels panels = new MemoryPanels(security.doors().audit());

    @Override
    protected Panels door() {
        return panels;
    }

    @Override
    protected ItemDecisions decisions() {
        return panels.decisions();
    }

    @Override
    protected List<String> audited(String survey) {
        return security.auditRows().stream()
                .map(row -> row.entry().what() + " " + row.entry().object())
                .filter(line -> (line + " ").contains(" " + survey + " "))
                .toList();
    }
}
