"use strict";
// The data, loaded by script tags: from file:// browsers block fetch and modules.
var audit = {severities: ["error", "warning", "note"], confidences: ["high", "medium", "low"],
  routes: ["here", "english", "vendor", "decide"],
  routeNames: {here: "fixable with doclint fix", english: "preventable in the English", vendor: "for the translation vendor", decide: "for a person to decide"},
  meanings: ["damaged", "needs review"], chunkSize: 400, rules: [], causeRows: [], findingRows: [], chunks: new Map(), loading: new Map()};

audit.load = function (name) {
  if (!audit.loading.has(name)) {
    audit.loading.set(name, new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = `data/${name}.js`;
      script.onload = done;
      script.onerror = () => { audit.loading.delete(name); failed(new Error(`data/${name}.js is missing`)); };
      document.head.append(script);
    }));
  }
  return audit.loading.get(name);
};

audit.causes = function (rules, rows) {
  let first = 0;
  audit.rules = rules;
  audit.causeById = new Map();
  audit.causeRows = rows.map((row, n) => {
    const [id, locale, expected, found, damage, places, pages, severity, routes, seen, meanings] = row;
    const cause = {n, id, locale, expected, found, damage, places, pages, first, severity: audit.severities[severity],
      routes, route: audit.routes.filter((name, at) => routes[at]), rule: seen.map((at) => rules[at]),
      meaning: meanings.map((at) => audit.meanings[at])};
    first += places;
    audit.causeById.set(id, cause);
    return cause;
  });
};

audit.findings = function (pages, index) {
  audit.findingRows = new Array(index.page.length);
  for (const cause of audit.causeRows) {
    for (let n = cause.first; n < cause.first + cause.places; n++) {
      const kind = index.kind[n], fingerprint = index.fingerprint[n];
      audit.findingRows[n] = {n, cause, locale: cause.locale, expected: cause.expected, found: cause.found,
        damage: cause.damage, path: pages[index.page[n]], line: index.line[n], rule: audit.rules[index.rule[n]],
        severity: audit.severities[kind % 3], confidence: audit.confidences[Math.floor(kind / 3) % 3],
        route: audit.routes[Math.floor(kind / 9) % 4], meaning: audit.meanings[Math.floor(kind / 36)], fingerprint};
    }
  }
};

// The numbers of the findings that share a place in the English: several locales may be damaged there.
audit.withFingerprint = function (fingerprint) {
  if (!audit.byFingerprint) {
    audit.byFingerprint = new Map();
    for (const row of audit.findingRows) {
      const known = audit.byFingerprint.get(row.fingerprint);
      if (known) known.push(row.n); else audit.byFingerprint.set(row.fingerprint, [row.n]);
    }
  }
  return audit.byFingerprint.get(fingerprint);
};

audit.chunk = function (number, texts, rows) { audit.chunks.set(number, {texts, rows}); };

audit.ready = async function (withFindings) {
  await audit.load("causes");
  if (withFindings) await audit.load("findings");
};

// A finding with its texts: what the index does not hold comes from its chunk.
audit.whole = async function (n) {
  const number = Math.floor(n / audit.chunkSize);
  await audit.ready(true);
  await audit.load(`chunk-${number}`);
  const {texts, rows} = audit.chunks.get(number);
  const [target, targetStart, targetEnd, source, sourceStart, sourceEnd, found, expected, message, evidence, trust,
    sourceHead, sourceTail, revision, sourceLine, column, addressHead, addressTail, meta] = rows[n % audit.chunkSize];
  const {path} = audit.findingRows[n], stem = path.slice(0, Math.max(path.lastIndexOf("."), 0));
  return {...audit.findingRows[n], target: {text: texts[target], start: targetStart, end: targetEnd},
    source: {text: texts[source], start: sourceStart, end: sourceEnd}, found: texts[found],
    expected: expected < 0 ? null : texts[expected], message: texts[message], evidence: texts[evidence],
    trust: texts[trust], sourcePath: texts[sourceHead] + path.slice(path.length - sourceTail), revision: texts[revision], sourceLine, column,
    address: texts[addressHead] + stem.slice(stem.length - addressTail), meta: meta.map((at) => texts[at])};
};
