# Makes the environment, then hands over to invoke (tasks.py).
PYTHON ?= python3
VENV := .venv
INVOKE := $(VENV)/bin/invoke

.PHONY: site demo serve check fix new import-word import-excel approve manual \
	gallery test test-long gates pack-search bench fuzz-covered clean
site: $(VENV)/site
	@$(INVOKE) build
demo serve check approve manual gallery: $(VENV)/site
	@$(INVOKE) $@
fix: $(VENV)/site
	@$(INVOKE) check --fix
new: $(VENV)/site
	@$(INVOKE) new $(or $(KIND),?)
import-word: $(VENV)/site
	@$(INVOKE) import-word "$(or $(FILE),?)"
import-excel: $(VENV)/site
	@$(INVOKE) import-excel "$(or $(FILE),?)" --kind "$(or $(KIND),?)"
test test-long gates pack-search: $(VENV)/test
	@$(INVOKE) $@
bench: $(VENV)/site .cache/bench/made
	@$(INVOKE) bench $(if $(SIZE),--size $(SIZE)) $(if $(SAVE),--save)
fuzz-covered: .cache/fuzz/made
	@PYTHONPATH=plugins .cache/fuzz/bin/python -m tests.hostile.covered $(or $(SECONDS),600)
clean:
	rm -rf output demo/output public .cache $(VENV)

$(VENV)/site: requirements.lock
$(VENV)/test: requirements-test.lock
$(VENV)/site $(VENV)/test: tools/make-environment
	@tools/make-environment "$(PYTHON)" "$(VENV)" $(filter %.lock,$^)
	@touch $(VENV)/site $@

.cache/bench/made: benchmarks/requirements.lock tools/make-environment
	@tools/make-environment "$(PYTHON)" .cache/bench $<
	@touch $@

.cache/fuzz/made: requirements.lock benchmarks/fuzz/requirements.lock tools/make-environment
	@tools/make-environment "$(PYTHON)" .cache/fuzz requirements.lock
	@tools/make-environment "$(PYTHON)" .cache/fuzz benchmarks/fuzz/requirements.lock
	@touch $@
