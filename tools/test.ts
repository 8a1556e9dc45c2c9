/**
 * `npm test`: everything that must hold, in the order in which a failure is cheapest to see.
 * Types and lint count as one check each; the last line is `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';

const bin = (name: string) => `node_modules/.bin/${name}`;
const run = (command: string, args: string[]) => spawnSync(command, args, { stdio: 'inherit' }).status === 0;

const VitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), success: z.boolean() });

let passed = 0;
let failed = 0;

function check(name: string, holds: () => boolean) {
  process.stdout.write(`\n── ${name}\n`);
  if (holds()) passed += 1;
  else failed += 1;
}

/** A project whose runner broke before it could report counts as one failure, so that no crash looks like silence. */
function suite(project: string) {
  process.stdout.write(`\n── ${project} tests\n`);
  const report = `.artifacts/vitest-${project}.json`;
  rmSync(report, { force: true });
  const fine = run(bin('vitest'), [
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  try {
    const counted = VitestReport.parse(JSON.parse(readFileSync(report, 'utf8')));
    passed += counted.numPassedTests;
    failed += counted.numFailedTests;
    if (!fine && counted.numFailedTests === 0) failed += 1;
  } catch {
    failed += 1;
  }
}

mkdirSync('.artifacts', { recursive: true });
check('browsers and fonts', () => run(process.execPath, ['tools/ensure-browsers.ts']));
check('types', () => run(bin('tsc'), ['--noEmit']));
check('lint', () => run(bin('biome'), ['check', '--error-on-warnings', '.']));
check('build for Chrome', () => run(bin('wxt'), ['build', '-b', 'chrome']));
check('build for Firefox', () => run(bin('wxt'), ['build', '-b', 'firefox']));
suite('unit');
suite('pages');
suite('e2e');

process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
