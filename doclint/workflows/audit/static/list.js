"use strict";
// The list of causes or of findings: Tabulator sorts, filters and draws only the rows that are seen.
audit.tables = {};
audit.mostPrinted = 500;

audit.columns = function (kind) {
  const bdi = (name, language) => (cell) => {
    const row = cell.getData();
    return row[name] === null ? "" : audit.bdi(String(row[name]), language && row.locale);
  };
  const rank = (names) => (a, b) => names.indexOf(a) - names.indexOf(b);
  // the higher `responsive`, the sooner a column makes room
  const verdict = {title: "Verdict", field: "verdict", width: 92, responsive: 0, visible: audit.isJudged(),
    sorter: (a, b, one, other) => audit.verdictName(one.getData()).localeCompare(audit.verdictName(other.getData())),
    formatter: (cell) => audit.verdictName(cell.getData())};
  const severity = {title: "Severity", field: "severity", width: 84, responsive: 3, sorter: rank(audit.severities),
    formatter: (cell) => audit.element("span", {class: cell.getValue()}, cell.getValue())};
  const words = [{title: "Expected", field: "expected", minWidth: 104, widthGrow: 2, responsive: 0, formatter: bdi("expected")},
    {title: "Found", field: "found", minWidth: 104, widthGrow: 2, responsive: 0, formatter: bdi("found", true)}];
  const locale = {title: "Locale", field: "locale", width: 72, responsive: 4};
  const meaning = {title: "Meaning", field: "meaning", width: 104, responsive: 3,
    formatter: (cell) => [cell.getValue()].flat().join(", ")};
  const damage = {title: "Damage", field: "damage", width: 136, responsive: 5};
  if (kind === "causes") {
    const number = {hozAlign: "right", headerHozAlign: "right", headerSortStartingDir: "desc",
      formatter: (cell) => cell.getValue().toLocaleString("en")};
    return [{title: "Places", field: "places", width: 74, responsive: 0, ...number},
      {title: "Pages", field: "pages", width: 70, responsive: 6, ...number}, severity, verdict, locale, ...words, meaning, damage];
  }
  // the name first: the end of a long path tells more than its beginning, and is cut off
  const place = (cell) => {
    const {path, line} = cell.getData(), at = path.lastIndexOf("/") + 1;
    return audit.element("span", {}, audit.bdi(`${path.slice(at)}:${line}`), " ", audit.bdi(path.slice(0, at)));
  };
  return [severity, verdict, locale, ...words, meaning, damage,
    {title: "Page", field: "path", minWidth: 104, widthGrow: 3, responsive: 1, formatter: place}];
};

audit.verdictName = function (row) {
  const known = audit.verdictOf(row);
  return known ? audit.verdictNames[known.verdict] : "";
};

audit.showTable = async function (kind) {
  await audit.ready(kind === "findings");
  if (audit.kind === kind) return audit.tables[kind];
  audit.kind = kind;
  if (audit.table) audit.table.destroy();
  const table = audit.table = new Tabulator("#table", {
    data: kind === "causes" ? audit.causeRows : audit.findingRows, index: "n", columns: audit.columns(kind),
    layout: "fitColumns", responsiveLayout: "hide", height: "100%", rowHeight: 30, selectableRows: 1, selectableRowsRangeMode: "click",
    reactiveData: false, placeholder: "Nothing is left", columnHeaderSortMulti: true,
    printAsHtml: true, printStyled: false, printRowRange: () => audit.table.getRows("active").slice(0, audit.mostPrinted),
  });
  audit.tables[kind] = new Promise((done) => table.on("tableBuilt", () => done(table)));
  table.on("rowClick", (event, row) => { location.hash = audit.linkTo(row.getData()); });
  table.on("dataFiltered", (filters, rows) => audit.showCount(rows.length));
  table.on("rowSelected", (row) => row.getElement().setAttribute("aria-selected", "true"));
  table.on("rowDeselected", (row) => row.getElement().removeAttribute("aria-selected"));
  const built = await audit.tables[kind];
  audit.nameParts(built);
  return built;
};

// What a screen reader and the keyboard need besides: names, rows within the grid, headers that sort by key.
audit.nameParts = function (table) {
  const grid = table.element, holder = grid.querySelector(".tabulator-tableholder");
  grid.setAttribute("aria-label", audit.kind);
  grid.removeAttribute("aria-owns");
  holder.setAttribute("role", "rowgroup");
  holder.setAttribute("aria-label", `${audit.kind}, arrow keys move`);
  holder.firstElementChild.removeAttribute("role");
  for (const header of grid.querySelectorAll(".tabulator-col")) {
    header.tabIndex = 0;
    header.addEventListener("keydown", (event) => { if (event.key === "Enter") { header.click(); event.stopPropagation(); } });
  }
};

// On paper the list is as it is sorted and filtered, as far as anybody reads on.
window.addEventListener("beforeprint", () => {
  const number = audit.table ? audit.table.getDataCount("active") : 0, all = number.toLocaleString("en");
  document.getElementById("printed").textContent =
    number > audit.mostPrinted ? `The first ${audit.mostPrinted} of ${all} ${audit.kind}` : `${all} ${audit.kind}`;
});

audit.showCount = function (number) {
  const all = audit.kind === "causes" ? audit.causeRows.length : audit.findingRows.length;
  document.getElementById("shown").textContent =
    `${number.toLocaleString("en")} of ${audit.count(all, audit.kind.slice(0, -1))}`;
};

// The selects of the form, by the values that there are.
audit.fillFilters = function () {
  const form = document.getElementById("filters");
  const seen = (name) => [...new Set(audit.causeRows.flatMap((cause) => cause[name]))].filter(Boolean).sort();
  const choices = {severity: audit.severities, route: audit.routes, locale: seen("locale"), damage: seen("damage"), meaning: audit.meanings,
    rule: audit.rules.toSorted ? audit.rules.toSorted() : [...audit.rules].sort(), verdict: ["none", "real", "false", "house"]};
  for (const [name, values] of Object.entries(choices)) {
    const named = (value) => audit.routeNames[value] || audit.verdictNames[value] || value;
    form.elements[name].replaceChildren(audit.element("option", {value: ""}, "all"),
      ...values.map((value) => audit.element("option", {value}, named(value))));
  }
};

audit.passes = function (wanted) {
  const {verdict, q, ...plain} = wanted, names = Object.keys(plain), text = (q || "").toLowerCase();
  const holds = (row) => [row.expected, row.found, row.path, row.fingerprint, String(row.rule), row.id]
    .some((value) => value && value.toLowerCase().includes(text));
  return (row) => names.every((name) => Array.isArray(row[name]) ? row[name].includes(plain[name]) : row[name] === plain[name])
    && (!verdict || ((audit.verdictOf(row) || {verdict: "none"}).verdict === verdict)) && (!text || holds(row));
};

audit.filter = function (table, wanted) {
  if (Object.keys(wanted).length) table.setFilter(audit.passes(wanted));
  else { table.clearFilter(); audit.showCount(table.getDataCount()); }
};

// The row that is shown, and the way to its neighbours as the list is sorted and filtered.
audit.select = async function (table, row) {
  table.deselectRow();
  const shown = table.getRow(row.n);
  if (!shown) return;
  shown.select();
  if (table.getRows("visible").includes(shown)) return;
  await table.scrollToRow(row.n, "center", false).catch(() => { /* filtered out */ });
};

audit.toList = () => document.querySelector("#table .tabulator-tableholder").focus();

audit.step = function (by) {
  const rows = audit.table.getRows("active");
  if (!rows.length) return;
  const at = audit.detailOf ? rows.findIndex((row) => row.getData().n === audit.detailOf.n) : -1;
  const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1);
  location.hash = audit.linkTo(rows[next].getData());
};
