/** `npm run -s inspect`: the extension's own code on a file, a saved page, or an address on this machine (docs/inspect.md). */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { computeArrears } from '#arrears/compute.ts';
import { termsProblems } from '#arrears/terms-problems.ts';
import { memoryBook } from '#book/memory.ts';
import { joinedOf } from '#keeper/joined.ts';
import type { Result } from '#money/result.ts';
import { readSightings } from '#reading/read.ts';
import { newerTerms } from '#records/newer-terms.ts';
import type { Reading } from '#records/reading.ts';
import { type AccountTerms, TermsFile } from '#records/terms.ts';
import { isTextKey, say } from '#text/index.ts';
import { isBackup, restoreBackup } from './inspect/backup.ts';
import { type Request, readCommandLine, USAGE } from './inspect/command-line.ts';
import { type PageReader, startPageReader } from './inspect/page.ts';
import {
  printReport,
  problemSentence,
  type ReadingReport,
  type Report,
  reportArrears,
  reportReading,
} from './inspect/report.ts';
import { kindOf, type Seen, seeFile, type Trouble } from './inspect/source.ts';

const UNREAD: Reading = {
  outcome: 'not-a-known-page',
  provider: null,
  format: null,
  accounts: [],
  stableIds: false,
  names: {},
  coverage: { from: null, to: null, pages: 0, rows: 0, statedRows: null, whole: false, gaps: [] },
  controls: [],
  entries: [],
  rejected: [],
};

async function main(): Promise<void> {
  const line = readCommandLine(process.argv.slice(2), Date.now());
  if (!line.ok) throw new Error(`${line.error}\n\n${USAGE}`);
  const request = line.value;
  const terms = request.terms === null ? null : readTerms(request.terms);
  const reader = once(startPageReader);
  try {
    await inspect(request, terms, reader.get);
  } finally {
    await (await reader.started())?.close();
  }
}

function readTerms(path: string): TermsFile {
  const read = TermsFile.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!read.success) throw new Error(`${path} is not as docs/inspect.md describes it\n${z.prettifyError(read.error)}`);
  return read.data;
}

async function inspect(request: Request, given: TermsFile | null, pages: () => Promise<PageReader>): Promise<void> {
  const book = memoryBook();
  const readings: ReadingReport[] = [];
  let kept: readonly AccountTerms[] = [];
  let added = 0;
  let existing = 0;
  for (const source of request.sources) {
    if (isBackup(source)) {
      const backup = await restoreBackup(source, request.password, book);
      const seen = { sightings: [], tables: request.tables };
      if (backup.ok) {
        added += backup.value.restored.added;
        existing += backup.value.restored.existing;
        const theirs = backup.value.restored.terms;
        kept = newerTerms(kept, theirs).accounts;
        readings.push({ ...reportReading(source, backup.value.reading, seen), terms: theirs });
      } else {
        const key = `backup-problem.${backup.error}`;
        const sentence = say(request.language, isTextKey(key) ? key : 'care.failed');
        readings.push(reportReading(source, UNREAD, seen, { code: backup.error, sentence }));
      }
      continue;
    }
    const at = new Date().toISOString();
    const seen = await see(source, at, request, pages);
    if (!seen.ok) {
      if (seen.error.kind === 'command') throw new Error(seen.error.why);
      const { error } = seen.error;
      const sentence = say(request.language, `file.${error}`);
      readings.push(
        reportReading(source, UNREAD, { sightings: [], tables: request.tables }, { code: error, sentence }),
      );
      continue;
    }
    const { sightings, end, source: kind, place } = seen.value;
    const reading = readSightings(sightings, {
      source: kind,
      end,
      today: request.asOf,
      ...(request.provider === null ? {} : { provider: request.provider }),
    });
    const taken = await book.takeIn({ reading, sightings, source: kind, place, at });
    if (!taken.ok) throw new Error(say(request.language, `book.${taken.error}`));
    added += taken.value.added;
    existing += taken.value.existing;
    readings.push(reportReading(source, reading, { sightings, tables: request.tables }));
  }
  const terms = termsOf(given, kept);
  const entries = await book.entriesOf();
  const knowledge = await book.knowledge();
  const marks = await book.marks();
  const attempts = await book.attempts();
  if (!entries.ok || !knowledge.ok || !marks.ok || !attempts.ok) throw new Error('the book in memory cannot be read');
  const arrears = computeArrears({
    entries: entries.value,
    knowledge: knowledge.value,
    terms,
    asOf: request.asOf,
    marks: marks.value,
    matches: joinedOf(entries.value, marks.value, request.asOf),
    attempts: attempts.value,
  });
  const known = new Set(entries.value.map((entry) => entry.account));
  const problems = terms === null ? [] : termsProblems(terms, known);
  for (const problem of problems) process.stderr.write(`! ${problemSentence(problem, request.language)}\n`);
  const report: Report = {
    readings,
    book: { entries: entries.value.length, added, existing },
    arrears: reportArrears(arrears, problems, request.language),
  };
  process.stdout.write(`${request.json ? JSON.stringify(report) : printReport(report, arrears, request.language)}\n`);
}

/** What the command line gives holds for the accounts that it names; for others what stands in a backup. */
function termsOf(given: TermsFile | null, kept: readonly AccountTerms[]): TermsFile | null {
  const named = new Set(given?.accounts.map(({ account }) => account));
  const others = kept.filter(({ account }) => !named.has(account));
  return given === null && others.length === 0 ? null : { accounts: [...(given?.accounts ?? []), ...others] };
}

async function see(
  source: string,
  at: string,
  request: Request,
  pages: () => Promise<PageReader>,
): Promise<Result<Seen, Trouble>> {
  const kind = kindOf(source);
  if (kind === 'file') return seeFile(source, at, request.password);
  return (await pages()).see(source, kind);
}

/** A browser is started for the first page only, and not at all for files. */
function once<T>(start: () => Promise<T>): { get: () => Promise<T>; started: () => Promise<T | null> } {
  let running: Promise<T> | null = null;
  return {
    get: () => {
      running ??= start();
      return running;
    },
    started: async () => running,
  };
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
