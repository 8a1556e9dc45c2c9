import { z } from 'zod';

/** One document of a page, sanitised where it stood (docs/new-page.md). */
export const SanitisedPage = z.object({
  /** `top`, `top>0`, … */
  frame: z.string().max(200),
  html: z.string().max(4_000_000),
  /** Words that stayed as they were. */
  kept: z.array(z.string().max(300)).max(1000),
  /** The same page as lines of text, for a look before it is saved. */
  lines: z.array(z.string().max(200_000)).max(3000),
  cut: z.boolean(),
});
export type SanitisedPage = z.infer<typeof SanitisedPage>;

/** What the merchant may save for a report. Kept in `storage.session`, so that it ends with the browser. */
export const PageReport = z.object({
  /** Address without query. */
  place: z.string().max(2000),
  /** ISO instant. */
  at: z.string().max(40),
  pages: z.array(SanitisedPage).min(1).max(20),
});
export type PageReport = z.infer<typeof PageReport>;

/** How an asking for a sample ended. */
export const ReportEnd = z.enum(['made', 'out-of-reach', 'full']);
export type ReportEnd = z.infer<typeof ReportEnd>;
