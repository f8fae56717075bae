/** Tests mirror the rooms of the main tree; black-box tests live in {@code acceptance}. */
package tw.minsheng;
