/** `npm run evaluate [-- SEEDS [--write]]`: labelled books, read as files, against what the product says of them (docs/evaluation.md). */
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { readBook } from './evaluate/read.ts';
import { reportOf, type Tally, tallied } from './evaluate/report.ts';
import { SCENARIOS } from './evaluate/scenarios.ts';
import { scoreOf } from './evaluate/score.ts';

const SEEDS = 20;
const REPORT = 'docs/evaluation.md';

/** Every scenario with the seeds that are this part's. */
async function evaluated(seeds: number, part: number, parts: number): Promise<Tally[]> {
  const tallies: Tally[] = [];
  for (const { name, group, make } of SCENARIOS) {
    let tally: Tally = { name, group, books: 0, found: 0, missed: [], invented: [], inexact: [] };
    for (let seed = 1 + part; seed <= seeds; seed += parts) {
      const { files, terms, asOf, labels } = make(seed);
      const score = scoreOf(await readBook(files, terms, asOf), labels);
      tally = tallied(tally, score, seed);
    }
    tallies.push(tally);
  }
  return tallies;
}

async function main(): Promise<void> {
  const seeds = Number(process.argv.find((arg) => /^\d+$/.test(arg)) ?? SEEDS);
  const parts = Math.min(availableParallelism(), seeds);
  const answers = await Promise.all(
    Array.from(
      { length: parts },
      (_, part) =>
        new Promise<Tally[]>((resolve, reject) => {
          const worker = new Worker(fileURLToPath(import.meta.url), { workerData: { seeds, part, parts } });
          worker.once('message', resolve);
          worker.once('error', reject);
        }),
    ),
  );
  const report = reportOf(answers, seeds);
  process.stdout.write(report.text);
  if (process.argv.includes('--write')) writeFileSync(REPORT, report.markdown);
  if (!report.isGood) process.exitCode = 1;
}

if (isMainThread) await main();
else {
  const { seeds, part, parts } = workerData as { seeds: number; part: number; parts: number };
  parentPort?.postMessage(await evaluated(seeds, part, parts));
}
