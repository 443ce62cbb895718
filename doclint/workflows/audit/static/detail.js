"use strict";
// The pane beside the list: a cause with its places, or one finding; both sides of each with the damaged word marked.
audit.placesAtOnce = 20;

audit.showDetail = async function (row) {
  const pane = document.getElementById("detail");
  audit.detailOf = row;
  const content = audit.kindOf(row) === "cause" ? await audit.causeDetail(row) : await audit.findingDetail(row);
  if (audit.detailOf !== row) return;
  pane.replaceChildren(audit.element("button", {type: "button", class: "back"}, "Back to the list"), content);
  pane.scrollTop = 0;
};

audit.title = function (row) {
  const {element, bdi} = audit;
  if (row.expected === null) return element("h2", {dir: "ltr"}, audit.text(row.found));
  return element("h2", {}, element("del", {}, bdi(row.found, row.locale)), " should be ", element("ins", {}, bdi(row.expected)));
};

audit.causeDetail = async function (cause) {
  const {element, count} = audit;
  const where = audit.routes.filter((name, at) => cause.routes[at])
    .map((name) => `${cause.routes[audit.routes.indexOf(name)].toLocaleString("en")} ${audit.routeNames[name]}`);
  const facts = [cause.severity, cause.meaning.join(", "), cause.damage, cause.locale, `${count(cause.places, "place")} on ${count(cause.pages, "page")}`,
    ...where, cause.rule.join(", ")].filter(Boolean);
  const list = element("div", {class: "places"}), more = element("button", {type: "button"});
  let shown = 0;
  const next = async () => {
    const end = Math.min(shown + audit.placesAtOnce, cause.places), cards = [];
    for (; shown < end; shown++) cards.push(audit.card(await audit.whole(cause.first + shown), true));
    list.append(...cards);
    more.textContent = `Show more, ${(cause.places - shown).toLocaleString("en")} left`;
    more.hidden = shown === cause.places;
  };
  more.addEventListener("click", next);
  await next();
  return element("div", {}, audit.title(cause), element("p", {class: "facts"}, facts.join(" · ")),
    audit.judging(cause, cause.places === 1 ? "this place" : `all ${count(cause.places, "place")}`), list, more);
};

audit.findingDetail = async function (row) {
  const {element} = audit, finding = await audit.whole(row.n);
  const facts = [finding.severity, finding.meaning, `${finding.confidence} confidence`, finding.damage, finding.locale,
    audit.routeNames[finding.route], finding.rule].filter(Boolean);
  return element("div", {}, audit.title(finding), element("p", {class: "facts"}, facts.join(" · ")),
    audit.judging(row, "this place"), audit.card(finding, false),
    element("p", {}, element("a", {href: `#cause=${row.cause.id}`}, `The cause, ${audit.count(row.cause.places, "place")}`)));
};

audit.card = function (finding, isLink) {
  const {element, bdi} = audit;
  const place = `${finding.path}:${finding.line}`;
  const heading = element("h3", {}, isLink ? element("a", {href: audit.linkTo(finding)}, bdi(place)) : bdi(place));
  const sides = element("div", {class: "sides"},
    element("div", {}, element("h4", {}, "Source"), audit.side(finding.source, document.documentElement.dataset.sourceLocale)),
    element("div", {}, element("h4", {}, "Target"), audit.side(finding.target, finding.locale)));
  const from = finding.sourcePath && `${finding.sourcePath}:${finding.sourceLine}` +
    (finding.revision ? ` at ${finding.revision.slice(0, 12)}` : "");
  const lines = [["Message", finding.message, "ltr"], ["Why", finding.evidence, "ltr"], ["Source", from && `${from}, ${finding.trust}`],
    ["Page", finding.meta.join(", ")], ["Fingerprint", finding.fingerprint]];
  const facts = element("dl", {});
  for (const [name, value, direction] of lines) {
    if (value) facts.append(element("dt", {}, name), element("dd", {}, element("bdi", {dir: direction || "auto"}, audit.text(value))));
  }
  if (/^https?:/.test(finding.address)) {
    facts.append(element("dt", {}, "Published"), element("dd", {},
      element("a", {href: finding.address, rel: "noreferrer noopener", target: "_blank"}, bdi(finding.address))));
  }
  return element("section", {class: "card"}, heading, sides, facts);
};

audit.judging = function (row, what) {
  const {element} = audit, box = element("fieldset", {class: "judging"}, element("legend", {}, `Verdict on ${what}`));
  const known = audit.ownVerdict(row);
  for (const [verdict, name] of Object.entries(audit.verdictNames)) {
    const button = element("button", {type: "button", "data-verdict": verdict, "aria-keyshortcuts": verdict[0],
      "aria-pressed": String(Boolean(known && known.verdict === verdict))}, name, " ", element("kbd", {}, verdict[0]));
    button.addEventListener("click", () => audit.judgeShown(verdict));
    box.append(button);
  }
  const reason = element("input", {type: "text", value: known ? known.reason : "", placeholder: "reason"});
  reason.addEventListener("change", () => {
    const now = audit.ownVerdict(row);
    if (now) audit.judge(row, now.verdict, {reason: reason.value});
  });
  box.append(element("label", {}, "Reason ", reason));
  if (audit.kindOf(row) === "cause" && row.found) {
    const repair = element("input", {type: "text", value: (known && known.repair) || "", placeholder: "what should stand there"});
    repair.addEventListener("change", () => audit.repairShown(row, repair.value));
    box.append(element("label", {title: "doclint fix --from verdicts.json puts it into all places"}, "Repair as ", repair));
  }
  return box;
};

audit.linkTo = function (row) {
  if (audit.kindOf(row) === "cause") return `#cause=${row.id}`;
  const isAlone = audit.withFingerprint(row.fingerprint).length === 1;
  return `#${new URLSearchParams(isAlone ? {finding: row.fingerprint} : {finding: row.fingerprint, path: row.path})}`;
};
