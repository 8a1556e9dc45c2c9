import { expect, test } from 'vitest';
import type { Basis, CauseGroup, CauseId, CODES, ItemState } from '#records/arrears.ts';
import { CODES as ALL_CODES, BASES, CAUSES } from '#records/arrears.ts';
import type { BadgeKey, ReminderKey } from '#reminders/keys.ts';
import { BADGE_KEYS, REMINDER_KEYS } from '#reminders/keys.ts';
import { arrearsText } from '#text/areas/arrears.ts';
import { type CauseKey, causesText, type SpokenCause } from '#text/areas/causes.ts';
import { remindersText } from '#text/areas/reminders.ts';
import type { Phrase } from '#text/phrase.ts';

// A missing phrase is an error of the type checker, not of a run: these lines are the test.
causesText satisfies Record<CauseKey<CauseId> | `group.${CauseGroup}`, Phrase>;
arrearsText satisfies Record<`code.${(typeof CODES)[number]}` | `basis.${Basis}` | `state.${ItemState}`, Phrase>;
remindersText satisfies Record<ReminderKey | BadgeKey, Phrase>;
const spoken: Record<SpokenCause, true> = {} as Record<CauseId, true>;

const params = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((one) => one[1] ?? '').sort();

test('both languages say the same things', () => {
  expect(spoken).toEqual({});
  const all: Record<string, Phrase> = { ...arrearsText, ...causesText, ...remindersText };
  for (const [key, phrase] of Object.entries(all)) {
    expect(phrase.zh.trim(), key).not.toBe('');
    expect(phrase.en.trim(), key).not.toBe('');
    expect([key, ...new Set(params(phrase.en))]).toEqual([key, ...new Set(params(phrase.zh))]);
  }
});

test('every cause, code, basis and reminder has its words', () => {
  const has = new Set<string>([...Object.keys(arrearsText), ...Object.keys(causesText), ...Object.keys(remindersText)]);
  const wanted = [
    ...Object.values(CAUSES).flatMap((ids) =>
      ids.flatMap((id) => ['name', 'sentence', 'step'].map((part) => `cause.${id}.${part}`)),
    ),
    ...ALL_CODES.map((code) => `code.${code}`),
    ...BASES.map((basis) => `basis.${basis}`),
    ...REMINDER_KEYS,
    ...BADGE_KEYS,
  ];
  expect(wanted.filter((key) => !has.has(key))).toEqual([]);
});
