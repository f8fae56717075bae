#!/bin/sh
# survey.sh REFERENCE [WORK] [REPEATS]
# Raking to three margins, 20 weighted means and 60 Rao-Scott cross tables: this program beside R's survey package (weights taken as
# fixed; aware of the raking), closed-form base R in one pass, and plain Java that only reads and adds (the lower bound), on the same
# files, each in its own process with its start. Results must be equal before times count. CPU is user and system time, memory the
# peak resident size, both by GNU time; of several runs the best counts. What takes R minutes is run once, and stopped after LIMIT
# seconds: its row then ends with "stopped", its figures are those until then, and its numbers are not compared.
set -eu
bench=${1:?folder of reference data, with sampling/bench/Gen.java}/sampling/bench
work=${2:-target/bench-survey}
repeats=${3:-3}
limit=${LIMIT:-600}
home=$(cd "$(dirname "$0")/../../.." && pwd)
[ -f "$bench/Gen.java" ] || {
  echo "no $bench/Gen.java: name the folder of reference data, REFERENCE=DIR" >&2
  exit 3
}
bench=$(cd "$bench" && pwd)
mkdir -p "$work"
cd "$work"

ours() { # file
  MINSHENG_NO_BUILD=1 MINSHENG_JAVA_OPTS=-Xmx64m "$home/bin/minsheng" stats tables --data "$1" --definition definition.json \
    --margins margins/margins.yaml
}
run() { # tool file
  case $1 in
    minsheng) ours "$2" ;;
    fixed | aware) timeout "$limit" Rscript "$bench/bench_survey.R" "$2" "$([ "$1" = fixed ] && echo fixed || echo full)" ;;
    onepass) Rscript "$bench/bench_fast.R" "$2" ;;
    floor) java -Xmx1g -cp floor Floor "$2" ;;
  esac
}

if [ "${TOOL:-}" ]; then # one run of one tool, under GNU time
  run "$TOOL" "$4"
  exit
fi

program="minsheng floor"
Rscript -e 'library(survey); library(data.table)' >/dev/null 2>&1 && program="minsheng floor onepass fixed aware"

for rows in 10000 100000 1000000; do
  [ -s s$rows.csv ] || java "$bench/Gen.java" $rows 42 s$rows.csv
done
javac -d floor "$bench/Floor.java"
mkdir -p margins
{
  echo 'margins:'
  for variable in sex age district; do
    echo "  - {variable: $variable, file: $variable.csv, source: Gen.java, asOf: 2026-01-01}"
    awk -F, -v v=$variable 'BEGIN { print "code,n" } $1 == v { print $2 "," $3 }' s10000.csv.margins.csv >margins/$variable.csv
  done
} >margins/margins.yaml
awk 'BEGIN { printf "{\"min\": 1, \"max\": 5, \"items\": ["; for (i = 1; i <= 20; i++) printf "%s\"q%d\"", (i > 1 ? ", " : ""), i; print "]}" }' \
  >definition.json

# item,by,F,ndf,ddf of the tables and item,mean,se of the items, as R writes them; $1 is the kind of error
plain() {
  awk -v kind="$1" 'function value(s) { sub(/.*: /, "", s); sub(/,$/, "", s); gsub(/"/, "", s); return s }
    /"means"/ { part = "m" } /"tables"/ { part = "t" }
    /"item":/ { item = value($0); inner = 0 } /"by":/ { by = value($0) }
    part == "m" && /"mean":/ { mean = value($0) }
    part == "m" && kind == "aware" && /"se":/ { print item "," mean "," value($0) }
    part == "m" && kind == "fixed" && /"se_fixed_weights":/ { print item "," mean "," value($0) }
    /"fixed_weights":/ { inner = 1 } /"empty_cells":/ { inner = 0 }
    part == "t" && inner == (kind == "fixed") && /"f":/ { f = value($0) }
    part == "t" && inner == (kind == "fixed") && /"ndf":/ { ndf = value($0) }
    part == "t" && inner == (kind == "fixed") && /"ddf":/ { print item "," by "," f "," ndf "," value($0) }'
}

# fails when a number that both have differs by more than a billionth part
same() { # ours theirs
  tr -d '"' <"$2" | awk -F, -v file="$1" 'function far(a, b) { return a == "null" ? 0 : (a - b > 1e-9 * (b < 0 ? -b : b) || b - a > 1e-9 * (b < 0 ? -b : b)) }
    BEGIN { while ((getline line < file) > 0) { n = split(line, a, ","); key = n == 3 ? a[1] : a[1] "," a[2]; mine[key] = line } }
    FNR > 1 { key = $2 ~ /^(sex|age|district)$/ ? $1 "," $2 : $1; if (!(key in mine)) exit 1
      n = split(mine[key], a, ","); from = n == 3 ? 2 : 3
      for (i = from; i <= n; i++) if ($i != "" && $i != "NA") { compared++; if (far(a[i], $i)) { print key, a[i], $i > "/dev/stderr"; exit 1 } } }
    END { if (compared < 40) exit 1 }'
}

check() { # rows tool(suffix of R) kind
  stem=s$1.$2
  [ -s "$stem.result.csv" ] || return 0
  ours s$1.csv | plain "$3" >ours.csv
  awk -F, 'NF == 5' ours.csv >ours.tables
  awk -F, 'NF == 3' ours.csv >ours.means
  if same ours.tables "$stem.result.csv" && same ours.means "$stem.means.csv"; then
    echo "equal to R ($2), $1 rows: $(awk -F, 'NR > 1 && $3 != "" && $3 != "NA"' "$stem.result.csv" | wc -l) tables, 20 means"
  else
    echo "numbers of $1 rows differ from R ($2)" >&2
    exit 1
  fi
}

"$home/bin/minsheng" --version >/dev/null # builds when needed
echo "machine: $(nproc) processors, $(awk '/MemTotal/ { printf "%.0f GB", $2 / 1048576 }' /proc/meminfo); load $(cut -d' ' -f1 /proc/loadavg)"
printf '%-9s %9s %8s %8s %8s\n' tool rows wall_s cpu_s peak_MB
: >figures
for rows in 10000 100000 1000000; do
  for tool in $program; do
    case $tool.$rows in fixed.1000000 | aware.10000 | aware.1000000) continue ;; esac
    times=$repeats
    case $tool in fixed | aware) [ $rows -gt 10000 ] && times=1 ;; esac
    : >times
    i=0
    while [ $i -lt "$times" ]; do
      TOOL=$tool /usr/bin/time -o time -f '%e %U %S %M' sh "$home/src/bench/sh/survey.sh" "$1" . "$repeats" s$rows.csv >/dev/null 2>&1 ||
        [ $? = 124 ] # stopped at the limit
      cat time >>times
      i=$((i + 1))
    done
    stopped=
    grep -q 'status 124' times && stopped=stopped
    awk -v tool=$tool -v rows=$rows -v stopped=$stopped 'NF == 4 { c = $2 + $3; if (!n++ || $1 < w) w = $1; if (n == 1 || c < least) least = c; if (n == 1 || $4 < m) m = $4 }
      END { print tool, rows, w, least, m, stopped }' times | tee -a figures |
      awk '{ printf "%-9s %9d %8.2f %8.2f %8.0f %s\n", $1, $2, $3, $4, $5 / 1024, $6 }'
  done
  check $rows fast fixed
  check $rows fixed fixed
  grep -q "^aware $rows .* stopped" figures || check $rows full aware
done
awk '{ w[$1, $2] = $3; c[$1, $2] = $4; m[$1, $2] = $5; if (NF > 5) stopped[$1, $2] = 1 }
  function ratio(tool, rows) { if ((tool, rows) in w) printf "  %-8s %8d rows: wall 1/%.1f  CPU 1/%.1f  memory 1/%.1f%s\n", tool, rows,
      w[tool, rows] / w["minsheng", rows], c[tool, rows] / c["minsheng", rows], m[tool, rows] / m["minsheng", rows],
      (tool, rows) in stopped ? " or less: it was stopped" : "" }
  END { print "this program / the other:"; ratio("fixed", 10000); ratio("fixed", 100000); ratio("aware", 100000); ratio("onepass", 1000000)
    printf "  wall time at 1,000,000 rows is %.2f times the lower bound\n", w["minsheng", 1000000] / w["floor", 1000000]
    printf "  peak at 1,000,000 rows is %+.1f MB beside 10,000 rows\n", (m["minsheng", 1000000] - m["minsheng", 10000]) / 1024 }' figures
