import { z } from 'zod';
import { KeptEntry } from '#records/entry.ts';
import { WalkEnd } from '#records/job.ts';
import { ReportEnd } from '#records/report.ts';
import { LookPart, Sighting } from '#records/sighting.ts';

/**
 * Every message of the product: its name, who may send it, what it carries, what is answered.
 * `src/bridge/send.ts` types the sender's side from this map, `src/bridge/receive.ts` checks what arrives against it.
 */
export const MESSAGES = {
  /** Popup or desk → background: read the tab in front of the merchant. The answer comes as soon as the job exists. */
  check: { from: 'page', asks: z.object({ tabId: z.number().int() }), answers: z.object({ jobId: z.string() }) },
  /** Popup or desk → background: stop the running job; what was read until then is kept as `part`. */
  stop: { from: 'page', asks: z.object({ jobId: z.string() }), answers: z.object({}) },
  /** Popup → background: the entries behind a cause. Missing keys are left out. */
  rows: {
    from: 'page',
    asks: z.object({ account: z.string(), keys: z.array(z.string()).max(1000) }),
    answers: z.object({ entries: z.array(KeptEntry) }),
  },
  /** Popup or desk → background: what the merchant calls this account (and, for a portal not in the directory, who it is). */
  name: { from: 'page', asks: z.object({ account: z.string(), label: z.string().max(200) }), answers: z.object({}) },
  /** Popup or desk → background: make a sample of the page in this tab, sanitised, and hold it in `storage.session` (docs/new-page.md). Nothing is sent. */
  report: { from: 'page', asks: z.object({ tabId: z.number().int() }), answers: z.object({ end: ReportEnd }) },
  /**
   * Background → reader: what does this frame show now? Nothing is pressed. `first` begins a look; asked again, the reader answers the next part of it,
   * until there is none (`src/bridge/look.ts`). A list of thousands of rows comes in parts while the reader still looks at the rest.
   */
  look: { from: 'background', asks: z.object({ first: z.boolean() }), answers: LookPart },
  /** Background → walker: read from the first page to the last, reporting each. */
  walk: {
    from: 'background',
    asks: z.object({ jobId: z.string(), seen: z.number().int().nonnegative() }),
    answers: z.object({ end: WalkEnd }),
  },
  /** Background → walker: finish the page in hand and stop. */
  halt: { from: 'background', asks: z.object({ jobId: z.string() }), answers: z.object({}) },
  /** Walker → background: one page. `go` false asks the walker to stop. */
  page: {
    from: 'walker',
    asks: z.object({ jobId: z.string(), index: z.number().int().nonnegative(), sighting: Sighting }),
    answers: z.object({ go: z.boolean() }),
  },
  /**
   * Walker → background: press a pager's link whose address is a script (`javascript:goPage(2)`), which a browser does not run for a walker's own
   * press. `path` leads to it: the place of each element among its parent's elements, from the document's root down. `address` is what it said when it
   * was recognised: another link that has taken its place since is not pressed. `frame`: it stands beside the walked frame: 0 is the page around it,
   * 1… that page's frames.
   */
  press: {
    from: 'walker',
    asks: z.object({
      jobId: z.string(),
      path: z.array(z.number().int().nonnegative()).min(1).max(500),
      address: z.string().max(2000),
      frame: z.number().int().nonnegative().optional(),
    }),
    answers: z.object({ pressed: z.boolean() }),
  },
} as const satisfies Record<string, { from: 'page' | 'background' | 'walker'; asks: z.ZodType; answers: z.ZodType }>;

export type MessageName = keyof typeof MESSAGES;
export type Asks<N extends MessageName> = z.infer<(typeof MESSAGES)[N]['asks']>;
export type Answers<N extends MessageName> = z.infer<(typeof MESSAGES)[N]['answers']>;

/** What travels. `name` is namespaced so that another script's message is never taken for ours. */
export interface Envelope<N extends MessageName> {
  readonly arrearsRadar: N;
  readonly body: Asks<N>;
}

/** What is answered instead, as a value: the body did not fit, or the handler could not answer. `ask` rejects with it. */
export interface Refusal {
  readonly arrearsRadarRefused: 'not-understood' | 'failed';
}
