# A survey that was made after the program: offices drawn in three counties, people drawn in the offices, weights raked to age and
# schooling, and post-stratified by sex. Answers are invented, seed 20261123, no rights reserved (CC0). Run in this folder with R 4.2.2
# and survey 4.1-1: it writes data/counter.csv and refs/counter.json, each case with its call, the call as a tree (ast) and R's result.
suppressMessages(library(survey))
options(digits = 15, OutDec = ".")
set.seed(20261123, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")

# ---- data ----
offices <- data.frame(county = rep(c("north", "middle", "south"), c(5, 4, 6)), office = 101:115)
offices$offices <- c(north = 18, middle = 11, south = 25)[offices$county]
offices$people <- sample(140:420, 15)
mood <- rnorm(15, 0, .45)
rows <- do.call(rbind, lapply(1:15, function(i) {
  n <- sample(8:14, 1)
  age <- sample(c("18-34", "35-54", "55+"), n, TRUE, c(.25, .35, .4))
  school <- sample(c("basic", "higher"), n, TRUE, c(.55, .45))
  sex <- sample(c("f", "m"), n, TRUE, c(.58, .42))
  pleased <- mood[i] + .3 * (age == "55+") - .25 * (school == "higher") + rnorm(n)
  answer <- function(shift) pmin(5, pmax(1, round(3.4 + .9 * pleased + shift + rnorm(n, 0, .6))))
  cbind(offices[rep(i, n), ], age, school, sex, wait = round(rexp(n, 1 / (18 - 2 * pleased)), 1) + 1,
    overall = answer(0), clerk = answer(.3), place = answer(-.2), nps = pmin(10, pmax(0, round(6.5 + 1.8 * pleased + rnorm(n)))))
}))
for (item in c("overall", "clerk", "place", "nps")) rows[runif(nrow(rows)) < .04, item] <- NA
write.csv(rows, "data/counter.csv", row.names = FALSE, na = "", quote = FALSE)

# ---- R's calls as trees, R's results as the files have them ----
tree <- function(e) {
  if (is.call(e)) {
    name <- paste(deparse(e[[1]]), collapse = "")
    if (name == "(") return(tree(e[[2]]))
    parts <- as.list(e)[-1]
    named <- if (is.null(names(parts))) rep(FALSE, length(parts)) else names(parts) != ""
    made <- list(f = name)
    if (any(!named)) made$a <- unname(lapply(parts[!named], tree))
    if (any(named)) made$k <- lapply(parts[named], tree)
    return(made)
  }
  if (is.name(e)) return(list(s = as.character(e)))
  e
}
quoted <- function(text) paste0("\"", gsub("\"", "\\\\\"", gsub("\\\\", "\\\\\\\\", text)), "\"")
scalar <- function(x) {
  if (is.character(x)) return(quoted(x))
  if (is.logical(x) && !is.na(x)) return(if (x) "true" else "false")
  if (is.nan(x)) return("\"NaN\"")
  if (is.na(x)) return("\"NA\"")
  if (is.infinite(x)) return(if (x > 0) "\"Inf\"" else "\"-Inf\"")
  formatC(x, digits = 15, format = "g")
}
json <- function(x) {
  if (is.list(x) && !is.null(names(x)))
    return(paste0("{", paste0(vapply(names(x), quoted, ""), ": ", vapply(x, json, ""), collapse = ", "), "}"))
  if (is.list(x)) return(paste0("[", paste(vapply(x, json, ""), collapse = ", "), "]"))
  if (is.factor(x)) x <- as.character(x)
  if (length(x) == 1 && !inherits(x, "AsIs")) return(scalar(x))
  paste0("[", paste(vapply(unname(unclass(x)), scalar, ""), collapse = ", "), "]")
}
cells <- function(m) list(rows = I(rownames(m)), cols = I(colnames(m)), values = lapply(seq_len(nrow(m)), function(i) I(as.numeric(m[i, ]))))
named <- function(x) as.list(setNames(as.numeric(x), names(x)))
shape <- function(x) UseMethod("shape")
shape.default <- function(x) if (is.null(names(x))) as.numeric(x) else named(x)
shape.svystat <- function(x) {
  made <- list(estimate = named(coef(x)), se = as.list(setNames(as.numeric(SE(x)), names(coef(x)))), ci95_z = cells(confint(x)))
  if (!is.null(attr(x, "deff"))) made$deff <- { d <- deff(x); if (is.matrix(d)) diag(d) else as.numeric(d) }
  if (length(coef(x)) > 1) made$vcov <- cells(structure(vcov(x), dimnames = list(names(coef(x)), names(coef(x)))))
  made
}
shape.svyratio <- function(x) list(estimate = as.numeric(x$ratio), se = as.numeric(sqrt(x$var)))
shape.svyby <- function(x) list(groups = I(rownames(x)), estimate = I(as.numeric(coef(x))), se = I(as.numeric(SE(x))))
shape.svyciprop <- function(x) list(estimate = as.numeric(x), ci = named(attr(x, "ci")), se = as.numeric(sqrt(attr(x, "var"))))
shape.newsvyquantile <- function(x) lapply(unclass(x)[seq_along(x)], function(q) list(quantile = I(as.numeric(rownames(q))),
  cols = c("quantile", "ci.2.5", "ci.97.5", "se"), values = lapply(seq_len(nrow(q)), function(i) I(as.numeric(q[i, ])))))
shape.table <- function(x) cells(unclass(x))
shape.svytable <- function(x) cells(structure(unclass(x), call = NULL))
shape.htest <- function(x) {
  made <- list(method = x$method, statistic = named(x$statistic))
  if (length(x$parameter)) made$parameter <- named(x$parameter)
  made$p_value <- as.numeric(x$p.value)
  if (length(x$estimate)) made$estimate <- named(x$estimate)
  if (length(x$conf.int)) made$conf_int <- as.numeric(x$conf.int)
  if (!is.null(x$expected)) made$expected <- cells(unclass(x$expected))
  made
}
shape.svyglm <- function(x) list(coefficients = cells(summary(x)$coefficients), df_residual = x$df.residual)
shape.regTermTest <- function(x) list(df = x$df, ddf = x$ddf, p = as.numeric(x$p), F = as.numeric(x$Ftest))
shape.lm <- function(x) { s <- summary(x); list(coefficients = cells(s$coefficients), r_squared = s$r.squared, adj_r_squared = s$adj.r.squared,
  sigma = s$sigma, F = list(value = s$fstatistic[[1]], numdf = s$fstatistic[[2]], dendf = s$fstatistic[[3]])) }

# ---- the file ----
setup <- expression(
  ct <- read.csv("data/counter.csv", stringsAsFactors = TRUE, encoding = "UTF-8"),
  ages <- data.frame(age = c("18-34", "35-54", "55+"), Freq = c(4100, 5200, 5900)),
  schools <- data.frame(school = c("basic", "higher"), Freq = c(8300, 6900)),
  sexes <- data.frame(sex = c("f", "m"), Freq = c(7900, 7300)),
  d0 <- svydesign(ids = ~office + id, strata = ~county, fpc = ~offices + people, data = transform(ct, id = seq_along(age))),
  d1 <- svydesign(ids = ~office, strata = ~county, fpc = ~offices, weights = ~w, data = transform(ct, w = as.numeric(weights(d0)))),
  rk <- rake(d1, list(~age, ~school), list(ages, schools), control = list(maxit = 1000, epsilon = 1e-13)),
  ps <- postStratify(d1, ~sex, sexes)
)
calls <- list(
  two.mean = quote(svymean(~overall, d0, deff = TRUE, na.rm = TRUE)),
  two.total = quote(svytotal(~wait, d0)),
  two.weights = quote(as.numeric(weights(d0))),
  two.degf = quote(degf(d0)),
  one.mean = quote(svymean(~overall, d1, deff = TRUE, na.rm = TRUE)),
  one.multi = quote(svymean(~overall + clerk + place, d1, na.rm = TRUE)),
  one.prop = quote(svymean(~school, d1)),
  one.ratio = quote(svyratio(~overall, ~wait, d1, na.rm = TRUE)),
  one.by = quote(svyby(~wait, ~county, d1, svymean)),
  one.subset = quote(svymean(~wait, subset(d1, sex == "f"))),
  one.quantile = quote(svyquantile(~wait, d1, c(.25, .5, .75))),
  one.ciprop = quote(svyciprop(~I(school == "higher"), d1, method = "xlogit")),
  one.beta = quote(svyciprop(~I(school == "higher"), d1, method = "beta")),
  one.table = quote(svytable(~school + sex, d1)),
  one.chisq = quote(svychisq(~school + age, d1, statistic = "F")),
  one.wald = quote(svychisq(~school + age, d1, statistic = "Wald")),
  one.ttest = quote(svyttest(wait ~ sex, d1)),
  one.rank = quote(svyranktest(wait ~ school, d1, test = "wilcoxon")),
  one.glm = quote(svyglm(wait ~ school + age, d1)),
  one.term = quote(regTermTest(svyglm(wait ~ school + age, d1), ~age)),
  raked.w = quote(as.numeric(weights(rk))),
  raked.mean = quote(svymean(~overall, rk, na.rm = TRUE)),
  raked.by = quote(svyby(~wait, ~sex, rk, svymean)),
  raked.total = quote(svytotal(~wait, rk)),
  raked.chisq = quote(svychisq(~sex + age, rk, statistic = "F")),
  post.w = quote(as.numeric(weights(ps))),
  post.mean = quote(svymean(~wait, ps)),
  plain.t = quote(t.test(ct$wait[ct$sex == "f"], ct$wait[ct$sex == "m"])),
  plain.chisq = quote(chisq.test(table(ct$school, ct$age), correct = FALSE)),
  plain.lm = quote(lm(overall ~ clerk + place, ct)),
  plain.cor = quote(cor.test(ct$overall, ct$clerk)),
  refuse.margins = quote(rake(d1, list(~age, ~county), list(ages, data.frame(county = c("north", "south"), Freq = c(9000, 6200))),
    control = list(maxit = 1000, epsilon = 1e-13)))
)
for (line in setup) eval(line)
text <- function(e) paste(gsub(" +", " ", deparse(e, width.cutoff = 500L)), collapse = " ")
cases <- lapply(names(calls), function(id) {
  found <- tryCatch(list(result = shape(suppressWarnings(eval(calls[[id]])))), error = function(e) list(error = conditionMessage(e)))
  c(list(id = id, call = text(calls[[id]]), ast = tree(calls[[id]])), found)
})
meta <- list(title = "Offices in counties, people in offices: a design that came after the program", set = "own",
  R = R.version.string, packages = list(survey = as.character(packageVersion("survey"))), data = I("counter.csv"))
lines <- paste0("  ", vapply(cases, json, ""), collapse = ",\n")
writeLines(c("{", paste0("\"meta\": ", json(meta), ","), paste0("\"setup\": ", json(I(vapply(setup, text, ""))), ","),
  paste0("\"setup_ast\": ", json(lapply(setup, tree)), ","), "\"cases\": [", lines, "]", "}"), "refs/counter.json", useBytes = TRUE)
