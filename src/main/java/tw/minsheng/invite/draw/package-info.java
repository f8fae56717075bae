/** 抽樣: what a wave's sample was drawn from and how, who was drawn, and the door to where it is kept. */
@NullMarked
package tw.minsheng.invite.draw;

import org.jspecify.annotations.NullMarked;
