import { plain } from './plain.ts';

/**
 * Clocks as exports name them. An abbreviation that says whether it is summer is a fixed distance from UTC (Etc/GMT+7 is seven hours behind);
 * the long names are those of a place, with its summers. What several places share (CST, IST) is not in the list.
 */
const ZONES: Readonly<Record<string, string>> = {
  utc: 'UTC',
  gmt: 'UTC',
  z: 'UTC',
  wet: 'UTC',
  bst: 'Etc/GMT-1',
  cet: 'Etc/GMT-1',
  west: 'Etc/GMT-1',
  cest: 'Etc/GMT-2',
  eet: 'Etc/GMT-2',
  eest: 'Etc/GMT-3',
  pst: 'Etc/GMT+8',
  pdt: 'Etc/GMT+7',
  mst: 'Etc/GMT+7',
  mdt: 'Etc/GMT+6',
  cdt: 'Etc/GMT+5',
  est: 'Etc/GMT+5',
  edt: 'Etc/GMT+4',
  hkt: 'Asia/Hong_Kong',
  sgt: 'Asia/Singapore',
  jst: 'Asia/Tokyo',
  aest: 'Etc/GMT-10',
  aedt: 'Etc/GMT-11',
  nzst: 'Etc/GMT-12',
  nzdt: 'Etc/GMT-13',
  'pacifictime(us&canada)': 'America/Los_Angeles',
  'mountaintime(us&canada)': 'America/Denver',
  'centraltime(us&canada)': 'America/Chicago',
  'easterntime(us&canada)': 'America/New_York',
  arizona: 'America/Phoenix',
  hawaii: 'Pacific/Honolulu',
  london: 'Europe/London',
  dublin: 'Europe/Dublin',
  paris: 'Europe/Paris',
  madrid: 'Europe/Madrid',
  tokyo: 'Asia/Tokyo',
  sydney: 'Australia/Sydney',
  melbourne: 'Australia/Melbourne',
};
const PLACE = /^(?:America|Europe|Asia|Australia|Pacific|Africa|Atlantic)\/[A-Za-z_]{2,30}(?:\/[A-Za-z_]{2,30})?$/;
const KNOWN_PLACES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('timeZone'));

/** The zone that a cell names (`PDT`, `CET`, `Pacific Time (US & Canada)`, `America/New_York`), as `Intl` knows it; null if it names none that is sure. */
export function zoneNamed(cell: string): string | null {
  const text = cell.trim();
  if (PLACE.test(text)) return KNOWN_PLACES.has(text) ? text : null;
  return ZONES[plain(text)] ?? null;
}
