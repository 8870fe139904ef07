# What one does here: make run, make test, make check, make bench. Settings such as LISTEN or DATABASE_URL come from the environment.

.PHONY: run test check bench

# The application with its demonstration conference, on http://127.0.0.1:8080 unless LISTEN says otherwise.
run:
	@scripts/bootstrap.sh run
	@echo "run: building; the first time takes 4 to 8 minutes"
	@cargo build --locked
	@cargo run --locked --quiet -- serve --demo

# The whole test suite, with a real database, SMTP server and browser. One test: make test ONLY=its_name
test:
	@scripts/bootstrap.sh test
	cargo test --locked $(ONLY)

# Formatting, lints, documentation, licences.
check:
	@scripts/check.sh

# Scans per second over HTTP beside pgbench on the same statement; what the programme's pages, feeds and conflict check cost.
bench:
	@scripts/bootstrap.sh run
	cargo bench --locked --bench scan
	cargo bench --locked --bench programme
