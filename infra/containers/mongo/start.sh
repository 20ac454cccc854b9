#!/bin/sh
# mongod as the one member of a replica set that asks everybody who he is. Members know each other by a key, which is a file to it.
set -eu
umask 077
printf '%s' "$JUNKAN_MONGO_REPLICA_KEY" > /tmp/replica.key
exec mongod --replSet rs0 --bind_ip_all --keyFile /tmp/replica.key
