/** What petitioners are told of their cases, and how they confirm that they sent them. */
@org.jspecify.annotations.NullMarked
package tw.minsheng.petition.notice;
