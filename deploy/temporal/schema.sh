#!/bin/sh
# Brings both Temporal databases to the schema of this server version; does nothing where nothing is to do.
set -eu
set -a
. /bihuan/temporal.env
for pair in temporal:temporal temporal_visibility:visibility; do
  tool="temporal-sql-tool --plugin postgres12_pgx --ep postgres -p 5432 -u temporal --db ${pair%%:*}"
  $tool setup-schema -v 0.0
  $tool update-schema --schema-name "postgresql/v12/${pair##*:}"
done
