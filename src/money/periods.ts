import { addDays, type Period } from './day.ts';

/** The same days in as few periods as possible, in order: what overlaps or touches is one. */
export function joined(periods: readonly Period[]): Period[] {
  const joint: Period[] = [];
  for (const { from, to } of periods.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = joint.at(-1);
    if (from > to) continue;
    if (!last || from > addDays(last.to, 1)) joint.push({ from, to });
    else if (to > last.to) joint[joint.length - 1] = { from: last.from, to };
  }
  return joint;
}

/** The days of the period that are in none of these, in order. `taken` as `joined` answers it. */
export function without({ from, to }: Period, taken: readonly Period[]): Period[] {
  const left: Period[] = [];
  let next = from;
  for (const period of taken) {
    if (period.to < next) continue;
    if (period.from > to) break;
    if (period.from > next) left.push({ from: next, to: addDays(period.from, -1) });
    next = addDays(period.to, 1);
  }
  if (next <= to) left.push({ from: next, to });
  return left;
}
