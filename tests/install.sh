#!/bin/sh
# Installs the package as a user would, into a new environment, and builds a graph with it from outside the source tree.
# Expects BIN, the folder of the development environment's programs. Run from the top of the repository: make check
set -eu

top=$(pwd)
place=$top/build/install
rm -rf "$place"
mkdir -p "$place/elsewhere"
"$BIN/python" -m venv "$place/venv"
pip="$place/venv/bin/python -m pip --disable-pip-version-check"
$pip install --quiet --require-hashes -r requirements.lock
$pip install --quiet --no-deps .
$pip check

cp examples/*.txt examples/manifest.csv "$place/elsewhere"
cd "$place/elsewhere"
kg="$place/venv/bin/kg"
$kg build ./*.txt --manifest manifest.csv --store store
$kg validate --store store
$kg export --store store --format turtle -o installed.ttl

PYTHONPATH=$top "$top/$BIN/python" -m kg build ./*.txt --manifest manifest.csv --store checkout
PYTHONPATH=$top "$top/$BIN/python" -m kg export --store checkout --format turtle -o checkout.ttl
cmp installed.ttl checkout.ttl
echo "the installed package and the checkout build the same graph"
