/** On-site sampling of a wave (現場系統抽樣): which sessions are drawn, the slips handed out in them, and what was counted. */
@NullMarked
package tw.minsheng.invite.onsite;

import org.jspecify.annotations.NullMarked;
