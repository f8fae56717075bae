# Writes invariance.json: fit of configural, metric and scalar models over groups, by lavaan's cfa(group =, group.equal =),
# of two sets that stand in ../psychometrics. Run in this folder: Rscript invariance.R
suppressMessages({library(lavaan); library(jsonlite)})
fits <- function(set, factors, reverse, sum, group) {
  data <- read.csv(file.path("../psychometrics", paste0(set, ".csv")), check.names = FALSE, fileEncoding = "UTF-8")
  items <- unlist(factors, use.names = FALSE)
  for (item in intersect(reverse, items)) data[[item]] <- sum - data[[item]]
  data <- data[complete.cases(data[items]), ]
  model <- paste(sapply(names(factors), function(f) paste(f, "=~", paste(factors[[f]], collapse = "+"))), collapse = "\n")
  equal <- list(configural = "", metric = "loadings", scalar = c("loadings", "intercepts"))
  models <- lapply(names(equal), function(level) {
    fit <- cfa(model, data, std.lv = TRUE, group = group, meanstructure = TRUE, group.equal = equal[[level]])
    as.list(c(fitMeasures(fit, c("chisq", "df", "pvalue", "cfi", "rmsea"))))
  })
  names(models) <- names(equal)
  list(set = set, factors = factors, reverse = I(reverse), sum = sum, group = group, models = models)
}
all <- list(
  fits("sat_b", list(access = sprintf("s%02d", 1:4), staff = sprintf("s%02d", 5:7), result = sprintf("s%02d", 8:10)),
       c("s03", "s06", "s10"), 8, "office"),
  fits("synth_sat_a", list(env = sprintf("Q%02d", 1:4), manner = sprintf("Q%02d", 5:8)), "Q04", 6, "district"))
write(toJSON(list(environment = paste(R.version.string, "lavaan", packageVersion("lavaan")), sets = all),
             auto_unbox = TRUE, digits = 15, pretty = TRUE), "invariance.json")
