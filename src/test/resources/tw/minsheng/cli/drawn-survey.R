# Numbers of the made-up drawn answers that DrawnSurveyTest expects. R 4.2.2 with survey 4.1-1.
#   Rscript drawn-survey.R drawn-answers.csv > drawn-survey.properties
suppressMessages(library(survey))
d <- read.csv(commandArgs(trailingOnly = TRUE)[1], fileEncoding = "UTF-8-BOM", colClasses = "character", na.strings = "")
d$w <- as.numeric(d$X_weight); d$one <- 1
d$N <- c(a = 3000, b = 2000, c = 1000)[d$area]
d$all <- suppressWarnings(as.numeric(d$all))
d$sat <- as.numeric(d$all >= 4)
d$score <- (d$all - 1) / 4 * 100
d$allf <- factor(d$all)
d$sex[!(d$sex %in% c("f", "m"))] <- NA
d$sexf <- factor(d$sex)
say <- function(key, x) cat(key, "=", format(x, digits = 17), "\n", sep = "")
interval <- function(key, ci) { say(paste0(key, ".lower"), ci[1]); say(paste0(key, ".upper"), ci[2]) }
numbers <- function(of, des) {
  m <- svymean(~all, des, na.rm = TRUE)
  say(paste0(of, "mean"), coef(m)); say(paste0(of, "mean.se"), SE(m)); interval(paste0(of, "mean"), confint(m))
  s <- svymean(~sat, des, na.rm = TRUE)
  say(paste0(of, "share"), coef(s)); say(paste0(of, "share.se"), SE(s))
  p <- svyciprop(~sat, des, method = "logit", df = degf(des), na.rm = TRUE)
  interval(paste0(of, "share"), attr(p, "ci"))
  t <- svychisq(~allf + sexf, subset(des, !is.na(all) & !is.na(sex)))
  say(paste0(of, "f"), t$statistic); say(paste0(of, "ndf"), t$parameter[1])
  say(paste0(of, "ddf"), t$parameter[2]); say(paste0(of, "p"), t$p.value)
  by <- svyby(~score, ~sex, des, svymean, na.rm = TRUE)
  ci <- confint(by)
  for (g in c("f", "m")) { say(paste0(of, "score.", g), coef(by)[g]); interval(paste0(of, "score.", g), ci[g, ]) }
}
# the weights of the draw
numbers("drawn.", svydesign(id = ~1, strata = ~area, fpc = ~N, weights = ~w, data = d))
# weights fitted to the population: the variance knows of it, or takes them as given
e <- d[!is.na(d$sex), ]
des <- svydesign(id = ~1, strata = ~area, fpc = ~N, weights = ~one, data = e)
fit <- rake(des, list(~sex, ~area),
  list(data.frame(sex = c("f", "m"), Freq = c(3150, 2850)), data.frame(area = c("a", "b", "c"), Freq = c(3000, 2000, 1000))),
  control = list(maxit = 1000, epsilon = 1e-11))
numbers("fitted.", fit)
e$given <- weights(fit)
numbers("given.", svydesign(id = ~1, strata = ~area, fpc = ~N, weights = ~given, data = e))
for (g in c("f", "m")) for (a in c("a", "b", "c"))
  say(paste0("weight.", g, ".", a), e$given[e$sex == g & e$area == a][1] * nrow(e) / 6000)
