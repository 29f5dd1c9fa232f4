# The commands of the README. Building itself is CMake's (CMakePresets.json); this file only strings it together.
JOBS ?= $(shell nproc 2>/dev/null || echo 2)
export CMAKE_BUILD_PARALLEL_LEVEL := $(JOBS)
export CTEST_PARALLEL_LEVEL := $(JOBS)
SOURCES = git ls-files 'audit/*.cc' 'audit/*.h' 'tests/*.cc' 'tests/*.h'
SAMPLES = $(sort $(wildcard fixtures/articles/*/input.*))
DEMO = build/demo

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev build demo serve package test test-browser test-clients picture format check-format tidy asan tsan bench fuzz golden install clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F'\t' '{printf "make %-13s %s\n", $$1, $$2}'

setup: ## install the Debian packages that are missing (root or sudo)
	@.ci/setup build test

setup-dev: ## the same with what developers use besides: clang, its tools, benchmarks
	@.ci/setup build test dev

build: setup ## the program, at build/release/hearsay
	@cmake --preset release -DBUILD_TESTING=OFF --log-level=WARNING
	@cmake --build --preset release --target hearsay

demo: build ## audit the sample articles and say where their scorecards lie
	@rm -rf $(DEMO) && mkdir -p $(DEMO)/articles
	@for input in $(SAMPLES); do \
	   slug=$$(basename $$(dirname $$input)); cp "$$input" "$(DEMO)/articles/$$slug.$${input##*.}"; done
	@build/release/hearsay audit --settings none --format html,xml,json --out $(DEMO)/cards $(DEMO)/articles
	@echo; echo "The scorecards, one HTML page per article (XML and JSON beside them):"
	@ls $(DEMO)/cards/*.html | sed "s|^|  file://$(CURDIR)/|"

serve: build ## the desk in a browser: drafts, archive, interfaces for programs and editors
	@build/release/hearsay serve --open $(if $(STORE),--store $(STORE))

test: setup ## build with all checks on and run every test
	@cmake --preset test --log-level=WARNING
	@cmake --build --preset test
	@ctest --preset test

test-browser: build ## open the pages in Chromium: axe-core, keys, filters, print, no script; skips where there is none
	@tests/browser/run

test-clients: build ## the open interface by clients of others: OpenAPI validator, LanguageTool clients, LibreOffice, curl examples; skips what is missing
	@tests/clients/run

picture: build ## the picture of the page in the README, anew
	@tests/browser/run picture $(CURDIR)/docs/page.png

format: ## lay out all C++ as .clang-format says
	@$(SOURCES) | xargs clang-format -i

check-format: ## say which files are not laid out so
	@$(SOURCES) | xargs clang-format --dry-run -Werror

tidy: ## clang-tidy over everything; any message is an error
	@cmake --workflow --preset tidy

asan: setup ## all tests under the address and undefined-behaviour sanitizers
	@cmake --workflow --preset asan

tsan: setup ## all tests under the thread sanitizer
	@cmake --workflow --preset tsan

bench: ## benchmarks of the stages; beside its peers: make bench TEXT=folder PAGES=folder ROUNDS=9
	@cmake --preset release -DBUILD_TESTING=ON --log-level=WARNING
	@cmake --build --preset release --target benchmarks
	@for program in build/release/tests/*_bench; do $(if $(TEXT),HEARSAY_BENCH_TEXT=$(TEXT)) $$program || exit 1; done
	@tests/bench/compare $(if $(TEXT),--text $(TEXT)) $(if $(PAGES),--pages $(PAGES)) $(if $(ROUNDS),--rounds $(ROUNDS)) $(COMPARE)

fuzz: ## build the fuzzers and run them for an hour in all: make fuzz SECONDS=600 (each) NAMES="archive card"
	@cmake --preset fuzz --log-level=WARNING
	@cmake --build --preset fuzz --target fuzz fuzz_replay
	@tests/fuzz/run $(or $(SECONDS),$$((3600 / $$(ls tests/fuzz/*_fuzz.cc | wc -l)))) $(NAMES)

golden: ## rewrite the expected outputs of fixtures/articles and fixtures/reports; then read the diff
	@cmake --preset test --log-level=WARNING
	@cmake --build --preset test --target golden_test report_test
	@HEARSAY_UPDATE_GOLDEN=1 build/test/tests/golden_test --gtest_brief=1
	@HEARSAY_UPDATE_GOLDEN=1 build/test/tests/report_test --gtest_brief=1 --gtest_filter='Formats.*'
	@git --no-pager diff --stat -- fixtures/articles fixtures/reports

install: build ## install under PREFIX (/usr/local)
	@cmake --install build/release --prefix $(or $(PREFIX),/usr/local)

package: setup ## a Debian package, in build/package
	@cmake --preset package --log-level=WARNING
	@cmake --build --preset package
	@cd build/package && cpack -G DEB && ls *.deb

clean: ## remove everything that was built
	@rm -rf build
