import type { TermsProblem } from '#arrears/terms-problems.ts';
import { formatAmount, type Units } from '#money/amount.ts';
import { providerById } from '#providers/list.ts';
import type { Arrears, Item, Outlook, Owed } from '#records/arrears.ts';
import type { Entry } from '#records/entry.ts';
import type { Reading } from '#records/reading.ts';
import type { Sighting } from '#records/sighting.ts';
import type { AccountTerms } from '#records/terms.ts';
import { causeSentences, causeStep } from '#text/cause.ts';
import { type Language, say } from '#text/index.ts';
import { gapText } from '#ui/parts/gap-text.ts';
import { outcomeKey } from '#ui/parts/keys.ts';
import { kindOf } from './source.ts';

/** The JSON document of docs/inspect.md. Amounts are decimal strings in major units. */
export interface Report {
  readonly readings: readonly ReadingReport[];
  readonly book: { readonly entries: number; readonly added: number; readonly existing: number };
  readonly arrears: ReturnType<typeof reportArrears>;
}

/** With what the merchant had agreed, where the source is a backup. */
export type ReadingReport = ReturnType<typeof reportReading> & { readonly terms?: readonly AccountTerms[] };

const money = (units: Units | null): string | null => (units === null ? null : formatAmount(units));

/** One source: its reading, and with `--tables` every table that was found in it. */
export function reportReading(
  source: string,
  reading: Reading,
  seen: { readonly sightings: readonly Sighting[]; readonly tables: boolean },
  error: { readonly code: string; readonly sentence: string } | null = null,
) {
  const quoted = providerById(reading.provider ?? '')?.formats.find(({ id }) => id === reading.format)?.quoted;
  return {
    source,
    outcome: reading.outcome,
    error,
    provider: reading.provider,
    format: reading.format,
    accounts: reading.accounts.flatMap(merchantNumber),
    names: reading.names,
    coverage: reading.coverage,
    controls: reading.controls,
    entries: reading.entries.map((entry) => reportEntry(entry, quoted)),
    rejected: reading.rejected,
    ...(seen.tables
      ? {
          tables: seen.sightings.flatMap((sighting) =>
            sighting.tables.map(({ where, way, caption, header, rows, hiddenRows, stated }) => ({
              where,
              way,
              caption,
              header,
              rows,
              hiddenRows,
              stated,
            })),
          ),
        }
      : {}),
  };
}

/** Merchant numbers as the source prints them; an unknown one is left out. The provider stands beside them. */
function merchantNumber(account: string): string[] {
  const number = account.slice(account.lastIndexOf(':') + 1);
  return number === '?' ? [] : [number];
}

function reportEntry(entry: Entry, quoted: 'order' | undefined) {
  const { row: _, rate, ...rest } = entry;
  return {
    ...rest,
    id: entry.reference,
    reference: (quoted && entry.links[quoted]) ?? entry.reference,
    amount: money(entry.amount),
    fee: money(entry.fee),
    net: money(entry.net),
    balance: money(entry.balance),
    rate: rate === null ? null : `${formatAmount(rate * 10)}%`,
  };
}

const owed = (sum: Owed): string => `${formatAmount(sum.min)}${sum.max === sum.min ? '' : '+'}`;

/** Totals carry the least that is owed; an item whose bound is unknown has `max: null`. */
export function reportArrears(arrears: Arrears, problems: readonly TermsProblem[], language: Language) {
  return {
    asOf: arrears.asOf,
    totals: arrears.totals.map((total) => ({
      currency: total.currency,
      observed: formatAmount(total.observed.min),
      derived: formatAmount(total.derived.min),
      predicted: formatAmount(total.predicted.min),
      max: {
        observed: money(total.observed.max),
        derived: money(total.derived.max),
        predicted: money(total.predicted.max),
      },
    })),
    items: arrears.items.map((item) => reportItem(item, language)),
    outlooks: arrears.outlooks.map(reportOutlook),
    problems: problems.map((one) => ({ ...one, sentence: problemSentence(one, language) })),
  };
}

/** The same with its sums as decimal strings. */
function reportOutlook({ account, currency, balance, float, limits, deposits }: Outlook) {
  return {
    account,
    currency,
    balance: balance && {
      day: balance.day,
      amount: formatAmount(balance.amount),
      least: formatAmount(balance.least),
      charges: balance.charges.map(({ amount, left, ...charge }) => ({
        ...charge,
        amount: formatAmount(amount),
        left: formatAmount(left),
      })),
      short: balance.short && { day: balance.short.day, by: formatAmount(balance.short.by) },
    },
    float: float && { ...float, amount: formatAmount(float.amount) },
    limits: limits && { ...limits, single: formatAmount(limits.single), daily: formatAmount(limits.daily) },
    deposits: deposits.map(({ deposit, target, reached, aDay, ...rest }) => ({
      ...rest,
      deposit: formatAmount(deposit),
      target: formatAmount(target),
      reached: formatAmount(reached),
      aDay: formatAmount(aDay),
    })),
  };
}

/** What in the terms could not be used, as people read it. */
export function problemSentence({ account, terminal, what, text }: TermsProblem, language: Language): string {
  const where =
    terminal === null
      ? say(language, 'terms.where', { account })
      : say(language, 'terms.where-terminal', { account, terminal });
  return `${where}${say(language, `terms.${what}`, { text })}`;
}

function reportItem(item: Item, language: Language) {
  return {
    account: item.account,
    terminal: item.terminal,
    code: item.code,
    state: item.state,
    basis: item.basis,
    min: formatAmount(item.min),
    max: money(item.max),
    currency: item.currency,
    since: item.since,
    due: item.due,
    statedIn: item.statedIn ?? [],
    consequences: (item.ladder ?? []).map((rung) => ({
      ...rung,
      sentence: say(language, `consequence.${rung.consequence}`),
    })),
    causes: item.causes.map(({ cause, group, confidence, rows, params }) => ({
      cause,
      group,
      confidence,
      rows,
      sentence: causeSentences(cause, params)
        .map((key) => say(language, key, params))
        .join(language === 'zh' ? '' : ' '),
      step: say(language, causeStep(cause, params), params),
    })),
  };
}

/** The same for a person at a terminal. */
export function printReport(report: Report, arrears: Arrears, language: Language): string {
  const lines: string[] = [];
  for (const reading of report.readings) {
    const { coverage } = reading;
    const file = kindOf(reading.source) === 'file';
    lines.push(
      reading.source,
      `  ${say(language, outcomeKey(reading.outcome, file ? 'file' : 'page', coverage.gaps))}`,
      ...(reading.error ? [`  ${reading.error.sentence}`] : []),
      `  ${[reading.provider, reading.format, ...reading.accounts].filter(Boolean).join(' · ')}`,
      `  ${coverage.from ?? '?'} – ${coverage.to ?? '?'}   rows ${coverage.rows}${coverage.statedRows === null ? '' : ` of ${coverage.statedRows}`}   pages ${coverage.pages}   ${coverage.whole ? 'whole' : 'not proved whole'}`,
      ...coverage.gaps.map(
        (gap) => `  ! ${gapText(gap, (key, params = {}) => say(language, key, params), file ? 'file' : 'page')}`,
      ),
      ...reading.controls.map((c) => `  ${c.agrees ? '✓' : '✗'} ${c.words}: ${c.stated} | ${c.computed}`),
      ...(reading.rejected.length > 0 ? [`  rejected rows: ${reading.rejected.length}`] : []),
      '',
    );
  }
  lines.push(`book: ${report.book.entries} entries (${report.book.added} added, ${report.book.existing} existing)`, '');
  lines.push(`arrears as of ${arrears.asOf}`);
  for (const total of arrears.totals) {
    lines.push(
      `  ${total.currency}  observed ${owed(total.observed)}   derived ${owed(total.derived)}   predicted ${owed(total.predicted)}`,
    );
  }
  for (const item of report.arrears.items) {
    const amount = item.max === item.min ? item.min : `${item.min} – ${item.max ?? '…'}`;
    lines.push(
      `  ${item.code.padEnd(16)} ${item.state.padEnd(9)} ${item.basis.padEnd(9)} ${amount.padStart(12)} ${item.currency}  since ${item.since ?? '?'}  due ${item.due ?? '–'}  ${item.account}${item.terminal ? ` · ${item.terminal}` : ''}`,
      ...item.causes.map((cause) => `    ${cause.sentence}`),
    );
  }
  return lines.join('\n');
}
