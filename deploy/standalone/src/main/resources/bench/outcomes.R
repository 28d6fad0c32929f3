# The same outcomes of the same subjects by R, for the benchmark of outcomes: the time of each fit and the figures it gives,
# one a line, name and value parted by a tabulator. The first argument is the folder with subjects.csv and rows.csv. Status 3: a package is missing.
if (!all(sapply(c("survival", "MASS"), requireNamespace, quietly = TRUE))) quit(status = 3)
suppressMessages({
    library(survival)
    library(MASS)
})
folder <- commandArgs(TRUE)[1]
subjects <- read.csv(file.path(folder, "subjects.csv"))
rows <- read.csv(file.path(folder, "rows.csv"))
say <- function(name, value) cat(name, "\t", format(unname(value), digits = 17), "\n", sep = "")
took <- function(name, fit) say(paste0(name, " ms"), 1000 * system.time(fit)[["elapsed"]])
day <- 365

took("Kaplan-Meier", {
    km <- survfit(Surv(time, failed) ~ arm, subjects, conf.type = "log-log")
    medians <- quantile(km, 0.5)
    difference <- survdiff(Surv(time, failed) ~ arm, subjects)
})
for (k in 1:2) {
    at <- summary(km[k], times = day)
    say(paste("median, arm", k), medians$quantile[k])
    say(paste("lower limit of the median, arm", k), medians$lower[k])
    say(paste("free of the event on day 365, arm", k), at$surv)
    say(paste("its standard error, arm", k), at$std.err)
}
say("log-rank", difference$chisq)

took("mean cumulative function", {
    mcf <- survfit(Surv(after, time, events) ~ arm, rows, id = subject, robust = TRUE)
})
for (k in 1:2) {
    one <- mcf[k]
    at <- findInterval(day, one$time)
    say(paste("mean events by day 365, arm", k), one$cumhaz[at])
    say(paste("their standard error, arm", k), one$std.chaz[at])
}

took("negative binomial", {
    nb <- glm.nb(events ~ arm + offset(log(years)), subjects)
})
say("log rate ratio", coef(nb)[["arm"]])
say("standard error of the log rate ratio", sqrt(vcov(nb)["arm", "arm"]))
say("theta", nb$theta)
