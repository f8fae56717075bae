# Shortcuts; every target is one or two commands that can be typed by hand.
.PHONY: help run test verify format coverage mutate bench bench-reliability bench-survey bench-petitions crash clean

ROUNDS = 10
CASES = 2000000
SECONDS = 10
DATA =

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

run: ## start with demonstration data on http://127.0.0.1:8080
	bin/minsheng serve --demo

test: ## unit tests
	mvn -q test

verify: ## everything that must pass before a change is accepted
	mvn verify

format: ## put the source into the project's format
	mvn -q spotless:apply

coverage: ## which lines the tests reach, in target/site/jacoco
	mvn -q -Pcoverage verify

mutate: ## mutation testing of the statistics
	mvn -q -Pmutate test-compile org.pitest:pitest-maven:mutationCoverage

bench: ## measure the built product; prints figures and ratios (SECONDS=10 a cell, DATA=folder of real data)
	bin/minsheng --version
	mvn -q -Pbench test-compile exec:exec@bench -Dbench.seconds=$(SECONDS) -Ddata.dir=$(DATA)

bench-reliability: ## α of 10,000 to 1,000,000 answers beside R and PSPP, where they are installed (REFERENCE=folder of reference data)
	sh src/bench/sh/reliability.sh "$(REFERENCE)"
	mvn -q -Pbench test-compile exec:exec@page

bench-survey: ## raking, weighted means and Rao-Scott tables of 10,000 to 1,000,000 answers beside R, where it is installed (REFERENCE=folder of reference data)
	sh src/bench/sh/survey.sh "$(REFERENCE)"

bench-petitions: ## due dates per second; lists and analyses of a city (CASES=2000000; takes minutes and 10 GB of disk)
	bin/minsheng --version
	mvn -q -Pbench test-compile exec:exec@petitions
	mvn -q -Pbench test-compile exec:exec@cases -Dbench.cases=$(CASES)

crash: ## kill the product and its database while answers and petitions with files come in; counts what was lost and doubled (ROUNDS=10)
	bin/minsheng --version
	mvn -q -Pbench test-compile exec:exec@crash -Dcrash.rounds=$(ROUNDS)

clean: ## remove what the build made
	mvn -q clean
