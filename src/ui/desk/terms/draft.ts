import { parseAmount, parseRate } from '#money/amount.ts';
import { type Day, isDay } from '#money/day.ts';
import type { AccountTerms } from '#records/terms.ts';
import type { TextKey } from '#text/index.ts';

/** What the fields hold while they are being filled in. */
export type LineDraft = Readonly<
  Record<'applies' | 'rate' | 'cap' | 'fixed' | 'minimum' | 'above' | 'upTo' | 'from' | 'to', string>
>;
export type InstantDraft = Readonly<Record<'rate' | 'fixed' | 'from' | 'to', string>>;
export type MonthlyDraft = Readonly<Record<'day' | 'from' | 'to', string>>;
export type TerminalDraft = Readonly<
  Record<
    | 'terminal'
    | 'activated'
    | 'simAmount'
    | 'simDelay'
    | 'simCycle'
    | 'depositAmount'
    | 'depositTarget'
    | 'depositDays',
    string
  >
>;
export interface Draft {
  readonly lines: readonly LineDraft[];
  readonly instants: readonly InstantDraft[];
  readonly monthly: readonly MonthlyDraft[];
  readonly terminals: readonly TerminalDraft[];
}

export const APPLIES = ['all', 'debit', 'credit', 'qr', 'foreign', 'instalment'] as const;

/** An agreement without a known beginning has always held. */
const ALWAYS = '2000-01-01';

export const emptyLine = (): LineDraft => ({
  applies: 'all',
  rate: '',
  cap: '',
  fixed: '',
  minimum: '',
  above: '',
  upTo: '',
  from: '',
  to: '',
});
export const emptyInstant = (): InstantDraft => ({ rate: '', fixed: '', from: '', to: '' });
export const emptyMonthly = (): MonthlyDraft => ({ day: '', from: '', to: '' });
export const emptyTerminal = (): TerminalDraft => ({
  terminal: '',
  activated: '',
  simAmount: '',
  simDelay: '30',
  simCycle: '12',
  depositAmount: '',
  depositTarget: '',
  depositDays: '90',
});

export function draftOf(terms: AccountTerms | undefined): Draft {
  return {
    lines: (terms?.tariff ?? []).map((line) => ({
      applies: line.applies,
      rate: line.rate,
      cap: line.cap ?? '',
      fixed: line.fixed ?? '',
      minimum: line.minimum ?? '',
      above: line.above ?? '',
      upTo: line.upTo ?? '',
      ...spanDraft(line),
    })),
    instants: (terms?.instant ?? []).map((line) => ({
      rate: line.rate ?? '',
      fixed: line.fixed ?? '',
      ...spanDraft(line),
    })),
    monthly: (terms?.monthly ?? []).map((span) => ({ day: String(span.day), ...spanDraft(span) })),
    terminals: (terms?.terminals ?? []).map(({ terminal, activated, sim, deposit }) => ({
      terminal,
      activated,
      simAmount: sim?.amount ?? '',
      simDelay: String(sim?.delayDays ?? 30),
      simCycle: String(sim?.cycleMonths ?? 12),
      depositAmount: deposit?.amount ?? '',
      depositTarget: deposit?.target ?? '',
      depositDays: String(deposit?.withinDays ?? 90),
    })),
  };
}

/** What is wrong with a field, by `line 0 rate` or `terminal 1 simAmount`. */
export type Mistakes = ReadonlyMap<string, TextKey>;

/** The terms that the fields say, or what is wrong with which of them. An empty field says that nothing was agreed. */
export function termsOf(
  account: string,
  draft: Draft,
  before: AccountTerms | undefined,
): { readonly terms: AccountTerms; readonly mistakes: Mistakes } {
  const mistakes = new Map<string, TextKey>();
  const tariff = draft.lines.map((line, n): AccountTerms['tariff'][number] => {
    const wrong = (field: keyof LineDraft, key: TextKey) => void mistakes.set(`line ${n} ${field}`, key);
    if (!parseRate(tidyRate(line.rate)).ok) wrong('rate', 'terms-form.bad-rate');
    for (const field of ['cap', 'fixed', 'minimum', 'above', 'upTo'] as const)
      if (!isMoney(line[field])) wrong(field, 'terms-form.bad-sum');
    if (line.above !== '' && line.upTo !== '' && Number(tidyMoney(line.upTo)) <= Number(tidyMoney(line.above)))
      wrong('upTo', 'terms-form.bad-range');
    if (endsEarly(line)) wrong('to', 'terms-form.bad-period');
    return {
      ...spanOf(line),
      applies: APPLIES.find((one) => one === line.applies) ?? 'all',
      rate: tidyRate(line.rate),
      ...given('cap', line.cap),
      ...given('fixed', line.fixed),
      ...given('minimum', line.minimum),
      ...given('above', line.above),
      ...given('upTo', line.upTo),
    };
  });
  const instant = draft.instants.map((line, n): NonNullable<AccountTerms['instant']>[number] => {
    const wrong = (field: keyof InstantDraft, key: TextKey) => void mistakes.set(`instant ${n} ${field}`, key);
    if (line.rate === '' && line.fixed === '') wrong('rate', 'terms-form.bad-instant');
    else if (line.rate !== '' && !parseRate(tidyRate(line.rate)).ok) wrong('rate', 'terms-form.bad-rate');
    if (!isMoney(line.fixed)) wrong('fixed', 'terms-form.bad-sum');
    if (endsEarly(line)) wrong('to', 'terms-form.bad-period');
    const rate = line.rate === '' ? {} : { rate: tidyRate(line.rate) };
    return { ...spanOf(line), ...rate, ...given('fixed', line.fixed) };
  });
  const monthly = draft.monthly.map((span, n): NonNullable<AccountTerms['monthly']>[number] => {
    const day = Number(span.day);
    const isDate = /^\d{1,2}$/.test(span.day.trim()) && day >= 1 && day <= 31;
    if (!isDate) mistakes.set(`monthly ${n} day`, 'terms-form.bad-date');
    if (endsEarly(span)) mistakes.set(`monthly ${n} to`, 'terms-form.bad-period');
    return { ...spanOf(span), day: isDate ? day : 1 };
  });
  const terminals = draft.terminals.map((one, n): AccountTerms['terminals'][number] => {
    const wrong = (field: keyof TerminalDraft, key: TextKey) => void mistakes.set(`terminal ${n} ${field}`, key);
    if (one.terminal.trim() === '') wrong('terminal', 'terms-form.bad-terminal');
    if (!isDay(one.activated)) wrong('activated', 'terms-form.bad-day');
    for (const field of ['simAmount', 'depositAmount', 'depositTarget'] as const)
      if (!isMoney(one[field])) wrong(field, 'terms-form.bad-sum');
    if (one.depositAmount !== '' && one.depositTarget === '') wrong('depositTarget', 'terms-form.bad-target');
    for (const field of ['simDelay', 'simCycle', 'depositDays'] as const)
      if (!/^\d{1,4}$/.test(one[field])) wrong(field, 'terms-form.bad-count');
    return {
      terminal: one.terminal.trim(),
      activated: isDay(one.activated) ? one.activated : ALWAYS,
      ...(one.simAmount === ''
        ? {}
        : {
            sim: {
              amount: tidyMoney(one.simAmount),
              delayDays: Number(one.simDelay),
              cycleMonths: Number(one.simCycle),
            },
          }),
      ...(one.depositAmount === ''
        ? {}
        : {
            deposit: {
              amount: tidyMoney(one.depositAmount),
              target: tidyMoney(one.depositTarget),
              withinDays: Number(one.depositDays),
            },
          }),
    };
  });
  const { instant: _, monthly: __, ...rest } = before ?? {};
  const terms = {
    ...rest,
    account,
    tariff,
    terminals,
    ...(instant.length > 0 ? { instant } : {}),
    ...(monthly.length > 0 ? { monthly } : {}),
  };
  return { terms, mistakes };
}

interface Span {
  readonly from: string;
  readonly to: string;
}

/** Empty where it has always held, and holds until today. */
const spanDraft = ({ from, to }: { readonly from: Day; readonly to: Day | null }): Span => ({
  from: from === ALWAYS ? '' : from,
  to: to ?? '',
});
const spanOf = ({ from, to }: Span): { readonly from: Day; readonly to: Day | null } => ({
  from: isDay(from) ? from : ALWAYS,
  to: isDay(to) ? to : null,
});
const endsEarly = ({ from, to }: Span): boolean => from !== '' && to !== '' && to < from;

/** Merchants write `0.6` for 0.6 %. */
const tidyRate = (text: string): string => (/^\d+(\.\d+)?$/.test(text.trim()) ? `${text.trim()}%` : text.trim());
const tidyMoney = (text: string): string => text.trim().replaceAll(',', '');
const isMoney = (text: string): boolean =>
  text.trim() === '' || (/^\d+(\.\d{1,5})?$/.test(tidyMoney(text)) && parseAmount(tidyMoney(text)).ok);
const given = <K extends string>(name: K, text: string) =>
  text.trim() === '' ? {} : ({ [name]: tidyMoney(text) } as Record<K, string>);
