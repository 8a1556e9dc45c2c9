import type { CaptureHead, Marked, Question } from '#book/book.ts';
import { parseAmount, type Units } from '#money/amount.ts';
import { type Day, isDay } from '#money/day.ts';
import { fail, ok, type Result } from '#money/result.ts';
import type { Ledger } from '#records/entry.ts';
import { KIND_CHOICES } from '#ui/parts/keys.ts';
import { localDay } from '#ui/parts/time-text.ts';

export const MARKED = ['paid', 'disputed', 'ignored', 'noted', 'any'] as const satisfies readonly Marked[];
export const LEDGERS = ['trade', 'funds', 'settlement', 'bank', 'notice'] as const satisfies readonly Ledger[];

/** What stands in the fields, as text; empty where nothing is asked. */
export const FILTER_FIELDS = [
  'account',
  'terminal',
  'kind',
  'ledger',
  'marked',
  'from',
  'to',
  'text',
  'least',
  'most',
  'as-of',
] as const;
export type FilterForm = Readonly<Record<(typeof FILTER_FIELDS)[number], string>>;

export const NO_FILTER: FilterForm = {
  account: '',
  terminal: '',
  kind: '',
  ledger: '',
  marked: '',
  from: '',
  to: '',
  text: '',
  least: '',
  most: '',
  'as-of': '',
};

/** Why the fields ask nothing. Closed set; each has a sentence. */
export const FILTER_PROBLEMS = ['not-a-day', 'days-crossed', 'not-an-amount', 'amounts-crossed'] as const;
export type FilterProblem = (typeof FILTER_PROBLEMS)[number];

/** What is asked, but for the capture that the past day stands for. */
export interface Filter {
  readonly question: Omit<Question, 'asOf'>;
  /** The book as it was at the end of this day. */
  readonly asOf: Day | null;
}

export const EVERYTHING: Filter = { question: { newestFirst: true }, asOf: null };

const EARLIEST: Day = '1970-01-01';
const LATEST: Day = '2199-12-31';

export function filterOf(form: FilterForm): Result<Filter, FilterProblem> {
  const [from, to, asOf] = [dayIn(form.from), dayIn(form.to), dayIn(form['as-of'])];
  if (from === 'not-a-day' || to === 'not-a-day' || asOf === 'not-a-day') return fail('not-a-day');
  if (from !== null && to !== null && from > to) return fail('days-crossed');
  const [least, most] = [amountIn(form.least), amountIn(form.most)];
  if (least === 'not-an-amount' || most === 'not-an-amount') return fail('not-an-amount');
  if (least !== null && most !== null && least > most) return fail('amounts-crossed');
  const kind = KIND_CHOICES.find((one) => one === form.kind);
  const ledger = LEDGERS.find((one) => one === form.ledger);
  const marked = MARKED.find((one) => one === form.marked);
  const text = form.text.trim();
  return ok({
    question: {
      newestFirst: true,
      ...(form.account === '' ? {} : { accounts: [form.account] }),
      ...(form.terminal === '' ? {} : { terminals: [form.terminal] }),
      ...(kind ? { kinds: [kind] } : {}),
      ...(ledger ? { ledgers: [ledger] } : {}),
      ...(marked ? { marked: [marked] } : {}),
      ...(from === null && to === null ? {} : { period: { from: from ?? EARLIEST, to: to ?? LATEST } }),
      ...(text === '' ? {} : { text }),
      ...(least === null ? {} : { least }),
      ...(most === null ? {} : { most }),
    },
    asOf,
  });
}

/**
 * The question with the capture that was the last by the end of the past day; null where the book was still empty then. A capture that reads old
 * sightings anew has their instant and a later number: the first capture of a later day ends what was known.
 */
export function questionOf({ question, asOf }: Filter, heads: readonly CaptureHead[]): Question | null {
  if (asOf === null) return question;
  const dated = heads.filter(({ at }) => at !== '').toSorted((a, b) => a.seq - b.seq);
  const next = dated.findIndex(({ at }) => localDay(Date.parse(at)) > asOf);
  const last = next < 0 ? dated.at(-1) : dated[next - 1];
  return last === undefined ? null : { ...question, asOf: last.seq };
}

/** Whether rows must be read to know which answer: of accounts and days, the book's figures already tell. */
export const needsSearch = ({ terminals, kinds, ledgers, marked, text, least, most, asOf }: Question): boolean =>
  [terminals, kinds, ledgers, marked, text, least, most, asOf].some((given) => given !== undefined);

function dayIn(text: string): Day | null | 'not-a-day' {
  const plain = text.trim();
  if (plain === '') return null;
  return isDay(plain) ? plain : 'not-a-day';
}

/** Amounts are asked without their sign. */
function amountIn(text: string): Units | null | 'not-an-amount' {
  if (text.trim() === '') return null;
  const amount = parseAmount(text);
  return amount.ok ? Math.abs(amount.value) : 'not-an-amount';
}
