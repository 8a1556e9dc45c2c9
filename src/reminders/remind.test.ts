import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day } from '#money/day.ts';
import { clockAt, dismissed, type Now, remindersDue, type Said } from './remind.ts';
import { account, item, summary } from './testing.ts';

/** A wake at an hour of a Shanghai wall. */
const wake = (day: Day, hour: number): Now => ({
  at: new Date(Date.parse(`${day}T00:00:00+08:00`) + hour * 3_600_000).toISOString(),
  day,
  hour,
});

const keys = (due: ReturnType<typeof remindersDue>) => due.say.map((one) => one.key);

test('a new debt is said once', () => {
  const one = summary([account([item({ id: 'a' })])]);
  const first = remindersDue(one, [], wake('2026-11-23', 10));
  expect(first.say).toEqual([
    {
      id: 'new a',
      key: 'reminder.new',
      params: { name: '总店', amount: '36.00 CNY' },
      itemId: 'a',
      account: 'chinaums:1',
    },
  ]);
  expect(keys(remindersDue(one, first.said, wake('2026-11-23', 11)))).toEqual([]);
  expect(keys(remindersDue(one, first.said, wake('2026-11-24', 11)))).toEqual([]);
});

test('a charge to come is said a week, a day before and on the day; then, if it was not seen, each week', () => {
  let said: Said[] = [];
  const spoken: string[] = [];
  for (let day: Day = '2026-11-23'; day <= '2026-12-20'; day = addDays(day, 1)) {
    const fresh = account([item({ id: 'a', state: 'due', basis: 'predicted', due: '2026-12-03' })]);
    const seen = { ...fresh, knowledge: { ...fresh.knowledge, readAt: `${day}T00:00:00.000Z` } };
    const due = remindersDue(summary([seen]), said, wake(day, 9));
    said = due.said;
    spoken.push(...due.say.map((one) => `${day} ${one.key}`));
  }
  expect(spoken).toEqual([
    '2026-11-26 reminder.charge.week',
    '2026-12-02 reminder.charge.day',
    '2026-12-03 reminder.charge.today',
    '2026-12-04 reminder.charge.passed',
    '2026-12-11 reminder.charge.passed',
    '2026-12-18 reminder.charge.passed',
  ]);
});

test('a wake that came late says the present step only, and one thing a day about one item', () => {
  const one = summary([account([item({ id: 'a', due: '2026-11-23' })])]);
  const first = remindersDue(one, [], wake('2026-11-23', 9));
  expect(keys(first)).toEqual(['reminder.due.today']);
  expect(first.nextLook).toBe('2026-11-24T00:00:00.000Z');
  expect(keys(remindersDue(one, first.said, wake('2026-11-24', 9)))).toEqual(['reminder.due.overdue']);
});

test('nothing is said at night; the next look is at eight', () => {
  const one = summary([account([item({ id: 'a' })])]);
  const night = remindersDue(one, [], wake('2026-11-23', 22));
  expect(night.say).toEqual([]);
  expect(night.nextLook).toBe('2026-11-24T00:00:00.000Z');
  expect(remindersDue(one, [], wake('2026-11-24', 6)).nextLook).toBe('2026-11-24T00:00:00.000Z');
  expect(keys(remindersDue(one, night.said, wake('2026-11-24', 8)))).toEqual(['reminder.new']);
});

test('an account not read for more than a week is said to be stale, then weekly', () => {
  const old = account([], {
    knowledge: { readAt: '2026-11-10T02:00:00.000Z', from: null, to: null, whole: true, gaps: [] },
  });
  const due = remindersDue(summary([old]), [], wake('2026-11-23', 10));
  expect(due.say).toMatchObject([{ key: 'reminder.stale', itemId: null, params: { days: '13', name: '总店' } }]);
  const fresh = remindersDue(summary([account([])]), [], wake('2026-11-23', 10));
  expect(fresh.say).toEqual([]);
  expect(fresh.nextLook).toBe('2026-12-01T00:00:00.000Z');
  expect(remindersDue(summary([]), [], wake('2026-11-23', 10)).nextLook).toBeNull();
});

test('what was waved away is not said', () => {
  const one = summary([account([item({ id: 'a' })])]);
  const [reminder] = remindersDue(one, [], wake('2026-11-23', 10)).say;
  if (!reminder) throw new Error('nothing was said');
  expect(keys(remindersDue(one, [dismissed(reminder, '2026-11-23')], wake('2026-11-24', 10)))).toEqual([]);
});

test('a flood is spread out, and none of it is lost', () => {
  const one = summary([account(Array.from({ length: 12 }, (_, i) => item({ id: `i${i}` })))]);
  const first = remindersDue(one, [], wake('2026-11-23', 10));
  expect(first.say).toHaveLength(5);
  expect(first.nextLook).toBe('2026-11-23T03:00:00.000Z');
  const second = remindersDue(one, first.said, wake('2026-11-23', 11));
  const third = remindersDue(one, second.said, wake('2026-11-23', 12));
  expect([second.say.length, third.say.length]).toEqual([5, 2]);
});

const anyItem = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  state: fc.constantFrom('open' as const, 'due' as const, 'taken' as const),
  due: fc.option(fc.integer({ min: -20, max: 20 }), { nil: null }),
});

test('over any sequence of wakes: no id twice, one thing a day about each item, silence at night, a look ahead that lies ahead', () => {
  const anyWake = fc.record({
    gap: fc.integer({ min: 0, max: 60 }),
    items: fc.uniqueArray(anyItem, { selector: (one) => one.id, maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(anyWake, { maxLength: 30 }), (wakes) => {
      let said: Said[] = [];
      let ms = Date.parse('2026-11-23T00:00:00+08:00');
      const ids = new Set<string>();
      const perDay = new Set<string>();
      for (const { gap, items } of wakes) {
        ms += gap * 3_600_000;
        const now = clockAt(ms, 'Asia/Shanghai');
        const dated = items.map((one) =>
          item({ ...one, due: one.due === null ? null : addDays('2026-11-30', one.due) }),
        );
        const due = remindersDue(summary([account(dated)]), said, now);
        said = due.said;
        if (due.nextLook) expect(Date.parse(due.nextLook)).toBeGreaterThan(ms);
        if (now.hour < 8 || now.hour >= 21) expect(due.say).toEqual([]);
        for (const one of due.say) {
          expect(ids.has(one.id)).toBe(false);
          ids.add(one.id);
          const today = `${now.day} ${one.itemId ?? one.account}`;
          expect(perDay.has(today)).toBe(false);
          perDay.add(today);
        }
      }
    }),
  );
});
