import { UNITS_PER_MAJOR, type Units } from '#money/amount.ts';
import { type LastCheck, STALE_DAYS, type Summary, type Total } from '#records/arrears.ts';
import { amountText } from './figure.ts';
import type { BadgeKey } from './keys.ts';
import { ageDays } from './occasions.ts';

/** What stands on the toolbar icon: at most four characters, its colour's meaning, and the sentence behind it. */
export interface Badge {
  readonly text: string;
  readonly tone: 'calm' | 'owed' | 'stale';
  readonly titleKey: BadgeKey;
  readonly params: Readonly<Record<string, string>>;
}

/** Ends of a check that leave it unknown what the portal says now. `part`, `read` and `empty` brought an answer; a page that is no portal says nothing. */
const FAILED: ReadonlySet<LastCheck['outcome']> = new Set(['signed-out', 'not-settled', 'changed', 'maintenance']);

/**
 * `?` while it is not known what is owed: never read, an account not read for more than 7 days, the last check failed, or nothing found in a
 * reading that is not whole. Else the sum owed now (the stated one, or where nothing is stated the computed one: they are never added),
 * rounded down; the number of items where there are several currencies. Empty only when it is proved that nothing is owed.
 */
export function badgeOf(summary: Summary | null, now: { readonly at: string }): Badge {
  if (!summary || summary.accounts.length === 0) return unknown('badge.never');
  const ages = summary.accounts.map((account) => ageDays(account.knowledge.readAt, now.at) ?? Number.POSITIVE_INFINITY);
  const oldest = Math.max(...ages);
  if (oldest > STALE_DAYS) return unknown('badge.stale', { days: Number.isFinite(oldest) ? String(oldest) : '?' });
  if (summary.lastCheck && summary.lastCheck.provider !== null && FAILED.has(summary.lastCheck.outcome)) {
    return unknown('badge.failed');
  }
  const open = summary.accounts.flatMap((account) =>
    account.items.filter((item) => item.state === 'open' && (item.max === null || item.max > 0)),
  );
  const owing = summary.totals
    .map((total) => ({ currency: total.currency, ...shown(total) }))
    .filter((one) => one.max !== 0);
  const [only] = owing;
  if (only) {
    const text = owing.length > 1 || only.min === 0 ? countText(open.length) : compact(only.min);
    const amount = owing.map(amountText).join(' + ');
    return { text, tone: 'owed', titleKey: 'badge.owed', params: { count: String(open.length), amount } };
  }
  const whole = summary.accounts.every((account) => account.knowledge.whole);
  return whole ? { text: '', tone: 'calm', titleKey: 'badge.calm', params: {} } : unknown('badge.part');
}

const unknown = (titleKey: BadgeKey, params: Badge['params'] = {}): Badge => ({
  text: '?',
  tone: 'stale',
  titleKey,
  params,
});

const shown = (total: Total): Total['observed'] => (total.observed.max !== 0 ? total.observed : total.derived);

const countText = (count: number): string => (count > 99 ? '99+' : `×${count}`);

/** At most four characters, never more than is owed: `<1`, `36`, `1286`, `12k`, `3.4M`. */
export function compact(amount: Units): string {
  const major = Math.floor(amount / UNITS_PER_MAJOR);
  if (major < 1) return '<1';
  if (major < 10_000) return String(major);
  if (major < 1_000_000) return `${Math.floor(major / 1000)}k`;
  if (major < 10_000_000) return `${Math.floor(major / 100_000) / 10}M`;
  if (major < 1_000_000_000) return `${Math.floor(major / 1_000_000)}M`;
  return '>1B';
}
