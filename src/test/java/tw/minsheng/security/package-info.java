/** Who gets in and who does not; the contracts that every store of accounts, sessions and audit lines must keep. */
package tw.minsheng.security;
