/** The staff pages as a browser sees them: who is let in, who is turned away, and what the pages say. */
package tw.minsheng.web.staff;
