#!/bin/sh
# The namespace, with closed workflows kept for ten years. May be run again at any time; stays, so that its health can be asked.
set -eu
namespace=default
retention=3650d

if temporal operator namespace describe --namespace "$namespace" >/dev/null 2>&1; then
  temporal operator namespace update --namespace "$namespace" --retention "$retention"
else
  temporal operator namespace create --namespace "$namespace" --retention "$retention"
fi
exec sleep infinity
