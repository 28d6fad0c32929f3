# Writes the public data sets of R's survival, MASS and metafor that the tests read.
library(survival)
library(MASS)
to <- "../resources/statistics"
put <- function(data, name) write.csv(data, file.path(to, name), row.names = FALSE, quote = FALSE)

put(with(aml, data.frame(time, status, group = x)), "aml.csv")
put(with(lung, data.frame(time, status = status - 1, sex, age)), "lung.csv")
put(with(veteran, data.frame(time, status, trt)), "veteran.csv")
put(with(heart, data.frame(id, start, stop, event, transplant = as.integer(transplant == "1"))), "heart.csv")
total <- aggregate(y ~ subject + trt + age, epil, sum)
total <- total[order(total$subject), ]
put(with(total, data.frame(y, progabide = as.integer(trt == "progabide"), age)), "epil.csv")
put(with(anorexia, data.frame(treat = as.character(Treat), pre = Prewt, post = Postwt)), "anorexia.csv")
put(valveSeat, "valveSeat.csv")
put(with(bladder1, data.frame(id, start, stop, status, thiotepa = as.integer(treatment == "thiotepa"))), "bladder1.csv")
bcg <- metadat::dat.bcg[, c("trial", "author", "year", "tpos", "tneg", "cpos", "cneg", "alloc")]
put(transform(bcg, author = gsub(",", "", author)), "bcg.csv")
