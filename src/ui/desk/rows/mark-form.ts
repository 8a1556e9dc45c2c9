import { formatAmount, parseAmount, type Units } from '#money/amount.ts';
import { isDay } from '#money/day.ts';
import { fail, ok, type Result } from '#money/result.ts';
import type { Entry, KeptEntry, Kind } from '#records/entry.ts';
import type { Correction, Mark, Part } from '#records/mark.ts';
import { KIND_CHOICES } from '#ui/parts/keys.ts';
import type { FilterProblem } from './filter.ts';

/** Fields of a correction as they stand in the form; empty where the source is right. */
export type CorrectionForm = Readonly<Record<'kind' | 'amount' | 'fee' | 'net' | 'terminal' | 'due', string>>;

type Problem = Extract<FilterProblem, 'not-a-day' | 'not-an-amount'>;

/** The form of what has been corrected so far. */
export function correctionForm({ kind, amount, fee, net, terminal, due }: Correction): CorrectionForm {
  const money = (units: Units | null | undefined): string => (units == null ? '' : formatAmount(units));
  return {
    kind: kind ?? '',
    amount: money(amount),
    fee: money(fee),
    net: money(net),
    terminal: terminal ?? '',
    due: due ?? '',
  };
}

/** What the form says that the source does not. The row's state is not in the form, and is left as it was corrected. */
export function correctionOf(form: CorrectionForm, entry: KeptEntry, before: Correction): Result<Correction, Problem> {
  const amounts: Partial<Record<'amount' | 'fee' | 'net', Units>> = {};
  for (const field of ['amount', 'fee', 'net'] as const) {
    if (form[field].trim() === '') continue;
    const amount = parseAmount(form[field]);
    if (!amount.ok) return fail('not-an-amount');
    if (amount.value !== entry[field]) amounts[field] = amount.value;
  }
  const due = form.due.trim();
  if (due !== '' && !isDay(due)) return fail('not-a-day');
  const kind = kindIn(form.kind);
  const terminal = form.terminal.trim();
  return ok({
    ...(before.state === undefined ? {} : { state: before.state }),
    ...(kind === null || kind === entry.kind ? {} : { kind }),
    ...amounts,
    ...(terminal === '' || terminal === entry.terminal ? {} : { terminal }),
    ...(due === '' || due === entry.due ? {} : { due }),
  });
}

/** Whether the form holds something that is not in the correction yet. */
export function isUnsaved(form: CorrectionForm, entry: KeptEntry, before: Correction): boolean {
  const said = correctionOf(form, entry, before);
  return !said.ok || JSON.stringify(correctionForm(said.value)) !== JSON.stringify(correctionForm(before));
}

/** Which way money goes, where a kind leaves no doubt. */
const WAYS: Partial<Record<Kind, 1 | -1>> = {
  sale: 1,
  'top-up': 1,
  release: 1,
  refund: -1,
  chargeback: -1,
  fee: -1,
  'fee-payment': -1,
  hold: -1,
  payment: -1,
};

/** A corrected figure that goes the other way than its kind does, or than the source printed it. */
export interface OddSign {
  readonly field: 'amount' | 'net';
  readonly kind: Kind;
  readonly units: Units;
}

/** The first corrected figure whose sign was most likely forgotten; null where all go the way they must. */
export function oddSign(correction: Correction, entry: Pick<Entry, 'kind' | 'amount' | 'net'>): OddSign | null {
  const kind = correction.kind ?? entry.kind;
  for (const field of ['amount', 'net'] as const) {
    const units = correction[field] ?? 0;
    const read = kind === entry.kind ? Math.sign(entry[field] ?? 0) : 0;
    const way = read === 0 ? (WAYS[kind] ?? 0) : read;
    if (units !== 0 && way !== 0 && Math.sign(units) !== way) return { field, kind, units };
  }
  return null;
}

const kindIn = (text: string): Kind | null => KIND_CHOICES.find((kind) => kind === text) ?? null;

/** One part of a row as it stands in the form. */
export interface PartForm {
  readonly kind: Kind;
  readonly amount: string;
  readonly words: string;
}

export const partForms = (parts: Mark['parts']): PartForm[] =>
  parts.map(({ kind, amount, words }) => ({ kind, amount: formatAmount(amount), words }));

/** Two parts to begin with: all of it, and nothing yet. */
export const firstParts = ({ kind, words }: Pick<Entry, 'kind' | 'words'>): PartForm[] => [
  { kind, amount: '', words },
  { kind, amount: '', words: '' },
];

export const partIn = (text: string): Kind => kindIn(text) ?? 'unknown';

export function partsOf(forms: readonly PartForm[]): Result<Part[], 'not-an-amount' | 'too-few-parts'> {
  if (forms.length < 2) return fail('too-few-parts');
  const parts: Part[] = [];
  for (const { kind, amount, words } of forms) {
    const units = parseAmount(amount);
    if (!units.ok) return fail('not-an-amount');
    parts.push({ kind, amount: units.value, words: words.trim() });
  }
  return ok(parts);
}

/** Whether the forms hold something that is not in the parts yet; those that stand there to begin with do not. */
export function isUnsavedSplit(forms: readonly PartForm[], kept: Mark['parts'], entry: KeptEntry): boolean {
  if (JSON.stringify(forms) === JSON.stringify(firstParts(entry))) return false;
  const parts = partsOf(forms);
  return !parts.ok || JSON.stringify(partForms(parts.value)) !== JSON.stringify(partForms(kept));
}

/** What the amounts that can be read come to. */
export const sumOf = (forms: readonly PartForm[]): Units =>
  forms.reduce((sum, { amount }) => {
    const units = parseAmount(amount);
    return units.ok ? sum + units.value : sum;
  }, 0);
