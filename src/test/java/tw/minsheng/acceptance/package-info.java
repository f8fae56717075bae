/** The product as its users meet it: over the command line and over HTTP. */
package tw.minsheng.acceptance;
