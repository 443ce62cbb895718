#!/usr/bin/env bash
# What the GitHub action does, from environment variables to outputs; runs on any machine with git and Python 3.11.
set -euo pipefail

# The checkout is what is audited, so nothing of it is run: no command by an entry of PATH that is relative or leads
# into it, no module (python3 -I takes none from the working directory, nor from PYTHON* variables), and what reads
# settings from the working directory, such as pip and version managers, is called in another.
unset CDPATH
checkout=$(pwd -P)
path=
while IFS= read -r -d : entry; do
  real=$(cd -P -- "$entry" 2>/dev/null && pwd) || continue
  case $real/ in "$checkout"/*) continue ;; esac
  case $entry in /*) path+=${path:+:}$entry ;; esac
done <<<"$PATH:"
export PATH=${path:?no folder of PATH lies outside of the checkout}

elsewhere() (cd / && "$@")

ours=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
work=$(cd -- "${RUNNER_TEMP:-$(mktemp -d)}" && pwd)
doclint=("${DOCLINT:-}")

if [ -z "${DOCLINT:-}" ]; then
  python="$work/doclint-venv/bin/python"
  elsewhere python3 -I -m venv "$work/doclint-venv"
  elsewhere "$python" -I -m pip install --quiet --disable-pip-version-check "$ours"
  doclint=("$python" -I -m doclint)
fi

# findings link to the rules of the copy that runs, where GitHub tells which one that is
if [ -n "${DOCLINT_ACTION_REPOSITORY:-}" ] && [ -n "${DOCLINT_ACTION_REF:-}" ]; then
  rules="$GITHUB_SERVER_URL/$DOCLINT_ACTION_REPOSITORY/blob/$DOCLINT_ACTION_REF/rules/README.md"
  export DOCLINT_RULES_URL="${DOCLINT_RULES_URL:-$rules}"
fi

options=()

# the English: of a repository only its history, file contents when a page asks for them
source=${DOCLINT_SOURCE:-}
revision=${DOCLINT_SOURCE_REVISION:-}
case $source in
  "") ;;
  *://* | *@*:*)
    rm -rf "$work/doclint-source.git"
    GIT_ALLOW_PROTOCOL=file:git:http:https:ssh elsewhere \
      git clone --quiet --bare --filter=blob:none -- "$source" "$work/doclint-source.git" || exit 2
    options+=(--source "$work/doclint-source.git${revision:+@$revision}" --fetch)
    ;;
  *) options+=(--source "$source${revision:+@$revision}") ;;
esac

[ -z "${DOCLINT_SINCE:-}" ] || options+=(--since "$DOCLINT_SINCE")
[ -z "${DOCLINT_FAIL_ON:-}" ] || options+=(--fail-on "$DOCLINT_FAIL_ON")

# one path a line; no pattern in it is expanded
paths=()
while IFS= read -r path; do
  [ -z "$path" ] || paths+=("$path")
done <<<"${DOCLINT_PATHS:-}"

code=0
"${doclint[@]}" check ${options[@]+"${options[@]}"} --format "${DOCLINT_FORMAT:-github}" \
  --report "sarif=$work/doclint.sarif" --report "json=$work/doclint.json" --report "markdown=$work/doclint.md" \
  -- ${paths[@]+"${paths[@]}"} || code=$?

# 0 and 1 come with reports, and so does 3: a rule broke, the others spoke
if [ -s "$work/doclint.json" ] && [ "$code" != 2 ]; then
  [ -z "${GITHUB_STEP_SUMMARY:-}" ] || cat "$work/doclint.md" >>"$GITHUB_STEP_SUMMARY"
  if [ -n "${GITHUB_OUTPUT:-}" ]; then
    elsewhere python3 -I - "$work/doclint.json" "$work/doclint.sarif" "$work/doclint.md" >>"$GITHUB_OUTPUT" <<'PYTHON'
import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    summary = json.load(file)["summary"]
for name in ("pages", "findings", "fixable"):
    print(f"{name}={summary[name]}")
for name in ("error", "warning", "note"):
    print(f"{name}s={summary['severities'].get(name, 0)}")
print(f"sarif={sys.argv[2]}")
print(f"markdown={sys.argv[3]}")
PYTHON
  fi
fi
exit "$code"
