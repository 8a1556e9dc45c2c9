import { CURRENCY_CODES } from '#money/amount.ts';
import type { Field } from '#records/provider.ts';
import { ELSEWHERE, unaccented } from './elsewhere.ts';
import { BRACKETED, RULES, TAILS } from './header-rules.ts';
import { plain, remembered, withoutBrackets } from './plain.ts';

/** What a header may mean, surest first. Scores: 100 the field's own name, about 60 a name used for it at times, below 40 a resemblance. */
export interface Candidate {
  readonly field: Field;
  readonly score: number;
}

/** What a title says to screen readers (`Sort by: Date Show Date column actions`), and the names of icons that a font draws, left in its text. */
const withoutTools = (title: string): string =>
  title.replace(
    /^sortby:?|show\S{1,40}columnactions$|(?:arrow_(?:drop_)?(?:up|down)(?:ward)?|unfold_more|swap_vert|filter_list|more_vert)+$/g,
    '',
  );

/** `Amount, EUR`, `Betrag CHF`, `Сумма, ₽`: what stands behind a title is no part of it. */
const withoutCurrency = (title: string): string => title.replace(BEHIND, '');
const BEHIND = new RegExp(`(?<=\\S)[\\s,，/]+(?:${CURRENCY_CODES}|\\p{Sc}|руб\\.?|zł|Kč|Ft|kr|元)\\.?$`, 'u');

/** `交易金額Amount`: a title in two languages says the same twice. */
function halvesOf(title: string): readonly string[] {
  const han = title.replace(/[^\u4e00-\u9fff]/g, '');
  const latin = title.replace(/[^a-z]/g, '');
  return han.length >= 2 && latin.length >= 3 ? [han, latin] : [];
}

/** Titles that only lists in a western language other than English have: there the day is before the month. */
export const isAbroad = (header: readonly string[]): boolean =>
  header.filter((title) => {
    const bare = withoutBrackets(plain(title));
    const folded = unaccented(bare);
    return (
      /^[\p{Script=Latin}\p{Script=Cyrillic}\P{L}]+$/u.test(bare) &&
      ![...RULES, ...TAILS].some(([, , rule]) => rule.test(bare)) &&
      ELSEWHERE.some(([, , rule]) => rule.test(folded))
    );
  }).length > 1;

/** The fields that a header's words allow, best first; empty if none. Levels (`金额 / 收入`) are tried joined and by the last one. */
export const candidatesOf: (header: string) => readonly Candidate[] = remembered((header) => {
  const best = new Map<Field, number>();
  const keep = (field: Field, score: number): void => {
    if (score > (best.get(field) ?? 0)) best.set(field, score);
  };
  const levels = header
    .split(' / ')
    .map((level) => withoutTools(plain(withoutCurrency(level))))
    .filter((level) => level !== '');
  const texts = [...new Set([levels.join(''), levels.at(-1) ?? ''])].filter((text) => text !== '');
  for (const [at, text] of texts.entries()) {
    const bare = withoutBrackets(text);
    const less = at === 0 ? 0 : 2;
    for (const [field, score, rule] of BRACKETED) if (rule.test(text)) keep(field, score - less);
    if (best.size > 0) continue;
    for (const [field, score, rule] of RULES) if (rule.test(bare)) keep(field, score - less);
    if (best.size > 0) continue;
    const folded = unaccented(bare);
    if (folded.length <= 60)
      for (const [field, score, rule] of ELSEWHERE) if (rule.test(folded)) keep(field, score - less);
    if (best.size > 0) continue;
    for (const half of halvesOf(bare)) {
      for (const [field, score, rule] of RULES) if (rule.test(half)) keep(field, score - less - 5);
    }
    if (best.size > 0) continue;
    for (const [field, score, rule] of TAILS) if (rule.test(bare)) keep(field, score - less);
  }
  return [...best].map(([field, score]) => ({ field, score })).sort((a, b) => b.score - a.score);
});
