import { CAUSES, type Cause, type CauseGroup, type CauseId } from '#records/arrears.ts';

/** A cause lists at most this many rows; `params.count` has the whole number. */
export const MAX_ROWS = 50;

type Keyed = { readonly key: string };

const GROUP_OF = new Map<CauseId, CauseGroup>(
  (Object.keys(CAUSES) as CauseGroup[]).flatMap((group) => CAUSES[group].map((id) => [id, group] as const)),
);

/** Puts a cause together: its group from the closed set, its rows bounded and counted. */
export function makeCause(
  id: CauseId,
  confidence: Cause['confidence'],
  rows: readonly Keyed[],
  params: Readonly<Record<string, string>>,
): Cause {
  return {
    cause: id,
    group: GROUP_OF.get(id) ?? 'none',
    confidence,
    rows: rows.slice(0, MAX_ROWS).map((row) => row.key),
    params: { count: String(rows.length), ...params },
  };
}
