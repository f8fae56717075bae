# The answers of sat_b.csv: invented, seed 20261122, no rights reserved (CC0). Ten items on a scale of 1 to 7 in three 構面
# (access 4, staff 3, result 3), three of them reversed, about 5 % empty cells, a group of two and a measure from outside.
# Writes sat_b.csv into the working folder. The numbers of sat_b.json are R's over this file: each holds the call that made it.
set.seed(20261122, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
people <- 260
sizes <- c(access = 4, staff = 3, result = 3)
between <- matrix(c(1, .55, .35, .55, 1, .45, .35, .45, 1), 3)
office <- sample(c("east", "west"), people, TRUE, c(.6, .4))
traits <- matrix(rnorm(people * 3), people) %*% chol(between) + ifelse(office == "west", .35, 0)
weights <- c(.82, .74, .61, .68, .79, .71, .58, .85, .66, .73)
owner <- rep(seq_along(sizes), sizes)
cuts <- c(-1.9, -1.2, -.6, .1, .8, 1.5)
answers <- sapply(seq_along(owner), function(j)
  findInterval(weights[j] * traits[, owner[j]] + sqrt(1 - weights[j]^2) * rnorm(people), cuts) + 1)
items <- sprintf("s%02d", seq_along(owner))
colnames(answers) <- items
for (j in c("s03", "s06", "s10")) answers[, j] <- 8 - answers[, j]
answers[matrix(runif(length(answers)) < .05, people)] <- NA
visits <- pmax(0, round(3 + 1.2 * traits[, 3] + rnorm(people)))
visits[sample(people, 9)] <- NA
write.csv(data.frame(id = seq_len(people), office, answers, visits), "sat_b.csv", row.names = FALSE, na = "")
