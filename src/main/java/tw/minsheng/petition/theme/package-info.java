/** What petitions are about, and where: words that many of them have, and places that many of them name; nobody's text. */
@NullMarked
package tw.minsheng.petition.theme;

import org.jspecify.annotations.NullMarked;
