/*
 * Runs in the page: answers the drawn page as standing HTML, without scripts, with the rules of style that decide what can be seen.
 * Of each rule that applies to an element of the page only the declarations of KEPT stay, and of the custom properties those that they need.
 */
window.freeze = () => {
  const KEPT =
    /^(display|visibility|opacity|position|float|clear|content|content-visibility|overflow(-[xy])?|width|height|(min|max)-(width|height)|top|right|bottom|left|inset.*|z-index|transform|clip(-path)?|white-space|text-overflow|text-indent|font-size|line-height|table-layout|border-collapse|box-sizing|flex.*|order|grid.*|align-.*|justify-.*|vertical-align|margin.*|padding.*|border(?!-(radius|color|image)).*|font.*|letter-spacing|word-.*|overflow-wrap|text-align|direction|(row-|column-)?gap|(-webkit-)?appearance|border-spacing|aspect-ratio|text-transform)$/;

  const split = (text, at) => {
    const parts = [];
    let depth = 0;
    let quote = '';
    let from = 0;
    for (let i = 0; i < text.length; i += 1) {
      const c = text[i];
      if (quote !== '') {
        if (c === '\\') i += 1;
        else if (c === quote) quote = '';
      } else if (c === '"' || c === "'") quote = c;
      else if (c === '(' || c === '[') depth += 1;
      else if (c === ')' || c === ']') depth -= 1;
      else if (c === at && depth === 0) {
        parts.push(text.slice(from, i));
        from = i + 1;
      }
    }
    parts.push(text.slice(from));
    return parts.map((part) => part.trim()).filter((part) => part !== '');
  };

  const applies = (selector) => {
    if (/::-|::selection|:hover|:focus|:active/.test(selector.replace(/:not\([^)]*\)/g, ''))) return false;
    const bare = selector.replace(/::?(before|after|placeholder|marker|first-letter|first-line)\b/g, '');
    try {
      return document.querySelector(bare.replace(/(^|[\s>+~])$/, '$1*')) !== null;
    } catch {
      return false;
    }
  };

  const rules = [];
  const collect = (list) => {
    for (const rule of list) {
      if (rule instanceof CSSStyleRule) {
        const selectors = split(rule.selectorText, ',').filter(applies);
        if (selectors.length === 0) continue;
        const declared = split(rule.style.cssText, ';').map((one) => {
          const colon = one.indexOf(':');
          return [one.slice(0, colon).trim(), one.slice(colon + 1).trim()];
        });
        rules.push({ selector: selectors.join(','), declared });
      } else if (rule instanceof CSSMediaRule) {
        if (matchMedia(rule.conditionText).matches) collect(rule.cssRules);
      } else if (rule instanceof CSSSupportsRule) {
        if (CSS.supports(rule.conditionText)) collect(rule.cssRules);
      } else if (rule.cssRules !== undefined && !(rule instanceof CSSKeyframesRule)) collect(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets) collect(sheet.cssRules);
  for (const sheet of document.adoptedStyleSheets) collect(sheet.cssRules);

  const needed = new Set();
  const note = (value) => {
    for (const found of value.matchAll(/var\(\s*(--[\w-]+)/g)) needed.add(found[1]);
  };
  for (const { declared } of rules) for (const [name, value] of declared) if (KEPT.test(name)) note(value);
  for (const el of document.querySelectorAll('[style]')) note(el.getAttribute('style'));
  for (let before = -1; before !== needed.size; ) {
    before = needed.size;
    for (const { declared } of rules) for (const [name, value] of declared) if (needed.has(name)) note(value);
  }
  const css = rules
    .map(({ selector, declared }) => {
      const kept = declared.filter(([name, value]) => (KEPT.test(name) || needed.has(name)) && !/url\(/.test(value));
      return kept.length === 0 ? '' : `${selector}{${kept.map(([name, value]) => `${name}:${value}`).join(';')}}`;
    })
    .filter((rule) => rule !== '')
    .join('\n');

  for (const el of document.querySelectorAll('input, textarea, option')) {
    if (el instanceof HTMLOptionElement) el.toggleAttribute('selected', el.selected);
    else if (el instanceof HTMLTextAreaElement) el.textContent = el.value;
    else if (el.type === 'checkbox' || el.type === 'radio') el.toggleAttribute('checked', el.checked);
    else el.setAttribute('value', el.value);
  }
  const body = document.body.cloneNode(true);
  for (const el of body.querySelectorAll('script, style, link, noscript, template')) el.remove();
  for (const svg of body.querySelectorAll('svg')) svg.replaceChildren();
  for (const el of body.querySelectorAll('*')) {
    for (const { name, value } of [...el.attributes]) {
      if (/^on/.test(name)) el.setAttribute(name, '');
      else if (/^(src|srcset)$/.test(name)) el.removeAttribute(name);
      else if (/^data-(original|tip)|^data-v-app$/.test(name) && value.length > 200) el.removeAttribute(name);
    }
  }
  const attributes = (el) =>
    [...el.attributes]
      .filter(({ name }) => name !== 'lang')
      .map(({ name, value }) => `${name}="${value.replaceAll('"', '&quot;')}"`)
      .join(' ');
  return {
    css,
    body: body.innerHTML,
    bodyAttributes: attributes(document.body),
    rootAttributes: attributes(document.documentElement),
  };
};

const CELLS =
  'td, th, [role=gridcell], [role=cell], [role=columnheader], .ant-table-cell, .el-table-v2__row-cell, [class=cell]';

/* Where the cells stand and how much is shown, to compare the standing page with the drawn one. */
window.sight = () => ({
  shown: [...document.body.querySelectorAll('td, th, [role=gridcell], [role=columnheader], li, button, a')].filter(
    (el) => el.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
  ).length,
  places: [...document.body.querySelectorAll(CELLS)].map((el) => {
    const { x, y, width, height } = el.getBoundingClientRect();
    return [x, y, width, height];
  }),
});
