"use strict";
// What the address says after # is what is shown: #view=causes&locale=ja, #cause=ID, #finding=FINGERPRINT.
audit.wantedOf = function (given) {
  const {view, cause, finding, path, ...wanted} = given;
  return wanted;
};

audit.show = async function () {
  const given = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
  const kind = given.cause ? "causes" : given.finding ? "findings" : given.view || "overview";
  const isList = kind === "causes" || kind === "findings";
  document.body.dataset.view = kind;
  for (const name of ["overview", "unchecked"]) document.getElementById(name).hidden = kind !== name;
  document.getElementById("list").hidden = !isList;
  for (const link of document.querySelectorAll("nav a")) {
    if (link.hash === `#view=${kind}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (!isList) return;
  await audit.ready(kind === "findings");
  if (!document.getElementById("filters").elements.severity.length) audit.fillFilters();
  const isOther = audit.kind !== kind, table = await audit.showTable(kind);
  if (given.view || isOther) audit.setFilters(table, audit.wantedOf(given));
  const row = audit.named(given), list = document.getElementById("list");
  const isBack = list.classList.contains("open") && !row && list.contains(document.activeElement);
  list.classList.toggle("open", Boolean(row));
  if (row) {
    await Promise.all([audit.showDetail(row), audit.select(table, row)]);
    if (!audit.isWide()) document.getElementById("detail").focus();
    audit.say(audit.saidOf(row));
  } else {
    if (isBack) audit.toList();
    audit.detailOf = null;
    document.getElementById("detail").replaceChildren(
      audit.element("p", {class: "hint"}, given.cause || given.finding ? "There is no such entry in this audit." : "Choose a row."));
  }
};

audit.named = function (given) {
  if (given.cause) return audit.causeById.get(given.cause);
  const known = (given.finding && audit.withFingerprint(given.finding)) || [];
  return audit.findingRows[known.find((n) => audit.findingRows[n].path === given.path) ?? known[0]];
};

audit.setFilters = function (table, wanted) {
  const form = document.getElementById("filters");
  for (const field of form.elements) if (field.name) field.value = wanted[field.name] || "";
  audit.filter(table, wanted);
};

audit.chosenFilters = function () {
  const form = document.getElementById("filters");
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
};

// In a narrow window list and detail take turns.
audit.isWide = () => document.getElementById("table").offsetParent !== null;

audit.saidOf = function (row) {
  const words = row.expected === null ? row.found : `${row.found} should be ${row.expected}`;
  const at = audit.table.getRowPosition(row.n), place = at ? `${at} of ${audit.table.getDataCount("active")}` : "";
  return [words, row.severity, audit.verdictName(row), place].filter(Boolean).join(", ");
};

audit.say = (text) => { document.getElementById("live").textContent = text; };

audit.judgeShown = function (verdict) {
  const row = audit.detailOf;
  if (!row) return;
  audit.judge(row, verdict);
  audit.showJudged(row);
};

// Whoever says what should stand there says that the damage is real.
audit.repairShown = function (row, repair) {
  audit.judge(row, "real", {repair});
  audit.showJudged(row);
};

audit.showJudged = function (row) {
  const known = audit.ownVerdict(row);
  for (const button of document.querySelectorAll("#detail .judging button")) {
    button.setAttribute("aria-pressed", String(Boolean(known && button.dataset.verdict === known.verdict)));
  }
  const shown = audit.table.getRow(row.n);
  if (shown) shown.reformat();
  if (audit.isJudged()) audit.table.showColumn("verdict");
  audit.say(known ? audit.verdictNames[known.verdict] : "verdict taken back");
};

audit.keys = {j: () => audit.step(1), k: () => audit.step(-1), r: () => audit.judgeShown("real"),
  f: () => audit.judgeShown("false"), h: () => audit.judgeShown("house"),
  Enter: () => document.getElementById("detail").focus(), "/": () => document.getElementById("q").focus(),
  Escape: () => audit.isWide() ? audit.toList() : document.querySelector("#detail .back")?.click()};
audit.arrows = {ArrowDown: audit.keys.j, ArrowUp: audit.keys.k};

document.addEventListener("keydown", (event) => {
  const isTyping = event.target.matches("input, select, textarea");
  if (isTyping && event.key === "Escape") event.target.blur();
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey || document.getElementById("list").hidden) return;
  if (event.key === "Enter" && event.target.matches("a, button, .tabulator-col")) return;
  const act = audit.keys[event.key] || (event.target.matches("#table .tabulator-tableholder") && audit.arrows[event.key]);
  if (act) { act(); event.preventDefault(); }
});
document.getElementById("filters").addEventListener("submit", (event) => event.preventDefault());
document.getElementById("filters").addEventListener("input", () => {
  clearTimeout(audit.typing);
  audit.typing = setTimeout(() => {
    const wanted = audit.chosenFilters();
    history.replaceState(null, "", `#${new URLSearchParams({view: audit.kind, ...wanted})}`);
    audit.filter(audit.table, wanted);
  }, 150);
});
document.getElementById("detail").addEventListener("click", (event) => {
  if (event.target.matches(".back")) location.hash = `#${new URLSearchParams({view: audit.kind, ...audit.chosenFilters()})}`;
});
// The overview as far as the most harmful causes and the charts, which fit on a sheet of paper.
document.getElementById("sheet").addEventListener("click", () => {
  document.documentElement.classList.add("sheet");
  window.print();
});
window.addEventListener("afterprint", () => document.documentElement.classList.remove("sheet"));
document.getElementById("export").addEventListener("click", audit.download);
window.addEventListener("hashchange", audit.show);
audit.showVerdicts();
audit.show();
