import type { Entry, Kind, State } from '#records/entry.ts';
import type { Field } from '#records/provider.ts';
import { cardOf, directionOf, kindOfWords, stateOfWords } from '../words/kinds.ts';
import { plain, remembered } from '../words/plain.ts';
import { isOwnFlow } from './ledger.ts';
import type { Plan } from './plan.ts';
import { rememberedBy } from './remembered.ts';

/** What the words of a row say. `sign` null: the figures decide. `words` are kept with the entry. */
export interface Meaning {
  readonly kind: Kind;
  readonly sign: 1 | -1 | null;
  readonly state: State;
  readonly flow: 'in' | 'out' | 'neutral' | null;
  readonly words: string;
  /** The state as the source words it; `退款成功` says more than that it is done. */
  readonly stateWords: string;
  /** How it was paid, as far as the tariff depends on it. */
  readonly card: Entry['card'];
}

const FEE = { kind: 'fee', sign: -1 } as const;
const SIGN: Partial<Record<Kind, 1 | -1>> = {
  refund: -1,
  fee: -1,
  'fee-payment': -1,
  hold: -1,
  deposit: -1,
  chargeback: -1,
  release: 1,
  'top-up': 1,
};

/** What acquirers call a request for a sales slip. */
const SLIP = '调单';

/** All columns whose words `meaningOf` reads. */
const TELLING = ['kind', 'remark', 'direction', 'state', 'card-type'] as const satisfies readonly Field[];

/** Reads what the words of a row say. Rows with the same words share one answer: a list has few of them, and understanding them takes long. */
export const meaningReader = (plan: Plan): ((cells: readonly string[]) => Meaning) =>
  rememberedBy(
    TELLING.flatMap((field) => plan.columnsOf(field)).map(({ index }) => index),
    (cells) => meaningOf(plan, cells),
  );

/** Kind, direction and state of a row, and the words that gave them. Unknown words make the kind `unknown`. */
function meaningOf(plan: Plan, cells: readonly string[]): Meaning {
  const kindColumns = plan.columnsOf('kind').filter((column, index) => index === 0 || column.score >= 60);
  const kindWords = kindColumns.map(({ index }) => cells[index] ?? '').filter((word) => word !== '');
  const remarks = plan
    .columnsOf('remark')
    .map(({ index }) => cells[index] ?? '')
    .filter(said);
  const directionColumn = plan.first('direction');
  const directionCell = directionColumn ? (cells[directionColumn.index] ?? '') : '';
  // An account's own flow may say in and out where others say the type: Deposit, Debit. On a list of trades these would be cards.
  const isFlow = directionColumn === null && isOwnFlow(plan.ledger);
  const flow = directionOf(directionColumn ? directionCell : isFlow ? (kindWords[0] ?? '') : '');
  const stateColumn = plan.first('state');
  const stateCell = stateColumn ? (cells[stateColumn.index] ?? '') : '';

  // A direction column may name more than in and out: 冻结, 解冻, 退款 (乐刷).
  const moved = flow === null && directionCell !== '' ? kindOfWords(directionCell) : null;
  const named = adjusted(fitting(fromWords(plan, kindWords), flow, plan, kindWords), plan, kindWords, remarks);
  const found =
    moved ??
    (plan.feeTyped && (named === null || named.kind === 'sale') ? FEE : named) ??
    (kindWords.length === 0 ? fromWords(plan, remarks) : null);
  const kind = found?.kind ?? (plan.untyped ? defaultKind(plan, cells) : 'unknown');
  const state = stateColumn && said(stateCell) ? stateOfWords(stateCell, isCoded(stateColumn.header)) : 'done';
  const words = [
    ...[moved ? directionCell : '', plan.slips ? SLIP : '', ...kindWords, ...remarks],
    state === 'done' ? '' : stateCell,
  ];
  const sign = found ? found.sign : kind === plan.about ? (SIGN[kind] ?? null) : null;
  const card = plan.format?.holder === 'buyer' ? null : cardIn(plan, cells);
  return { kind, sign, state, flow, words: join(words), stateWords: stateCell, card };
}

function cardIn(plan: Plan, cells: readonly string[]): Entry['card'] {
  let card: Entry['card'] = null;
  for (const field of ['card-type', 'kind'] as const) {
    for (const { index } of plan.columnsOf(field)) {
      const said = cardOf(cells[index] ?? '');
      // QR wins over the card behind it, wherever it is said.
      if (said === 'qr') return said;
      card ??= said;
    }
  }
  return card;
}

const said = (text: string): boolean => !/^[-－–—/*]{0,3}$|^0$/.test(text);

function fromWords(plan: Plan, words: readonly string[]): { kind: Kind; sign: 1 | -1 | null } | null {
  for (const word of words) {
    const general = kindOfWords(word);
    const declared = plan.kinds.size === 0 ? undefined : plan.kinds.get(plain(word));
    if (declared) return { kind: declared, sign: general?.kind === declared ? general.sign : (SIGN[declared] ?? null) };
    if (general) return general;
  }
  return null;
}

/** Money that leaves is no sale: where one word names a trade in general (`交易`) and another what was taken (`扣除手续费`), the other tells. */
function fitting(
  found: ReturnType<typeof fromWords>,
  flow: Meaning['flow'],
  plan: Plan,
  words: readonly string[],
): ReturnType<typeof fromWords> {
  if (found?.kind !== 'sale' || flow !== 'out') return found;
  const others = words.flatMap((word) => fromWords(plan, [word]) ?? []);
  return others.find(({ kind }) => kind === 'fee' || kind === 'refund' || kind === 'settlement') ?? found;
}

/**
 * An adjustment is whatever its remark says: Stripe's older exports post disputes so (`Chargeback withdrawal for ch_…`). Banks call nearly all that
 * moves a transfer (`转账`), and say in a summary or remark that it is a payout or a fee; which way it went their columns say.
 */
function adjusted(
  found: ReturnType<typeof fromWords>,
  plan: Plan,
  kindWords: readonly string[],
  remarks: readonly string[],
): ReturnType<typeof fromWords> {
  if (found?.kind === 'transfer' && plan.ledger === 'bank') {
    const told = [...kindWords, ...remarks].flatMap((word) => fromWords(plan, [word]) ?? []);
    const other = told.find(({ kind }) => kind === 'settlement' || kind === 'fee' || kind === 'refund');
    return other === undefined ? found : { kind: other.kind, sign: found.sign };
  }
  if (found?.kind !== 'adjustment') return found;
  return (
    remarks.flatMap((remark) => fromWords(plan, [remark]) ?? []).find(({ kind }) => kind === 'chargeback') ?? found
  );
}

/** A list without a type column holds what its columns hold: refunds, payouts, or sales. */
function defaultKind(plan: Plan, cells: readonly string[]): Kind {
  if (plan.format?.about) return plan.format.about;
  if (plan.ledger === 'settlement') return 'settlement';
  if (plan.ledger !== 'trade') return 'unknown';
  if (plan.about !== null) return plan.about;
  if (plan.slips) return 'unknown';
  if (isBilled(plan)) return 'unknown';
  for (const { index } of plan.columnsOf('card-type')) {
    const found = kindOfWords(cells[index] ?? '');
    if (found?.kind === 'refund' || found?.kind === 'reversal') return found.kind;
  }
  return 'sale';
}

/** Rows with a day to pay by, or with the number of an invoice, are bills: whose, they do not say. */
const isBilled = (plan: Plan): boolean =>
  plan.first('due') !== null ||
  (plan.invoices && !(['card-type', 'card-number', 'fee', 'net'] as const).some((field) => plan.first(field) !== null));

const isCoded = remembered((header) => /应答码|响应码|是否|结算状态|清算状态|划款状态|到账状态/.test(plain(header)));

export function join(words: readonly string[]): string {
  const different = [...new Set(words.filter((word) => word !== ''))];
  return different.join(' · ').slice(0, 2000);
}
