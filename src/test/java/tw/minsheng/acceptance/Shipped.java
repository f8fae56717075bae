package tw.minsheng.acceptance;

import java.util.List;

/** The surveys that come with the product, by id. */
final class Shipped {

    static final List<String> SURVEYS = List.of(
            "kcg-pwb-counter",
            "kcg-finance-non-public-property",
            "kcg-urban-housing-subsidy",
            "kcg-alian-facility-users");

    static final List<String> LANGUAGES = List.of("zh-TW", "en");

    /** More pages than any of them has. */
    static final int MOST_PAGES = 20;

    private Shipped() {}
}
