/** The rules of the house, as tests. */
package tw.minsheng.house;
