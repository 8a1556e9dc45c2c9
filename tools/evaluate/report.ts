import { table } from '../table.ts';
import type { Scenario } from './scenarios.ts';
import type { Score } from './score.ts';

/** What became of all books of one scenario. */
export interface Tally {
  readonly name: string;
  readonly group: Scenario['group'];
  readonly books: number;
  readonly found: number;
  readonly missed: readonly string[];
  readonly invented: readonly string[];
  readonly inexact: readonly string[];
}

export function tallied(tally: Tally, score: Score, seed: number): Tally {
  const named = (all: readonly string[]): string[] => all.map((one) => `${tally.name} #${seed}: ${one}`);
  return {
    ...tally,
    books: tally.books + 1,
    found: tally.found + score.found.length,
    missed: [...tally.missed, ...named(score.missed.map(({ cause, since }) => `${cause} since ${since}`))],
    invented: [...tally.invented, ...named(score.invented)],
    inexact: [...tally.inexact, ...named(score.inexact)],
  };
}

/** What the product is held to: of all causes said, and of all causes put there. */
const PRECISION = 0.98;
const RECALL = 0.95;

/** The confusion table, and everything that went wrong by name. @param parts the tallies of each part of the seeds */
export function reportOf(parts: readonly (readonly Tally[])[], seeds: number) {
  const tallies = (parts[0] ?? []).map((first, n) =>
    parts.slice(1).reduce<Tally>((sum, part) => added(sum, part[n] ?? first), first),
  );
  const all = tallies.reduce((sum, one) => added(sum, one));
  const precision = all.found / Math.max(1, all.found + all.invented.length);
  const recall = all.found / Math.max(1, all.found + all.missed.length);
  const exact = 1 - all.inexact.length / Math.max(1, all.found);
  const share = (part: number): string => part.toFixed(4);
  const rows = tallies.map((one) => [
    one.name,
    String(one.books),
    String(one.found),
    String(one.missed.length),
    String(one.invented.length),
    String(one.inexact.length),
  ]);
  const header = ['book', 'books', 'found', 'missed', 'invented', 'inexact'];
  const wrong = [
    ...all.missed.map((one) => `missed ${one}`),
    ...all.invented.map((one) => `invented ${one}`),
    ...all.inexact,
  ];
  const sums = `${all.books} books; precision ${share(precision)}, recall ${share(recall)}, exact in day, state and sum ${share(exact)}`;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return {
    isGood: precision >= PRECISION && recall >= RECALL,
    text: `${table(header, rows)}\n${wrong.map((one) => `! ${one}\n`).join('')}\n${sums}\n`,
    markdown: [
      ...HEAD,
      `With ${seeds} seeds: ${sums}.`,
      '',
      line(header),
      line(header.map(() => '---')),
      ...rows.map(line),
      '',
      wrong.length > 0 ? '## What went wrong' : 'Nothing was missed, invented or inexact.',
      '',
      ...wrong.map((one) => `* ${one}`),
      '',
    ].join('\n'),
  };
}

const added = (a: Tally, b: Tally): Tally => ({
  ...a,
  books: a.books + b.books,
  found: a.found + b.found,
  missed: [...a.missed, ...b.missed],
  invented: [...a.invented, ...b.invented],
  inexact: [...a.inexact, ...b.inexact],
});

const HEAD = [
  '# How well causes are found',
  '',
  'Written by `npm run evaluate -- SEEDS --write`; not edited by hand. Books of a made-up merchant, a year or less, are printed as files, with one trouble or',
  'one look-alike put into each, and read as `npm run inspect` reads them: 银联商务 对账明细 and an account’s own flow, and *elsewhere*, by turns, 拉卡拉 JY and JS,',
  '乐刷 with and without titles, 微信支付 交易账单 and 资金账单, 支付宝 账务明细, Stripe’s balance history, statements in English. *found*: the cause is said;',
  '*invented*: a cause that nobody put there; *inexact*: found, but with another code, state, day (more than one off) or sum. Scenarios: `tools/evaluate/`.',
  '',
];
