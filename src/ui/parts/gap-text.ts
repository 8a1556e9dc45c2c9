import type { Gap } from '#records/reading.ts';
import type { TextKey } from '#text/index.ts';
import type { Say } from './speak.ts';

/** The sentence with figures, and the params that it needs. Where they are missing, the plain sentence is said instead. */
const DETAILED: Partial<Record<Gap['gap'], { readonly key: TextKey; readonly needs: readonly string[] }>> = {
  'pages-missing': { key: 'gap.pages-missing.counted', needs: ['read', 'pages'] },
  'rows-missing': { key: 'gap.rows-missing.counted', needs: ['read', 'stated'] },
  'totals-differ': { key: 'gap.totals-differ.figures', needs: ['what', 'stated', 'computed'] },
  'rows-rejected': { key: 'gap.rows-rejected.counted', needs: ['count'] },
  'frame-out-of-reach': { key: 'gap.frame-out-of-reach.named', needs: ['origin'] },
  'hidden-rows': { key: 'gap.hidden-rows.counted', needs: ['count'] },
  'not-proved': { key: 'gap.not-proved.days', needs: ['from', 'to'] },
};

/** Why something is not whole, and what to do about it. */
export function gapText(gap: Gap, say: Say): string {
  const detailed = DETAILED[gap.gap];
  if (detailed?.needs.every((name) => gap.params[name] !== undefined)) return say(detailed.key, gap.params);
  return say(`gap.${gap.gap}`);
}
