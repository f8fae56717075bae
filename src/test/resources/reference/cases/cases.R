# Reference values of the case statistics CS1-CS6 (docs/statistics.md). R 4.2.2, survival 3.5-3; nothing else is needed.
#   Rscript cases.R made made.json
#   Rscript cases.R baltimore baltimore.json DIR/baltimore-311/requests.csv
suppressMessages(library(survival))

args <- commandArgs(trailingOnly = TRUE)

## ---- JSON: numbers with 17 digits, NA as null
num <- function(x) ifelse(is.na(x), "null", sprintf("%.17g", x))
arr <- function(x) paste0("[", paste(num(x), collapse = ","), "]")
txt <- function(x) paste0("[", paste0('"', gsub('"', '\\\\"', x), '"', collapse = ","), "]")
obj <- function(...) { v <- list(...); paste0("{", paste0('"', names(v), '":', unlist(v), collapse = ",\n "), "}") }
many <- function(x) paste0("[", paste(unlist(x), collapse = ",\n"), "]")

## ---- CS1
km <- function(id, time, event, pick = NULL) {
  f <- survfit(Surv(time, event) ~ 1, conf.type = "log-log")
  t <- summary(f)$table
  q <- quantile(f, c(.25, .5, .75, .9))
  i <- if (is.null(pick)) seq_along(f$time) else unique(round(seq(1, length(f$time), length.out = pick)))
  se <- f$surv * f$std.err
  se[f$surv == 0] <- NA
  obj(id = paste0('"', id, '"'), call = '"survfit(Surv(time, event) ~ 1, conf.type = \\"log-log\\")"',
      closed = if (is.null(pick)) arr(time[event == 1]) else "[]", open = if (is.null(pick)) arr(time[event == 0]) else "[]",
      n = num(f$n), events = num(sum(f$n.event)), index = arr(i - 1), time = arr(f$time[i]), at_risk = arr(f$n.risk[i]),
      n_event = arr(f$n.event[i]), survival = arr(f$surv[i]), se = arr(se[i]), lower = arr(f$lower[i]),
      upper = arr(f$upper[i]), median = num(t["median"]), median_lower = num(t["0.95LCL"]),
      median_upper = num(t["0.95UCL"]), probs = arr(c(.25, .5, .75, .9)), quantiles = arr(q$quantile),
      quantiles_lower = arr(q$lower), quantiles_upper = arr(q$upper))
}

## ---- CS2
surge <- function(id, baseline, x) {
  m <- mean(baseline); s2 <- var(baseline)
  k <- if (s2 > m) m^2 / (s2 - m) else NA
  pois <- ppois(x - 1, m, lower.tail = FALSE)
  nb <- if (is.na(k)) pois else pnbinom(x - 1, size = k, mu = m, lower.tail = FALSE)
  level <- if (x >= 5 && nb < .001) "red" else if (x >= 5 && pois < .001) "amber" else "none"
  obj(id = paste0('"', id, '"'), call = '"pnbinom(x - 1, size = k, mu = m, lower.tail = FALSE), ppois(x - 1, m, lower.tail = FALSE)"',
      baseline = arr(baseline), week = num(x), mean = num(m), k = num(k), p_nb = num(nb), p_poisson = num(pois),
      level = paste0('"', level, '"'))
}

## ---- CS3: the formula in the help of spdep::EBest (family poisson): Marshall 1991
ebest <- function(id, n, x) {
  m <- length(n); p <- n / x; b <- sum(n) / sum(x)
  s2 <- sum(x * ((p - b)^2 / sum(x)))
  a <- max(0, s2 - b / (sum(x) / m))
  obj(id = paste0('"', id, '"'), call = '"spdep::EBest(n, x), by its formula"', cases = arr(n), people = arr(x),
      raw_rate = arr(p), eb_rate = arr(b + a * (p - b) / (a + b / x)), prior_mean = num(b), prior_var = num(a))
}

## ---- CS5, CS6
adjust <- function(id, p) obj(id = paste0('"', id, '"'), call = '"p.adjust(p, method)"', p = arr(p),
                              holm = arr(p.adjust(p, "holm")), bh = arr(p.adjust(p, "BH")))
rate <- function(id, x, n) {
  ci <- prop.test(x, n, correct = FALSE)$conf.int
  obj(id = paste0('"', id, '"'), call = '"prop.test(x, n, correct = FALSE)"', count = num(x), n = num(n),
      share = num(x / n), lower = num(ci[1]), upper = num(ci[2]))
}
bounds <- function(id, p, r) obj(id = paste0('"', id, '"'), call = '"p * r, p * r + 1 - r"', p = num(p), r = num(r),
                                 lower = num(p * r), upper = num(p * r + 1 - r))

made <- function() {
  set.seed(311)
  exact <- c(1, 2, 3, 4)
  obj(
    meta = '"made cases; R 4.2.2, survival 3.5-3; written by cases.R"',
    cs1 = many(list(
      km("every case closed, curve on one half", exact, rep(1, 4)),
      km("ties and censoring at the same time", c(1, 1, 2, 2, 2, 3, 5, 5, 8, 8), c(1, 1, 1, 0, 0, 1, 1, 0, 0, 1)),
      km("half never reached", c(1, 4, 9, 9, 9, 9, 9), c(1, 1, 0, 0, 0, 0, 0)),
      km("one closing", c(3, 5, 7), c(1, 0, 0)),
      km("lower limit on the level", c(0, 0, 1, 2, 3, 3, 4, 10, 20, 30), c(1, 1, 1, 1, 1, 1, 1, 0, 1, 0)),
      km("last seen open after the last closing", c(2, 2, 6, 7, 7, 7, 11, 30), c(1, 0, 1, 1, 1, 0, 1, 0)),
      km("two hundred, exponential", round(rexp(200, 1 / 20), 3), rbinom(200, 1, .8)),
      km("whole days, many ties", rpois(300, 9), rbinom(300, 1, .9)))),
    cs2 = many(list(
      surge("spread weeks", c(3, 0, 5, 9, 1, 2, 12, 4, 0, 3, 6, 2, 1), 14),
      surge("spread weeks, far out", c(3, 0, 5, 9, 1, 2, 12, 4, 0, 3, 6, 2, 1), 60),
      surge("even weeks", c(4, 5, 4, 6, 5, 4, 5, 5, 4, 6, 5, 5, 4), 17),
      surge("even weeks, far out", c(4, 5, 4, 6, 5, 4, 5, 5, 4, 6, 5, 5, 4), 90),
      surge("hardly more than Poisson", c(10, 6, 14, 9, 13, 6, 12, 8, 14, 6), 25),
      surge("amber only", c(0, 0, 6, 0, 1, 0, 5, 0, 0, 1, 0, 2, 0), 9),
      surge("no case in any week", rep(0, 8), 5),
      surge("nothing this week", c(3, 1, 0, 2, 4, 1, 2, 2), 0),
      surge("large counts", c(812, 790, 845, 905, 760, 798, 830, 871, 822, 801, 779, 840, 826), 1003),
      surge("eight weeks", c(1, 2, 0, 1, 3, 1, 1, 0), 7))),
    cs3 = many(list(
      ebest("areas that differ", c(12, 3, 45, 7, 0, 30), c(1000, 150, 2500, 900, 20, 5000)),
      ebest("areas that do not differ", c(10, 20, 31), c(1000, 2000, 3000)),
      ebest("thirty eight", rpois(38, 40), round(runif(38, 2000, 350000))))),
    cs4 = many(list(bounds("petitions.md 1.2, 20 %", .5431, .20), bounds("25 %", .5431, .25), bounds("30 %", .5431, .30),
      bounds("everybody answered", .374, 1))),
    cs5 = many(list(adjust("five", c(.01, .04, .03, .005, .5)), adjust("ties and ends", c(0, 1, .2, .2, .04, .04, 1e-12)),
      adjust("two", c(.03, .02)), adjust("hundred", signif(runif(100)^3, 6)))),
    cs6 = many(list(rate("close to one", 97, 100), rate("none", 0, 30), rate("all", 6, 6), rate("large", 3962, 4744))))
}

baltimore <- function(file) {
  d <- read.csv(file, colClasses = "character")
  at <- function(x) as.numeric(strptime(x, "%m/%d/%Y %I:%M:%S %p", tz = "UTC"))
  received <- at(d$CreatedDate); closed <- at(d$CloseDate); due <- at(d$DueDate)
  last <- max(received, closed, na.rm = TRUE)   # due dates lie in the future and are no look at the case
  event <- !is.na(closed)
  days <- (ifelse(event, closed, last) - received) / 86400
  keep <- days >= 0
  week <- floor((received / 86400 + 3) / 7)                 # Monday weeks; day 0 was a Thursday
  types <- names(sort(-table(d$SRType)))[1:6]
  tails <- list(); p <- c()
  for (type in types) {
    counts <- table(factor(week[d$SRType == type], levels = min(week):max(week)))
    for (w in seq(14, length(counts), by = 9)) {
      base <- as.numeric(counts[(w - 13):(w - 1)])
      tails[[length(tails) + 1]] <- surge(paste(type, w), base, as.numeric(counts[w]))
      m <- mean(base); s2 <- var(base)
      p <- c(p, if (s2 > m) pnbinom(counts[w] - 1, size = m^2 / (s2 - m), mu = m, lower.tail = FALSE)
                else ppois(counts[w] - 1, m, lower.tail = FALSE))
    }
  }
  late <- event & !is.na(due) & closed > due
  both <- event & !is.na(due)
  districts <- sort(unique(d$CouncilDistrict[d$CouncilDistrict != ""]))
  by <- function(which) sapply(districts, function(x) sum(which & d$CouncilDistrict == x))
  obj(
    meta = '"real requests of Baltimore 2014-2019 (city-of-baltimore/city-R-training-series); R 4.2.2, survival 3.5-3; written by cases.R"',
    rows = num(nrow(d)), negative = num(sum(!keep)), late = num(sum(late)), both = num(sum(both)),
    median_days = num(median(days[event])),
    cs1 = many(list(km("days to closing", days[keep], as.numeric(event[keep]), 60))),
    cs2 = many(tails), cs2_types = txt(types),
    cs3 = many(list(ebest("late by council district", by(late), by(both)))), cs3_areas = txt(districts),
    cs5 = many(list(adjust("surge tails", p))),
    cs6 = many(list(rate("on time", sum(both) - sum(late), sum(both)))))
}

out <- file(args[2], "w")
writeLines(if (args[1] == "made") made() else baltimore(args[3]), out)
close(out)
