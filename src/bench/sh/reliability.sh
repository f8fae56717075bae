#!/bin/sh
# reliability.sh REFERENCE [WORK] [REPEATS]
# α, α if deleted and corrected item-total correlations of N x 20 answers: this program beside R (psych::alpha; fread and cov) and
# PSPP on the same files, each in its own process with its start. Results must be equal before times count. CPU is user and system
# time, memory the peak resident size, both by GNU time; of several runs the best counts.
set -eu
bench=${1:?folder of reference data, with psychometrics/bench/gen.awk}/psychometrics/bench
work=${2:-target/bench-reliability}
repeats=${3:-3}
home=$(cd "$(dirname "$0")/../../.." && pwd)
names=alpha_raw,alpha_if_deleted,item_total_corrected
[ -f "$bench/gen.awk" ] || {
  echo "no $bench/gen.awk: name the folder of reference data, REFERENCE=DIR" >&2
  exit 3
}
mkdir -p "$work"
awk 'BEGIN { printf "{\"min\": 1, \"max\": 5, \"items\": ["; for (i = 1; i <= 20; i++) printf "%s\"q%02d\"", (i > 1 ? ", " : ""), i; print "]}" }' \
  >"$work/definition.json"

ours() { # file
  MINSHENG_NO_BUILD=1 MINSHENG_JAVA_OPTS=-Xmx64m "$home/bin/minsheng" stats scale --data "$1" --definition "$work/definition.json" \
    --missing listwise --statistics $names
}
run() { # tool file
  case $1 in
    minsheng) ours "$2" ;;
    psych) Rscript "$bench/alpha_psych.R" "$2" ;;
    fread) Rscript "$bench/alpha_fast.R" "$2" ;;
    pspp) sh "$bench/alpha_pspp.sh" "$2" ;;
  esac
}

if [ "${TOOL:-}" ]; then # one run of one tool, under GNU time
  run "$TOOL" "$4"
  exit
fi

# after that: what is timed must not wait for these questions
program=minsheng
command -v Rscript >/dev/null && Rscript -e 'library(psych)' >/dev/null 2>&1 && program="$program psych"
command -v Rscript >/dev/null && Rscript -e 'library(data.table)' >/dev/null 2>&1 && program="$program fread"
command -v pspp >/dev/null && program="$program pspp"

# alpha, then item, alpha if deleted, item-total, as R prints them
plain() {
  awk '/"alpha_raw"/ { want = "a" } /"alpha_if_deleted"/ { want = "d" } /"item_total_corrected"/ { want = "t" }
    match($0, /"q[0-9][0-9]": /) { item = substr($0, RSTART + 1, 3); value = $2; sub(/,$/, "", value); if (want == "d") d[item] = value; else t[item] = value }
    want == "a" && /"value"/ { value = $2; sub(/,$/, "", value); printf "alpha=%.12f\n", value; want = "" }
    END { for (i = 1; i <= 20; i++) { q = sprintf("q%02d", i); printf "%s %.12f %.12f\n", q, d[q], t[q] } }'
}

"$home/bin/minsheng" --version >/dev/null # builds when needed
echo "machine: $(nproc) processors, $(awk '/MemTotal/ { printf "%.0f GB", $2 / 1048576 }' /proc/meminfo); load $(cut -d' ' -f1 /proc/loadavg)"
printf '%-9s %9s %8s %8s %8s\n' tool rows wall_s cpu_s peak_MB
: >"$work/figures"
for rows in 10000 100000 1000000; do
  file=$work/likert$rows.csv
  [ -s "$file" ] || awk -v n=$rows -v seed=1 -f "$bench/gen.awk" >"$file"
  case $rows in
    10000) alpha=.942179217726 ;;
    100000) alpha=.942647570210 ;;
    *) alpha=.942428963205 ;;
  esac
  ours "$file" | plain >"$work/ours"
  grep -q "alpha=0$alpha" "$work/ours" || {
    echo "alpha of $rows rows is not $alpha: $(head -1 "$work/ours")" >&2
    exit 1
  }
  case " $program " in
    *' fread '*)
      Rscript "$bench/alpha_fast.R" "$file" 2>/dev/null | sed 's/.*alpha=/alpha=/' >"$work/theirs"
      paste -d' ' "$work/ours" "$work/theirs" | awk 'function far(a, b) { return a - b > 2e-12 || b - a > 2e-12 }
        NR == 1 { split($1, a, "="); split($2, b, "="); if (far(a[2], b[2])) exit 1; next }
        { if ($1 != $4 || far($2, $5) || far($3, $6)) exit 1 }' || {
        echo "numbers of $rows rows differ from R" >&2
        exit 1
      }
      ;;
  esac
  for tool in $program; do
    best=
    i=0
    while [ $i -lt "$repeats" ]; do
      TOOL=$tool /usr/bin/time -o "$work/time" -f '%e %U %S %M' sh "$0" "$1" "$work" "$repeats" "$file" >/dev/null 2>&1
      best=$( (
        echo "$best"
        cat "$work/time"
      ) | awk 'NF == 4 { if (n++ == 0 || $1 < w) w = $1; c = $2 + $3; if (n == 1 || c < least) least = c; if (n == 1 || $4 < m) m = $4 } NF == 3 { n++; w = $1; least = $2; m = $3 } END { print w, least, m }')
      i=$((i + 1))
    done
    echo "$tool $rows $best" | tee -a "$work/figures" | awk '{ printf "%-9s %9d %8.2f %8.2f %8.0f\n", $1, $2, $3, $4, $5 / 1024 }'
  done
done
echo "ratios at 1,000,000 rows (this program / the other):"
awk '$2 == 1000000 { w[$1] = $3; c[$1] = $4; m[$1] = $5 }
  $1 == "minsheng" && $2 == 10000 { small = $5 }
  END { for (tool in w) if (tool != "minsheng") printf "  %-6s wall 1/%.1f  CPU 1/%.1f  memory 1/%.1f\n", tool, w[tool] / w["minsheng"], c[tool] / c["minsheng"], m[tool] / m["minsheng"]
    printf "  peak at 1,000,000 rows is %+.1f MB beside 10,000 rows\n", (m["minsheng"] - small) / 1024 }' "$work/figures"
