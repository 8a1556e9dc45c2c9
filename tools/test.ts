/**
 * `npm test`: everything that must hold. What is quick to see and the two builds come first, side by side; then all tests, in one pool.
 * Types and lint count as one check each, and so do the builds; the last line is `N passed, N failed`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { z } from 'zod';

const bin = (name: string) => `node_modules/.bin/${name}`;
const REPORT = '.artifacts/vitest.json';
/** Where tests are; a place of which no file ran is a failure. */
const PLACES = ['src/', 'tests/unit/', 'tests/upgrades/', 'tests/pages/', 'tests/e2e/'];

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ name: z.string() })),
});

let passed = 0;
let failed = 0;

/** Runs a command whose success is one check; what it says is printed when it has ended, so that two at once stay apart. */
async function check(name: string, command: string, ...args: readonly string[]): Promise<void> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => said.push(data));
  const holds = await new Promise<boolean>((done) => {
    child.once('error', (error) => {
      said.push(Buffer.from(`${error}\n`));
      done(false);
    });
    child.once('close', (status) => done(status === 0));
  });
  process.stdout.write(`\n── ${name}\n${Buffer.concat(said)}`);
  if (holds) passed += 1;
  else failed += 1;
}

/** A runner that broke before it could report counts as one failure, so that no crash looks like silence. */
function tests(): void {
  process.stdout.write(`\n── unit tests, page tests, end-to-end tests\n`);
  rmSync(REPORT, { force: true });
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
  const fine = spawnSync(bin('vitest'), args, { stdio: 'inherit' }).status === 0;
  try {
    const counted = VitestReport.parse(JSON.parse(readFileSync(REPORT, 'utf8')));
    passed += counted.numPassedTests;
    failed += counted.numFailedTests;
    const ran = (place: string) => counted.testResults.some(({ name }) => relative('.', name).startsWith(place));
    const whole = PLACES.every(ran);
    if (!whole || (!fine && counted.numFailedTests === 0)) failed += 1;
  } catch {
    failed += 1;
  }
}

mkdirSync('.artifacts', { recursive: true });
await check('browsers and fonts', process.execPath, 'tools/ensure-browsers.ts');
await Promise.all([
  check('types', bin('tsc'), '--noEmit'),
  check('lint', bin('biome'), 'check', '--error-on-warnings', '.'),
  check('build for Chrome', bin('wxt'), 'build', '-b', 'chrome'),
  check('build for Firefox', bin('wxt'), 'build', '-b', 'firefox'),
]);
tests();

process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
