import { expect, test } from 'vitest';
import { zoneNamed } from './zones.ts';

test.each([
  ['UTC', 'UTC'],
  ['PDT', 'Etc/GMT+7'],
  ['CEST', 'Etc/GMT-2'],
  ['Pacific Time (US & Canada)', 'America/Los_Angeles'],
  ['Europe/Berlin', 'Europe/Berlin'],
])('%s is %s', (cell, zone) => expect(zoneNamed(cell)).toBe(zone));

test.each(['CST', 'IST', 'Europe/Atlantis', 'local', '', '+08:00'])('%s is not sure', (cell) =>
  expect(zoneNamed(cell)).toBeNull(),
);
