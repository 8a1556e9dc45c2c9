import type { Library } from './libraries.ts';

/** The part of a portal around its table. */
const AROUND = `<header class="portal-head"><b>商户服务平台</b> <span>沪上鲜果店</span></header>
<main><h2>交易明细</h2><div class="filter"><label>交易日期 <input type="text" value="2026-10-01"> 至 <input type="text" value="2026-10-31"></label> <button type="button">查询</button> <button type="button">导出</button></div>
<div id="app"></div></main>`;

const STYLE = 'body{margin:0;font-size:14px}main{padding:16px}.filter{margin-bottom:12px}';

/** What libraries ask of their page. Chance is the same each time, so that the same page is drawn. */
const GIVEN = `<script>window.process = { env: { NODE_ENV: 'production' } };
let chance = 7; Math.random = () => (chance = (chance * 48271) % 2147483647) / 2147483647;</script>`;

/** The page in which a library draws. */
export const shell = (styles: readonly string[], scripts: readonly string[]): string => `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>交易明细</title>
${styles.map((path) => `<link rel="stylesheet" href="${path}">`).join('\n')}
<style>${STYLE}</style></head><body>${AROUND}
${GIVEN}
${scripts.map((path) => `<script src="${path}"></script>`).join('\n')}
</body></html>`;

/** The drawn page as it is kept. */
export function standing(
  library: Library,
  drawn: { css: string; body: string; bodyAttributes: string; rootAttributes: string },
): string {
  const root = drawn.rootAttributes === '' ? '' : ` ${drawn.rootAttributes}`;
  const body = drawn.bodyAttributes === '' ? '' : ` ${drawn.bodyAttributes}`;
  return `<!DOCTYPE html>
<!-- Drawn by ${library.name} ${library.version} (${library.licence}); npm run render:pages -->
<html lang="zh-CN"${root}><head><meta charset="utf-8"><title>交易明细</title>
<style>
${drawn.css.replaceAll('</', '<\\/')}
</style></head><body${body}>${drawn.body.replace(/\n\s*\n/g, '\n').trim()}</body></html>
`;
}
