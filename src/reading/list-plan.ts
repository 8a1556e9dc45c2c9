import type { Day, Period } from '#money/day.ts';
import type { Sighting } from '#records/sighting.ts';
import type { Group } from './lists/group.ts';
import type { Merchant } from './lists/merchant.ts';
import { titleParts } from './proof/stated.ts';
import { headingOf } from './rows/about.ts';
import { makePlan, type Plan } from './rows/plan.ts';
import {
  currencyOfHeader,
  currencyOfLanguage,
  currencyOfTexts,
  currencyOfTitles,
  NO_CURRENCY,
} from './words/currency.ts';
import { unitOfTexts } from './words/units.ts';

/** What all rows of a source share. */
export interface Setting {
  readonly providerId: string;
  readonly zone: string;
  /** The zone is that of a provider whose clock is known. */
  readonly clockKnown: boolean;
  /** The provider's; null where nobody known is it. */
  readonly currency: string | null;
  readonly today: Day;
  readonly period: Period | null;
  /** Merchant number to use where neither the row nor its sighting says one. */
  readonly account: string | null;
  /** Whom each sighting is about. */
  readonly merchants: readonly Merchant[];
}

/** How the rows of one list are read, by all that is seen of it and beside it. */
export function planOf(group: Group, sightings: readonly Sighting[], setting: Setting): Plan {
  const texts = [
    ...new Set(group.spots.flatMap((spot) => [spot.source.caption ?? '', ...(sightings[spot.sighting]?.texts ?? [])])),
  ];
  const lang = langOf(group, sightings);
  return makePlan({
    header: group.header,
    columns: group.columns,
    format: group.format,
    rows: group.spots.flatMap((spot) => spot.rows),
    zone: (setting.clockKnown ? null : offsetOf(group)) ?? setting.zone,
    currency: currencyOf(group, texts, lang, setting),
    unit: unitOfTexts(texts),
    period: setting.period,
    texts,
    captions: group.spots.flatMap(({ source, sighting }) => [
      ...(source.caption === null ? [] : [source.caption]),
      ...titleParts(sightings[sighting]?.title ?? ''),
      headingOf(sightings[sighting]?.texts ?? []) ?? '',
    ]),
    today: setting.today,
    lang,
    recipe: group.taught?.is === 'read' ? group.taught.recipe : null,
  });
}

/** The clock of a source that nobody knows, where all of a list's times are stated with one distance from UTC, and that is not UTC itself. */
function offsetOf({ columns, spots }: Group): string | null {
  const [column] = columns.get('at') ?? columns.get('day') ?? [];
  const rows = spots.flatMap((spot) => spot.rows.slice(0, OFFSETS_SEEN));
  const offsets = new Set(rows.map((row) => OFFSET.exec(row[column?.index ?? -1] ?? '')?.[1] ?? ''));
  const [only = ''] = offsets;
  return offsets.size === 1 && only !== '' && !only.endsWith('00:00') ? only : null;
}

const OFFSETS_SEEN = 300;
const OFFSET = /\d:\d\d(?:\.\d+)? ?([+-]\d\d:\d\d)$/;

export const langOf = ({ spots }: Group, sightings: readonly Sighting[]): string =>
  sightings[spots[0]?.sighting ?? 0]?.lang ?? '';

/** The currency of the figures of a list that are marked with none: what the list and the page say, then what their language tells. */
export const currencyOf = ({ header }: Group, texts: readonly string[], lang: string, setting: Setting): string =>
  currencyOfTexts(texts) ??
  header.map(currencyOfHeader).find((code) => code !== null) ??
  currencyOfTitles(header) ??
  setting.currency ??
  currencyOfLanguage(lang, [...header, ...texts]) ??
  NO_CURRENCY;

/** The one number that the sightings name; null where they name none, or several. */
export const onlyNumber = (merchants: readonly Merchant[]): string | null => {
  const numbers = new Set(merchants.flatMap(({ number }) => number ?? []));
  return numbers.size === 1 ? ([...numbers][0] ?? null) : null;
};
