import { parseArgs } from 'node:util';
import { type Day, dayAt, isDay } from '#money/day.ts';
import { fail, ok, type Result } from '#money/result.ts';
import type { Language } from '#text/index.ts';

export const USAGE = `npm run -s inspect -- SOURCE… [options]

SOURCE              a bill file, a saved HTML page, a backup (.arbackup), or an http(s) address on this machine
--terms FILE        what the merchant agreed (docs/inspect.md)
--as-of YYYY-MM-DD  the day for which arrears are computed; today in China if absent
--provider ID       whose source this is, where it does not say so itself
--password PW       of an encrypted file or backup
--lang en|zh        language of sentences; en if absent
--tables            also every table found, about money or not
--json              exactly one JSON document on standard output`;

export interface Request {
  readonly sources: readonly string[];
  readonly terms: string | null;
  readonly asOf: Day;
  readonly provider: string | null;
  readonly password: string | null;
  readonly language: Language;
  readonly tables: boolean;
  readonly json: boolean;
}

/** The command line as a request, or one sentence that says what is wrong with it. */
export function readCommandLine(args: readonly string[], now: number): Result<Request, string> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  if (positionals.length === 0) return fail('no SOURCE was given');
  const asOf = values['as-of'] ?? dayAt(now, 'Asia/Shanghai');
  if (!isDay(asOf)) return fail(`--as-of wants a day like 2026-11-23, not ${asOf}`);
  const language = values.lang ?? 'en';
  if (language !== 'en' && language !== 'zh') return fail(`--lang wants en or zh, not ${language}`);
  return ok({
    sources: positionals,
    terms: values.terms ?? null,
    asOf,
    provider: values.provider ?? null,
    password: values.password ?? null,
    language,
    tables: values.tables ?? false,
    json: values.json ?? false,
  });
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      terms: { type: 'string' },
      'as-of': { type: 'string' },
      provider: { type: 'string' },
      password: { type: 'string' },
      lang: { type: 'string' },
      tables: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  });
