import type { RowColumns, TextColumn } from '#records/row-columns.ts';
import { ByteReader } from './bytes.ts';
import { readNumberColumn, readNumbers } from './numbers.ts';
import { readTextColumn, readTextsAs, skipTexts } from './texts.ts';

/** The columns of a block that tell an ordinary trade, without a row being made. What stands where: `rows.ts`. Throws `Damaged`. */
export function readColumns(bytes: Uint8Array): Omit<RowColumns, 'asked'> {
  const from = new ByteReader(bytes);
  const length = from.count();
  const texts = () => readTextColumn(from, length);
  const numbers = () => readNumberColumn(from, length);
  const [ledger, kind, state] = [texts(), texts(), texts()];
  const seconds = readTextsAs(from, length, NO_INSTANT, secondIn);
  const [settleDay, currency] = [texts(), texts()];
  skipTexts(from, length); // reference
  const [terminal, card] = [texts(), texts()];
  skipTexts(from, length); // due
  const words = texts();
  const [amount, fee, net, balance] = [numbers(), numbers(), numbers(), numbers()];
  readNumbers(from, length); // rate
  const supersededBy = numbers();
  for (let place = 0; place < 3; place += 1) readNumbers(from, length);
  const order = orderOf(from, length);
  return {
    ...{ length, ledger, kind, state, settleDay, currency, terminal, card, words, order },
    ...{ seconds, amount, fee, net, balance, supersededBy },
  };
}

/** Of the other numbers of the rows, those of the orders. */
function orderOf(from: ByteReader, length: number): TextColumn {
  let order: TextColumn = { values: [null], places: new Uint16Array(length) };
  for (let names = from.count(); names > 0; names -= 1) {
    if (from.text() === 'order') order = readTextColumn(from, length);
    else skipTexts(from, length);
  }
  return order;
}

const NO_INSTANT = -1;
const NO_CLOCK = -2;

/** Second of its day in which an instant is, by the provider's own clock. */
const secondIn = (at: Uint16Array, size: number): number =>
  size < 19 ? NO_CLOCK : two(at, 11) * 3600 + two(at, 14) * 60 + two(at, 17);

const two = (at: Uint16Array, place: number): number => (at[place] ?? 0) * 10 + (at[place + 1] ?? 0) - 528;
