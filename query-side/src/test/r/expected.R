# Prints the expected values of the tests of org.trialog.query.statistics.
library(survival)
library(MASS)
options(digits = 15, width = 150)
section <- function(title) cat("\n##", title, "\n")
loglog <- function(formula, data = NULL) survfit(formula, data, conf.type = "log-log")
rows <- function(fit) print(with(summary(fit, censored = TRUE), data.frame(time, n.risk, n.event, surv, std.err, lower, upper)))
medians <- function(fit) print(summary(fit)$table)

section("fracture-free year")
days <- c(120, 365, 200, 365, 300, 90); fracture <- c(1, 0, 0, 0, 1, 0)
rows(loglog(Surv(days, fracture) ~ 1))
years <- sum(days) / 365.25
print(years); print(poisson.test(2, years)[c("estimate", "conf.int")])

section("aml")
rows(loglog(Surv(time, status) ~ 1, aml)); medians(loglog(Surv(time, status) ~ 1, aml))
medians(loglog(Surv(time, status) ~ x, aml)); print(survdiff(Surv(time, status) ~ x, aml)[c("obs", "exp", "chisq", "pvalue")])
print(summary(loglog(Surv(time, status) ~ x, aml), rmean = 161)$table[, c("rmean", "se(rmean)")])

section("lung")
medians(loglog(Surv(time, status) ~ 1, lung)); medians(loglog(Surv(time, status) ~ sex, lung))
print(survdiff(Surv(time, status) ~ sex, lung)[c("obs", "exp", "chisq", "pvalue")])
print(summary(loglog(Surv(time, status) ~ sex, lung), rmean = 365)$table[, c("rmean", "se(rmean)")])
exact <- coxph.control(eps = 1e-12, toler.chol = 1e-14, iter.max = 100)
print(summary(coxph(Surv(time, status) ~ sex, lung, control = exact))[c("coefficients", "conf.int", "logtest", "sctest", "waldtest", "loglik")])
print(summary(coxph(Surv(time, status) ~ sex + age, lung, control = exact))[c("coefficients", "loglik")])

section("veteran")
medians(loglog(Surv(time, status) ~ trt, veteran)); print(survdiff(Surv(time, status) ~ trt, veteran)[c("obs", "exp", "chisq", "pvalue")])

section("heart")
print(summary(coxph(Surv(start, stop, event) ~ transplant, heart, cluster = id, control = exact))$coefficients)

section("late entry: days of entry and end, both at risk")
late <- data.frame(
    entry = c(0, 0, 0, 10, 20, 30, 30, 45), end = c(0, 40, 25, 40, 60, 60, 80, 80),
    event = c(1, 1, 0, 1, 0, 1, 0, 1), group = c(1, 2, 1, 2, 1, 2, 1, 2))
rows(loglog(Surv(entry - 0.5, end, event) ~ 1, late)); medians(loglog(Surv(entry - 0.5, end, event) ~ 1, late))
logrank <- function(start, end, event, group) {
    O <- E <- V <- 0
    for (t in sort(unique(end[event == 1]))) {
        risk <- start < t & end >= t
        n <- sum(risk); n1 <- sum(risk & group == 1); d <- sum(event == 1 & end == t); d1 <- sum(event == 1 & end == t & group == 1)
        O <- O + d1; E <- E + d * n1 / n
        if (n > 1) V <- V + d * (n1 / n) * (1 - n1 / n) * (n - d) / (n - 1)
    }
    c(O = O, E = E, V = V, chisq = (O - E)^2 / V, p = pchisq((O - E)^2 / V, 1, lower.tail = FALSE))
}
print(with(late, logrank(entry - 0.5, end, event, group)))

section("three groups with ties")
three <- data.frame(
    time = c(5, 5, 8, 12, 12, 20, 3, 5, 9, 12, 15, 15, 2, 2, 4, 5, 7, 8),
    event = c(1, 0, 1, 1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 0, 1), group = rep(1:3, each = 6))
print(survdiff(Surv(time, event) ~ group, three)[c("obs", "exp", "chisq", "pvalue")])
print(summary(coxph(Surv(time, event) ~ factor(group), three, control = exact))$coefficients)

section("plateau at 0.5")
medians(loglog(Surv(c(1, 2, 3, 4), c(1, 1, 1, 0)) ~ 1)); medians(loglog(Surv(c(1, 2, 3, 4), c(1, 1, 0, 0)) ~ 1))

section("from each dose to the next, clustered by child")
doses <- data.frame(
    child = c("a", "a", "a", "b", "b", "c", "c", "c", "d", "e"), time = c(30, 90, 120, 120, 45, 60, 30, 120, 110, 75),
    event = c(1, 0, 0, 0, 1, 1, 1, 0, 0, 1))
clustered <- survfit(Surv(time, event) ~ 1, doses, cluster = child, conf.type = "log-log")
rows(clustered)
print(summary(clustered, rmean = 100)$table) # its se(rmean) disregards the clusters, so:
influence <- survfit(Surv(time, event) ~ 1, doses, cluster = child, influence = TRUE)
widths <- diff(c(influence$time[influence$time <= 100], 100))
print(sqrt(sum((influence$influence.surv[, seq_along(widths)] %*% widths)^2)))
print(summary(coxph(Surv(time, event) ~ I(child %in% c("a", "c")), doses, cluster = child, control = exact))$coefficients)

section("competing death: 0 censored, 1 event, 2 death")
competing <- data.frame(
    time = c(5, 8, 8, 12, 15, 15, 20, 25, 30, 30), what = c(1, 2, 1, 0, 1, 2, 0, 1, 2, 0))
fit <- survfit(Surv(time, factor(what)) ~ 1, competing, id = seq_along(time))
print(with(fit, data.frame(time, n.risk = n.risk[, 1], incidence = pstate[, 2], se = std.err[, 2], death = pstate[, 3], seDeath = std.err[, 3])))
log.log <- survfit(Surv(time, factor(what)) ~ 1, competing, id = seq_along(time), conf.type = "log-log")
print(with(log.log, data.frame(time, lower = lower[, 2], upper = upper[, 2])))

section("rates")
for (x in c(0, 1, 3, 20)) print(poisson.test(x, 2.5)$conf.int)
print(poisson.test(100000, 3)$conf.int)

section("rate ratios")
for (case in list(list(c(3, 20), c(1, 1)), list(c(3, 20), c(1, 2)), list(c(0, 4), c(2, 1)), list(c(4, 0), c(2, 1)),
        list(c(5, 5), c(1, 1)), list(c(40, 12), c(3.5, 2.25)), list(c(1, 0), c(1, 1)), list(c(900, 1000), c(1, 1)))) {
    test <- poisson.test(case[[1]], case[[2]])
    n <- sum(case[[1]]); p <- case[[2]][1] / sum(case[[2]])
    twice <- min(1, 2 * min(pbinom(case[[1]][1], n, p), pbinom(case[[1]][1] - 1, n, p, lower.tail = FALSE)))
    print(c(test$estimate, test$conf.int, test$p.value, twice))
}

section("eighteen children")
before <- c(6, 4, 9, 3, 5, 7, 2, 8, 4, 6, 5, 3, 10, 4, 5, 6, 4, 7); after <- c(1, 0, 2, 0, 1, 3, 0, 2, 0, 1, 0, 0, 5, 0, 1, 0, 0, 2)
rr <- sum(after) / sum(before)
se <- sqrt(sum(((after - mean(after)) / sum(after) - (before - mean(before)) / sum(before))^2))
print(c(rr, rr * exp(c(-1, 1) * qnorm(0.975) * se), 2 * pnorm(-abs(log(rr) / se))))
print(wilcox.test(before, after, paired = TRUE, exact = FALSE)[c("statistic", "p.value")])

section("wilcoxon with zeros and negative differences")
print(wilcox.test(c(1, 0, -2, 3, 3, -1, 4, 0, 2.5), exact = FALSE)[c("statistic", "p.value")])

section("proportions")
for (case in list(c(9, 18), c(0, 5), c(3, 3), c(1, 40))) {
    print(binom.test(case[1], case[2])$conf.int); print(prop.test(case[1], case[2], correct = FALSE)$conf.int)
}

section("epil")
epil.sums <- read.csv("../resources/statistics/epil.csv")
strict <- glm.control(epsilon = 1e-14, maxit = 1000)
nb <- glm.nb(y ~ progabide, epil.sums, control = strict); print(summary(nb)$coefficients); print(c(nb$theta, logLik(nb)))
nb2 <- glm.nb(y ~ progabide + age + offset(log(0.5 + age / 60)), epil.sums, control = strict)
print(summary(nb2)$coefficients); print(c(nb2$theta, logLik(nb2)))
qp <- glm(y ~ progabide, quasipoisson, epil.sums, control = strict); print(summary(qp)$coefficients); print(summary(qp)$dispersion)
po <- glm(y ~ progabide, poisson, epil.sums, control = strict); print(summary(po)$coefficients); print(logLik(po))

section("counts less spread than Poisson")
under <- data.frame(y = c(2, 3, 2, 3, 4, 5, 4, 5), arm = rep(0:1, each = 4), t = c(1, 1.1, 0.9, 1, 1, 1.2, 0.8, 1))
print(summary(glm(y ~ arm + offset(log(t)), poisson, under, control = strict))$coefficients)
print(summary(glm(y ~ arm + offset(log(t)), quasipoisson, under, control = strict))[c("coefficients", "dispersion")])

section("quantiles")
print(quantile(c(9, 1, 4, 7, 3, 12), c(0, 0.1, 0.25, 0.5, 0.75, 1), type = 7))
