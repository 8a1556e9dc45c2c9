import { formatAmount, type Units } from '#money/amount.ts';
import type { ExportRow } from './columns.ts';

const money = (units: Units | null): string | null => (units === null ? null : formatAmount(units));

/** One array of rows, amounts as decimal strings in major units: what a program reads back without losing a digit. */
export const JSON_HEAD = '[\n';
export const JSON_TAIL = '\n]\n';

/** @param isFirst no row stands before these */
export function jsonLines(rows: readonly ExportRow[], isFirst: boolean): string {
  const texts = rows.map((row) => JSON.stringify(jsonRow(row)));
  return texts.length === 0 ? '' : (isFirst ? '' : ',\n') + texts.join(',\n');
}

function jsonRow({ entry, mark, account: called }: ExportRow) {
  const { row: _, rate, ...rest } = entry;
  return {
    ...rest,
    called,
    amount: money(entry.amount),
    fee: money(entry.fee),
    net: money(entry.net),
    balance: money(entry.balance),
    rate: rate === null ? null : `${formatAmount(rate * 10)}%`,
    mark: mark && {
      standing: mark.standing,
      note: mark.note,
      attachments: mark.attachments.map(({ name, type, size, sha256 }) => ({ name, type, size, sha256 })),
      correction: {
        ...mark.correction,
        ...Object.fromEntries(
          (['amount', 'fee', 'net'] as const).flatMap((field) => {
            const units = mark.correction[field];
            return units === undefined ? [] : [[field, money(units)]];
          }),
        ),
      },
      sameAs: mark.sameAs,
      parts: mark.parts.map(({ kind, amount, words }) => ({ kind, amount: money(amount), words })),
      at: mark.at,
    },
  };
}
