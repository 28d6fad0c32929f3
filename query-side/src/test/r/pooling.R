# Prints the expected values of the tests of effect sizes, random effects and medians. R with metafor.
suppressMessages(library(metafor))
options(digits = 15, width = 170)
section <- function(title) cat("\n##", title, "\n")
strict <- list(threshold = 1e-14, maxiter = 10000, tol = 1e-14)
pooled <- function(fit) print(c(mu = fit$beta[1], se = fit$se, lower = fit$ci.lb, upper = fit$ci.ub, tau2 = fit$tau2,
    Q = fit$QE, Qp = fit$QEp, I2 = fit$I2, H2 = fit$H2))

section("bcg: log risk ratios, kept by datasets.R")
bcg <- read.csv("../resources/statistics/bcg.csv")
rr <- escalc("RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = bcg)
print(data.frame(yi = as.numeric(rr$yi), vi = rr$vi))
for (method in c("DL", "REML", "PM")) {
    for (test in c("z", "knha")) {
        fit <- rma(yi, vi, data = rr, method = method, test = test, control = strict)
        cat(method, test, "\n"); pooled(fit); print(weights(fit))
        half <- if (test == "z") qnorm(0.975) else qt(0.975, fit$k - 1)
        print(fit$beta[1] + c(-1, 1) * half * sqrt(fit$tau2 + fit$se^2))
    }
}

section("bcg by allocation: a variance of its own in each")
parts <- lapply(split(rr, rr$alloc), function(part) rma(yi, vi, data = part, method = "DL"))
lapply(parts, pooled)
b <- sapply(parts, function(fit) fit$beta[1]); w <- sapply(parts, function(fit) 1 / fit$se^2)
Q <- sum(w * (b - sum(w * b) / sum(w))^2)
print(c(between = Q, p = pchisq(Q, length(parts) - 1, lower.tail = FALSE)))

section("nothing between studies; two studies; far apart")
pooled(rma(c(0.1, 0.12, 0.11), c(0.04, 0.05, 0.03), method = "DL"))
pooled(rma(c(0.1, 0.12, 0.11), c(0.04, 0.05, 0.03), method = "REML", control = strict))
pooled(rma(c(0.1, 0.12, 0.11), c(0.04, 0.05, 0.03), method = "PM", control = strict))
pooled(rma(c(-1, 2), c(0.1, 0.2), method = "REML", control = strict))
pooled(rma(c(-1, 2), c(0.1, 0.2), method = "PM", control = strict))
pooled(rma(c(-30, 12, 4, 55, -2), c(0.3, 0.02, 1.4, 0.11, 0.5), method = "REML", control = list(threshold = 1e-9, maxiter = 10000)))
pooled(rma(c(-30, 12, 4, 55, -2), c(0.3, 0.02, 1.4, 0.11, 0.5), method = "PM", control = list(tol = 1e-9, tau2.max = 1e5)))
for (test in c("z", "knha")) pooled(rma(0.4, 0.04, test = test))

section("effects of one study")
effect <- function(...) print(as.numeric(unlist(escalc(...)[1, 1:2])))
effect("MD", m1i = 12.4, sd1i = 4.1, n1i = 20, m2i = 17.9, sd2i = 5.3, n2i = 18)
effect("SMD", m1i = 12.4, sd1i = 4.1, n1i = 20, m2i = 17.9, sd2i = 5.3, n2i = 18)
effect("SMD", m1i = 1, sd1i = 2, n1i = 2, m2i = 0, sd2i = 1, n2i = 2)
for (x in list(c(4, 123, 11, 139), c(0, 30, 5, 31), c(5, 30, 0, 31)))
    effect("RR", ai = x[1], n1i = x[2], ci = x[3], n2i = x[4], add = 0.5, to = "only0")
for (x in list(c(7, 31.5, 20, 28.25), c(0, 12, 5, 11), c(3, 12, 0, 11)))
    effect("IRR", x1i = x[1], t1i = x[2], x2i = x[3], t2i = x[4], add = 0.5, to = "only0")

section("Wan 2014: mean and standard deviation from quartiles and n")
wan <- function(q1, m, q3, n) c((q1 + m + q3) / 3, (q3 - q1) / (2 * qnorm((0.75 * n - 0.125) / (n + 0.25))))
for (x in list(c(19, 29, 38), c(11, 12, 14), c(4, 10, 20), c(8, 13.5, 33), c(32, 37, 42), c(15, 21.5, 26)))
    print(wan(x[1], x[2], x[3], 10))

section("arms merged: n, mean, standard deviation of the two together")
merged <- function(n1, m1, s1, n2, m2, s2) {
    n <- n1 + n2; m <- (n1 * m1 + n2 * m2) / n
    c(n, m, sqrt(((n1 - 1) * s1^2 + (n2 - 1) * s2^2 + n1 * n2 / n * (m1 - m2)^2) / (n - 1)))
}
print(merged(10, 20.8, 8.9, 14, 15.7, 5.7))
