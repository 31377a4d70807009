#!/bin/sh
set -eu
set -a
. /bihuan/temporal.env
# Bound to every address of the container, the server must be told which one others find it at.
TEMPORAL_BROADCAST_ADDRESS=$(hostname -i)
exec temporal-server --allow-no-auth start
