# Prints the expected values of the tests of recurrent events. Estimates and standard errors are computed here as their
# definitions are written, by matrices over subjects and days and by complex-step derivatives, and checked against
# survival and, where it is installed, mets.
library(survival)
options(digits = 15, width = 150)
section <- function(title) cat("\n##", title, "\n")

# Rows: id, start, stop, n events at stop, dead at stop. w weighs subjects.
curve <- function(rows, death, w = NULL) {
    ids <- unique(rows$id)
    if (is.null(w)) w <- rep(1, length(ids))
    w <- w[match(rows$id, ids)]
    S <- 1; M <- 0; out <- NULL; times <- sort(unique(rows$stop))
    for (t in times) {
        risk <- rows$start < t & t <= rows$stop
        n <- sum(w[risk]); d <- sum((w * rows$n)[rows$stop == t]); dead <- sum((w * rows$dead)[rows$stop == t])
        M <- M + S * d / n
        if (death) S <- S * (1 - dead / n)
        out <- c(out, M)
    }
    list(time = times, M = out)
}
jackknife <- function(rows, death) {
    ids <- unique(rows$id)
    influence <- sapply(seq_along(ids), function(i) {
        w <- complex(real = rep(1, length(ids))); w[i] <- complex(real = 1, imaginary = 1e-30)
        Im(curve(rows, death, w)$M) / 1e-30
    })
    sqrt(rowSums(matrix(influence, ncol = length(ids))^2))
}
lawlessNadeau <- function(rows) {
    ids <- unique(rows$id); times <- sort(unique(rows$stop))
    psi <- matrix(0, length(ids), length(times))
    for (j in seq_along(times)) {
        t <- times[j]; at <- rows$start < t & t <= rows$stop
        Y <- tapply(at, factor(rows$id, ids), sum); dN <- tapply(rows$n * (rows$stop == t), factor(rows$id, ids), sum)
        psi[, j] <- (dN - Y * sum(dN) / sum(Y)) / sum(Y)
    }
    sqrt(colSums(t(apply(psi, 1, cumsum))^2))
}
show <- function(rows, times, death = FALSE) {
    fit <- curve(rows, death); se <- jackknife(rows, death)
    if (!death) stopifnot(max(abs(se - lawlessNadeau(rows))) < 1e-12)
    at <- sapply(times, function(t) max(which(fit$time <= t)))
    z <- qnorm(0.975); M <- fit$M[at]; s <- se[at]
    print(data.frame(time = times, M, se = s, lower = M * exp(-z * s / M), upper = M * exp(z * s / M)), row.names = FALSE)
}
# Counting-process rows of an id's events and end.
course <- function(id, entry, end, events = NULL, dead = 0) {
    stops <- sort(unique(c(events, end)))
    data.frame(id = id, start = c(entry - 0.5, head(stops, -1)), stop = stops,
        n = sapply(stops, function(t) sum(events == t)), dead = dead * (stops == end))
}

section("valveSeat")
valve <- do.call(rbind, lapply(split(valveSeat, valveSeat$id), function(one)
    course(one$id[1], 0, max(one$time), one$time[one$status == 1])))
show(valve, c(100, 200, 300, 400, 500, 600))

section("A, B, C")
abc <- rbind(course("A", 0, 6, c(2, 5), 1), course("B", 0, 8, 4), course("C", 0, 3, NULL, 1))
show(abc, c(2, 4, 5)); show(abc, c(2, 4, 5), death = TRUE)

section("bladder1: recurrences, and death of any cause")
first <- with(bladder1, start == 0)
bladder <- with(bladder1, data.frame(id, start = ifelse(first, -0.5, start), stop, n = as.integer(status == 1), dead = as.integer(status >= 2)))
show(bladder, c(12, 24, 36, 48, 60)); show(bladder, c(12, 24, 36, 48, 60), death = TRUE)
if (requireNamespace("mets", quietly = TRUE)) {
    # mets takes tied events one after another, so they are untied here; its standard error has 1/n where the derivative
    # of the product-limit has 1/(n - d), and agrees to a thousandth.
    suppressMessages(library(mets))
    shift <- function(t, id) ifelse(t <= 0, 0, t + id / 1000)
    untied <- with(subset(bladder, stop > 0), data.frame(id, start = shift(start, id), stop = shift(stop, id), n, dead))
    recurrence <- phreg(Surv(start, stop, n) ~ cluster(id), data = untied)
    died <- phreg(Surv(start, stop, dead) ~ cluster(id), data = untied)
    marginal <- recurrentMarginal(recurrence, died)
    at <- sapply(c(12, 24, 36, 48, 60), function(t) max(which(marginal$times <= t)))
    print(data.frame(time = c(12, 24, 36, 48, 60), mets = marginal$mu[at], se = marginal$se.mu[at]), row.names = FALSE)
    show(untied, c(12, 24, 36, 48, 60), death = TRUE)
}

section("late entry, gaps, ties, two on a day, a death on the day of an event")
odd <- rbind(
    course("a", 0, 20, c(5, 5, 12)), course("b", 3, 12, c(5, 12), 1), course("c", 0, 4), course("c", 9, 30, 20),
    course("d", 0, 30), course("e", 5, 5, 5), course("f", 12, 25, 12, 1), course("g", 0, 0))
show(odd, c(5, 12, 20)); show(odd, c(5, 12, 20), death = TRUE)

section("two clocks of one subject at once")
clocks <- rbind(course("a", 0, 10, 4), course("a", 0, 7, c(2, 4)), course("b", 0, 10, 8), course("b", 0, 6), course("c", 0, 9, 2, 1))
show(clocks, c(2, 4, 8)); show(clocks, c(2, 4, 8), death = TRUE)

section("Andersen-Gill: bladder1 by treatment; events of one day stand one after another within it")
exact <- coxph.control(eps = 1e-12, toler.chol = 1e-14, iter.max = 100)
treated <- data.frame(bladder, thiotepa = as.integer(bladder1$treatment == "thiotepa"))
print(summary(coxph(Surv(start, stop, n) ~ thiotepa, treated, cluster = id, control = exact))$coefficients)
spread <- do.call(rbind, lapply(seq_len(nrow(odd)), function(i) {
    row <- odd[i, ]; m <- max(1, row$n); stops <- row$stop - (m - seq_len(m)) / (2 * m)
    data.frame(id = row$id, start = c(row$start, head(stops, -1)), stop = stops, event = as.integer(row$n > 0))
}))
spread$late <- as.integer(spread$id %in% c("b", "c", "f"))
print(summary(coxph(Surv(start, stop, event) ~ late, spread, cluster = id, control = exact))$coefficients)
