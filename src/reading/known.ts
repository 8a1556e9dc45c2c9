import type { Day } from '#money/day.ts';
import { providerById } from '#providers/list.ts';
import type { WalkEnd } from '#records/job.ts';
import type { Recipe } from '#records/recipe.ts';
import type { Sighting } from '#records/sighting.ts';
import { onlyNumber, type Setting } from './list-plan.ts';
import { type Group, groupsOf } from './lists/group.ts';
import { merchantOf } from './lists/merchant.ts';
import { statedPeriod } from './lists/period.ts';
import { NOBODY, whoseIs } from './lists/place.ts';
import { saidByRecipe } from './recipes/whose.ts';

export interface Context {
  readonly source: 'page' | 'file';
  /** How the walk ended; null for a single look, and for files. */
  readonly end: WalkEnd | null;
  /** Who the merchant says the provider is. */
  readonly provider?: string;
  /** Merchant number, or `provider:number`, to use where the source says none. */
  readonly account?: string;
  /** What the merchant taught about tables; those about other places are not asked. */
  readonly recipes?: readonly Recipe[];
  /** The day of reading, for figures that bear no date. */
  readonly today: Day;
}

/** Provider, account and list of a source that is not Chinese are not guessed: without other facts the clock is China's. */
const ZONE = 'Asia/Shanghai';

/** What is known of a source before its rows are read. */
export interface Known {
  readonly groups: readonly Group[];
  readonly lists: readonly Group[];
  /** Null where nobody known is it. */
  readonly providerId: string | null;
  /** It is known by its place, or because the merchant says so. */
  readonly atPlace: boolean;
  readonly setting: Setting;
}

/** Finds the lists of a source, and what all their rows share. */
export function knownOf(sightings: readonly Sighting[], context: Context): Known {
  const recipes = context.recipes ?? [];
  const told = saidByRecipe(sightings, recipes);
  const whose = whoseIs(sightings, context.provider ?? told?.provider);
  const groups = groupsOf(sightings, whose, recipes);
  const known =
    groups.find(({ role, providerId }) => role === 'rows' && providerId) ?? groups.find(({ providerId }) => providerId);
  const providerId = whose.id ?? known?.providerId ?? null;
  const provider = whose.provider ?? (providerId === null ? null : providerById(providerId));
  const formats = [...new Set(groups.flatMap(({ format }) => format ?? []))];
  const merchants = sightings.map((sighting) => merchantOf(sighting, provider, formats));
  return {
    groups,
    lists: groups.filter(({ role }) => role === 'rows'),
    providerId,
    atPlace: whose.provider !== null,
    setting: {
      providerId: providerId ?? NOBODY,
      zone: provider?.zone ?? ZONE,
      clockKnown: provider !== null,
      currency: provider?.currency ?? null,
      today: context.today,
      period: statedPeriod(sightings, formats),
      account: onlyNumber(merchants) ?? context.account?.replace(/^.*:/, '') ?? told?.account ?? null,
      merchants,
    },
  };
}
