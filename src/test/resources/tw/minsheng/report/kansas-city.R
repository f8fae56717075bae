# Numbers of the Kansas City answers that KansasCityTest expects. R 4.2.2 with survey.
#   Rscript kansas-city.R responses-2021-09.csv
suppressMessages(library(survey))
d <- read.csv(commandArgs(trailingOnly = TRUE)[1], fileEncoding="UTF-8-BOM")
names(d) <- tolower(names(d))
pop <- data.frame(counci=1:6, Freq=c(84682,84682,84682,84682,84681,84681))
d$N <- pop$Freq[d$counci]; d$one <- 1
d$overall <- ifelse(d$q2_01 %in% 1:5, (d$q2_01-1)/4*100, NA)
q <- function(p,n) { m <- as.matrix(d[sprintf("%s_%02d",p,1:n)]); m[!(m %in% 1:5)] <- NA; v <- (rowMeans(m,na.rm=TRUE)-1)/4*100; v[is.nan(v)] <- NA; v}
d$q12 <- q("q12",10); d$q5 <- q("q5",7)
d$age <- factor(ifelse(d$q40_w %in% 1:6, d$q40_w, NA)); d$own <- factor(ifelse(d$q34_d %in% 1:2,d$q34_d,NA)); d$counci_f <- factor(d$counci)
des <- postStratify(svydesign(id=~1,strata=~counci,fpc=~N,weights=~one,data=d), ~counci, pop)
m <- svyglm(overall~age, subset(des,!is.na(age)&!is.na(overall))); t<-regTermTest(m,~age); print(c(t$Ftest,t$df,t$ddf,t$p),digits=16)
m <- svyglm(q12~counci_f, des); t<-regTermTest(m,~counci_f); print(c(t$Ftest,t$df,t$ddf,t$p),digits=16)
t<-svyttest(q5~own, subset(des,!is.na(own))); print(c(t$statistic,t$parameter,t$p.value),digits=16)
d$q3<-q("q3",16);d$q7<-q("q7",4);d$q9<-q("q9",10);d$q17<-q("q17",4)
des <- postStratify(svydesign(id=~1,strata=~counci,fpc=~N,weights=~one,data=d), ~counci, pop)
d$w <- weights(des); d$ov <- ifelse(d$q2_01 %in% 1:5, d$q2_01, NA)
v <- c("q3","q5","q7","q9","q12","q17"); cc <- d[complete.cases(d[c(v,"ov")]),]
r2 <- function(s) if (length(s)==0) 0 else summary(lm(reformulate(s,"ov"),cc,weights=w))$r.squared
lmg <- sapply(v, function(x) { o <- setdiff(v,x); tot <- 0; p <- length(v)
  for (k in 0:length(o)) { sets <- if (k==0) list(character(0)) else combn(o,k,simplify=FALSE)
    for (s in sets) tot <- tot + factorial(k)*factorial(p-k-1)/factorial(p)*(r2(c(s,x))-r2(s)) }
  tot })
print(nrow(cc)); print(r2(v),digits=15); print(lmg,digits=15)
x <- ifelse(d$q3_03 %in% 1:5, d$q3_03, NA); ok <- !is.na(x)&!is.na(d$ov)
print(weighted.mean(x[!is.na(x)], d$w[!is.na(x)]),digits=15); print(cov.wt(cbind(x,d$ov)[ok,], d$w[ok], cor=TRUE)$cor[1,2],digits=15)
d$f0503 <- factor(ifelse(d$q5_03 %in% 1:5, d$q5_03, NA))
des <- postStratify(svydesign(id=~1,strata=~counci,fpc=~N,weights=~one,data=d), ~counci, pop)
t <- svychisq(~f0503+counci_f, subset(des, !is.na(f0503))); print(c(t$statistic, t$parameter, t$p.value), digits=16)
# the satisfied share of the overall item with its interval, and what the weights cost
d$sat <- as.numeric(d$ov >= 4)
des <- postStratify(svydesign(id=~1,strata=~counci,fpc=~N,weights=~one,data=d), ~counci, pop)
share <- svyciprop(~sat, des, method="logit", df=degf(des), na.rm=TRUE)
print(c(coef(share), attr(share, "ci")), digits=16)
print(as.numeric(svytable(~counci, des)) / pop$Freq - 1)
w <- as.numeric(weights(des)); print(c(length(w)*sum(w^2)/sum(w)^2, sum(w)^2/sum(w^2)), digits=16)
before <- table(d$counci); print(chisq.test(before, p=pop$Freq/sum(pop$Freq)))
