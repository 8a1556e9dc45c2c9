import type { Gap } from '#records/reading.ts';
import type { TextKey } from '#text/index.ts';
import type { Say } from './speak.ts';

type Detailed = Partial<Record<Gap['gap'], { readonly key: TextKey; readonly needs: readonly string[] }>>;

/** The sentence with figures, and the params that it needs. Where they are missing, the plain sentence is said instead. */
const PAGE: Detailed = {
  'pages-missing': { key: 'gap.pages-missing.counted', needs: ['pages', 'seen', 'stated'] },
  'rows-missing': { key: 'gap.rows-missing.counted', needs: ['seen', 'stated'] },
  'totals-differ': { key: 'gap.totals-differ.figures', needs: ['words', 'stated', 'computed'] },
  'rows-rejected': { key: 'gap.rows-rejected.counted', needs: ['count'] },
  'frame-out-of-reach': { key: 'gap.frame-out-of-reach.named', needs: ['origin'] },
  'hidden-rows': { key: 'gap.hidden-rows.counted', needs: ['count'] },
  'merchant-changed': { key: 'gap.merchant-changed.numbers', needs: ['from', 'to'] },
  'not-proved': { key: 'gap.not-proved.days', needs: ['from', 'to'] },
  'rows-damaged': { key: 'gap.rows-damaged.days', needs: ['days'] },
  'recipe-drift': { key: 'gap.recipe-drift.titles', needs: ['name', 'gone', 'fresh'] },
};

/** A file is downloaded again, not checked again. */
const FILE: Detailed = {
  'rows-missing': { key: 'gap.file.rows-missing', needs: ['seen', 'stated'] },
  'totals-differ': { key: 'gap.file.totals-differ', needs: ['words', 'stated', 'computed'] },
  'rows-rejected': { key: 'gap.file.rows-rejected', needs: ['count'] },
  'hidden-rows': { key: 'gap.file.hidden-rows', needs: ['count'] },
  'not-proved': { key: 'gap.file.not-proved', needs: [] },
};

/** Checks that are ours, by `Control.what`: there is no stated total that could differ. */
const OWN_CHECKS: Readonly<Record<string, TextKey>> = {
  'balance-runs': 'gap.totals-differ.balance',
  'fees-by-rate': 'gap.totals-differ.fees',
};

/** Why something is not whole, and what to do about it. */
export function gapText(gap: Gap, say: Say, source: 'page' | 'file' = 'page'): string {
  if (gap.gap === 'frame-out-of-reach' && gap.params['frame'] === 'top') return say('gap.frame-out-of-reach.top');
  if (gap.gap === 'interrupted' && gap.params['by'] === 'new-page') return say('gap.interrupted.new-page');
  if (gap.gap === 'not-proved' && gap.params['from'] !== undefined && gap.params['from'] === gap.params['to'])
    return say('gap.not-proved.day', gap.params);
  const ownCheck = gap.gap === 'totals-differ' ? OWN_CHECKS[gap.params['what'] ?? ''] : undefined;
  if (ownCheck) return say(ownCheck, gap.params);
  for (const detailed of [source === 'file' ? FILE[gap.gap] : undefined, PAGE[gap.gap]]) {
    if (detailed?.needs.every((name) => gap.params[name] !== undefined)) return say(detailed.key, gap.params);
  }
  return say(`gap.${gap.gap}`);
}
