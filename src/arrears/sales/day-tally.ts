import type { Units } from '#money/amount.ts';
import { type Day, laterOf } from '#money/day.ts';
import { type RowColumns, textAt } from '#records/row-columns.ts';
import { MOST_ODD, NIGHT_ENDS, TOP_AMOUNTS } from '../finders/unusual-sales.ts';
import { addMoments, addOrder, Moments } from './doubles.ts';
import type { Facts } from './facts.ts';
import { addToYear } from './year.ts';

/** What the trades of one day add to the facts: put together first, because a large book has hundreds of them a day. */
export class DayTally {
  readonly #facts: Facts;
  readonly #day: Day;
  readonly #isFirst = new Map<string | null, boolean>();
  readonly #sold = new Set<string | null>();
  readonly #amounts: Units[] = [];
  readonly #moments = new Moments();
  #settleDay: Day;
  #net: Units = 0;

  constructor(facts: Facts, day: Day) {
    this.#facts = facts;
    this.#day = day;
    this.#settleDay = day;
  }

  /** Whether no day before has sales of this terminal. */
  isFirstOf(terminal: string | null): boolean {
    let isFirst = this.#isFirst.get(terminal);
    if (isFirst === undefined) {
      const [first = this.#day] = this.#facts.saleDays.get(terminal) ?? [];
      isFirst = first >= this.#day;
      this.#isFirst.set(terminal, isFirst);
    }
    return isFirst;
  }

  /** Row `n` was counted before, but new sales may stand near to it. @param line `lineOf` its terminal and card type */
  counted({ amount, seconds }: RowColumns, n: number, line: string): void {
    const second = seconds[n] as number;
    if ((amount[n] as number) > 0 && second !== -1) this.#moments.add(line, second, amount[n] as number, false);
  }

  /** Counts row `n`. Answers whether it is one of the few sales at night that may be odd. */
  add(block: RowColumns, n: number, isSale: boolean, line: string): boolean {
    const facts = this.#facts;
    const [amount, fee, net] = [block.amount[n] as number, block.fee[n] as number, block.net[n] as number];
    const terminal = textAt(block.terminal, n);
    const settleDay = textAt(block.settleDay, n) as Day | null;
    facts.trades += 1;
    this.#settle(settleDay ?? this.#day, Number.isNaN(net) ? (amount || 0) - (fee || 0) : net);
    facts.says ||= terminal !== null || !Number.isNaN(net) || !Number.isNaN(fee);
    facts.settles ||= settleDay !== null || !Number.isNaN(net);
    if (!isSale) return false;
    this.#sold.add(terminal);
    if (settleDay !== null) settleOn(facts, line, this.#day, settleDay);
    if (!(amount > 0)) return false;
    const order = textAt(block.order, n);
    if (order !== null) addOrder(facts.doubles, order);
    this.#amounts.push(amount);
    this.#among(amount);
    const second = block.seconds[n] as number;
    if (second === -1) return false;
    this.#moments.add(line, second, amount, true);
    return second >= 0 && this.#timed(second);
  }

  /** Puts the day into the facts. */
  close(): void {
    const facts = this.#facts;
    const day = this.#day;
    this.#settle(null, 0);
    for (const terminal of this.#sold) {
      const days = facts.saleDays.get(terminal);
      if (days) days.add(day);
      else facts.saleDays.set(terminal, new Set([day]));
    }
    facts.last = laterOf(facts.last ?? day, day);
    facts.sales += this.#amounts.length;
    addToYear(facts.year, day, this.#amounts);
    addMoments(facts.doubles, this.#moments);
  }

  /** Trades that follow each other are nearly all settled on one day. */
  #settle(day: Day | null, net: Units): void {
    if (day !== this.#settleDay) {
      const { nets } = this.#facts;
      if (this.#net !== 0 || this.#settleDay !== this.#day)
        nets.set(this.#settleDay, (nets.get(this.#settleDay) ?? 0) + this.#net);
      this.#net = 0;
      if (day !== null) this.#settleDay = day;
    }
    this.#net += net;
  }

  #among(amount: Units): void {
    const { largest } = this.#facts;
    if (largest.length >= TOP_AMOUNTS && amount <= (largest[TOP_AMOUNTS - 1] as Units)) return;
    let place = largest.length;
    while (place > 0 && (largest[place - 1] as Units) < amount) place -= 1;
    largest.splice(place, 0, amount);
    if (largest.length > TOP_AMOUNTS) largest.pop();
  }

  #timed(second: number): boolean {
    const facts = this.#facts;
    facts.timed += 1;
    if (second >= NIGHT_ENDS * 60) {
      facts.minutes[Math.floor(second / 60)] = 1;
      return false;
    }
    facts.night += 1;
    return facts.night <= MOST_ODD;
  }
}

function settleOn({ settled }: Facts, line: string, day: Day, settles: Day): void {
  const days = settled.get(line) ?? new Map<Day, Map<Day, number>>();
  settled.set(line, days);
  const of = days.get(day) ?? new Map<Day, number>();
  days.set(day, of);
  of.set(settles, (of.get(settles) ?? 0) + 1);
}
