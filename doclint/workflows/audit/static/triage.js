"use strict";
// Verdicts of a person: on a finding, or on a cause and so on all its findings that have none of their own.
audit.verdictNames = {real: "real", false: "false", house: "house style"};
audit.storeName = `doclint-audit ${location.pathname}`;
audit.verdicts = {cause: {}, finding: {}};
try {
  const kept = JSON.parse(localStorage.getItem(audit.storeName));
  if (kept && kept.cause && kept.finding) audit.verdicts = kept;
} catch { /* not allowed from disk everywhere: then verdicts last as long as the page */ }

audit.keyOf = (row) => row.fingerprint === undefined ? row.id : `${row.fingerprint} ${row.path}`;
audit.kindOf = (row) => row.fingerprint === undefined ? "cause" : "finding";
audit.ownVerdict = (row) => audit.verdicts[audit.kindOf(row)][audit.keyOf(row)];
audit.verdictOf = (row) => audit.ownVerdict(row) || (row.cause && audit.verdicts.cause[row.cause.id]);

audit.isJudged = () => Object.values(audit.verdicts).some((all) => Object.keys(all).length > 0);

audit.judge = function (row, verdict, more) {
  const known = audit.ownVerdict(row), all = audit.verdicts[audit.kindOf(row)];
  if (more === undefined && known && known.verdict === verdict) delete all[audit.keyOf(row)];
  else all[audit.keyOf(row)] = {reason: "", ...known, ...more, verdict};
  try { localStorage.setItem(audit.storeName, JSON.stringify(audit.verdicts)); } catch { /* see above */ }
  audit.showVerdicts();
};

audit.showVerdicts = function () {
  const causes = Object.keys(audit.verdicts.cause).length, findings = Object.keys(audit.verdicts.finding).length;
  document.getElementById("export").disabled = !(causes + findings);
  document.getElementById("verdicts").textContent =
    causes + findings ? `${audit.count(causes, "cause")}, ${audit.count(findings, "finding")} judged` : "";
};

// What `doclint accept --from` reads, and `doclint fix --from` where it says what is to stand there.
audit.exported = async function () {
  await audit.ready(true);
  const chosen = [];
  const judged = new Set(Object.keys(audit.verdicts.finding).map((key) => key.slice(0, key.indexOf(" "))));
  for (const cause of audit.causeRows) {
    const whole = audit.verdicts.cause[cause.id];
    if (!whole && !judged.size) continue;
    for (let n = cause.first; n < cause.first + cause.places; n++) {
      const row = audit.findingRows[n];
      const verdict = (judged.has(row.fingerprint) && audit.ownVerdict(row)) || whole;
      if (verdict) chosen.push([n, verdict]);
    }
  }
  const rows = [];
  for (const [n, {verdict, reason, repair}] of chosen) {
    const {fingerprint, expected, found, locale, rule, path} = await audit.whole(n);
    rows.push({fingerprint, verdict, reason, expected, found, locale: locale || null, rule, path,
      ...(verdict === "real" && repair ? {repair} : {})});
  }
  return rows;
};

audit.download = async function () {
  const text = JSON.stringify(await audit.exported(), null, 1) + "\n";
  const link = audit.element("a", {download: "verdicts.json",
    href: URL.createObjectURL(new Blob([text], {type: "application/json"}))});
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
};
