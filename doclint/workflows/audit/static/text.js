"use strict";
// Text of pages as nodes, never as markup; characters that steer the line are shown, not obeyed.
audit.controls = /([\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff])/;

audit.element = function (name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) if (value !== false) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
};

audit.text = function (text) {
  const nodes = document.createDocumentFragment();
  text.split(audit.controls).forEach((part, at) => {
    if (at % 2) {
      const code = part.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
      nodes.append(audit.element("span", {class: "control"}, `U+${code}`));
    } else if (part) nodes.append(part);
  });
  return nodes;
};

audit.bdi = (text, language) => audit.element("bdi", language ? {lang: language} : {}, audit.text(text));

audit.side = function (side, language) {
  const {text, start, end} = side;
  const marked = end > start ? audit.element("mark", {}, audit.text(text.slice(start, end))) : "";
  return audit.element("p", {dir: "auto", lang: language, class: "side"}, audit.text(text.slice(0, start)), marked,
    audit.text(text.slice(end)));
};

audit.count = (number, word) => `${number.toLocaleString("en")} ${word}${number === 1 ? "" : "s"}`;
