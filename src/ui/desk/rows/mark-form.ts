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

/** What the amounts that can be read come to. */
export const sumOf = (forms: readonly PartForm[]): Units =>
  forms.reduce((sum, { amount }) => {
    const units = parseAmount(amount);
    return units.ok ? sum + units.value : sum;
  }, 0);
