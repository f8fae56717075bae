# Reference values of cross tables (PT3, docs/statistics.md). R 4.2.2, nothing else is needed.
#   Rscript association.R association.json
args <- commandArgs(trailingOnly = TRUE)
num <- function(x) ifelse(is.na(x) | is.nan(x), "null", sprintf("%.17g", x))
arr <- function(x) paste0("[", paste(num(x), collapse = ","), "]")
rows <- function(m) paste0("[", paste(apply(m, 1, arr), collapse = ",\n  "), "]")

table <- function(id, m) {
  used <- m[rowSums(m) > 0, colSums(m) > 0, drop = FALSE]
  t <- suppressWarnings(chisq.test(used, correct = FALSE))
  x2 <- unname(t$statistic)
  v <- sqrt(x2 / (sum(m) * (min(dim(used)) - 1)))
  paste0('{"id": "', id, '", "call": "chisq.test(x, correct = FALSE)", "counts": ', rows(m), ',\n "x2": ', num(x2),
         ', "df": ', num(unname(t$parameter)), ', "p": ', num(t$p.value), ', "v": ', num(v), ', "n": ', num(sum(m)),
         ', "few": ', num(sum(t$expected < 5)), ',\n "used": ', rows(used), ',\n "residuals": ', rows(t$stdres),
         ',\n "expected": ', rows(t$expected), "}")
}

set.seed(20261122)
all <- c(
  table("two by two", matrix(c(12, 5, 7, 29), 2)),
  table("four by four", matrix(c(61, 108, 31, 9, 22, 79, 15, 88, 17, 49, 16, 12, 4, 33, 11, 18), 4)),
  table("empty row and column", matrix(c(3, 0, 8, 0, 0, 0, 11, 0, 2, 5, 0, 9), 3)),
  table("types by channels", matrix(rpois(12 * 7, exp(rnorm(12 * 7, 3, 1))), 12)),
  table("a city", matrix(as.numeric(rpois(20 * 12, 4000)), 20)),
  table("independent", outer(c(2, 4, 6), c(10, 5, 1, 3))))
writeLines(paste0('{"tables": [', paste(all, collapse = ",\n"), "]}"), args[1])
