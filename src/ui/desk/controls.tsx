import { type Control, FEE_TOLERANCE, type Gap, isOwnCheck } from '#records/reading.ts';
import { type Say, useSay } from '#ui/parts/speak.ts';

interface ControlsProps {
  readonly controls: readonly Control[];
  readonly source: 'page' | 'file';
}

interface ControlsAndGapsProps extends ControlsProps {
  /** What is said to be missing: where that the source states no totals is among it, it is not said again. */
  readonly gaps: readonly Gap[];
}

/** What the source states of itself, beside what its rows say; and apart from it what is checked without its word. */
export function Controls({ controls, source, gaps }: ControlsAndGapsProps) {
  const say = useSay();
  const stated = controls.filter((control) => !isOwnCheck(control));
  const own = controls.filter(isOwnCheck);
  return (
    <>
      {stated.length > 0 && <Stated controls={stated} source={source} />}
      {stated.length === 0 && !gaps.some(({ gap }) => gap === 'not-proved') && (
        <p class="quiet">{say(source === 'file' ? 'import.controls-none' : 'capture.controls-none')}</p>
      )}
      {own.length > 0 && <OwnChecks checks={own} />}
    </>
  );
}

function Stated({ controls, source }: ControlsProps) {
  const say = useSay();
  return (
    <div class="rows-scroll">
      <table data-testid="controls">
        <caption>{say(source === 'file' ? 'import.controls' : 'teach.controls')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('import.control-what')}</th>
            <th scope="col" class="number">
              {say(source === 'file' ? 'import.control-stated' : 'teach.control-stated')}
            </th>
            <th scope="col" class="number">
              {say('import.control-computed')}
            </th>
            <th scope="col">{say('import.control-result')}</th>
          </tr>
        </thead>
        <tbody>
          {controls.map((control, index) => (
            <tr key={`${control.what} ${index}`} data-testid="control" data-agrees={control.agrees}>
              <th scope="row">{control.words === '' ? control.what : control.words}</th>
              <td class="number">{control.stated}</td>
              <td class="number">{control.computed}</td>
              <Verdict
                agrees={control.agrees}
                words={control.agrees ? 'import.control-agrees' : 'import.control-differs'}
              />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function OwnChecks({ checks }: { checks: readonly Control[] }) {
  const say = useSay();
  return (
    <div class="rows-scroll">
      <table data-testid="own-checks">
        <caption>{say('own-check.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('own-check.what')}</th>
            <th scope="col" class="number">
              {say('own-check.rows')}
            </th>
            <th scope="col">{say('own-check.found')}</th>
            <th scope="col">{say('own-check.tolerance')}</th>
            <th scope="col">{say('import.control-result')}</th>
          </tr>
        </thead>
        <tbody>
          {checks.map((check, index) => {
            const { what, found, tolerance } = ownCheckText(check, say);
            return (
              <tr key={`${check.what} ${index}`} data-testid="own-check" data-agrees={check.agrees}>
                <th scope="row">{what}</th>
                <td class="number">{check.rows ?? '—'}</td>
                <td>{found}</td>
                <td>{tolerance}</td>
                <Verdict agrees={check.agrees} words={check.agrees ? 'own-check.fits' : 'own-check.fits-not'} />
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** One of our own checks in words: what is held against what, what came out, and how far a row may be off. */
export function ownCheckText(
  { what, words, stated, computed }: Control,
  say: Say,
): { readonly what: string; readonly found: string; readonly tolerance: string } {
  return what === 'balance-runs'
    ? {
        what: say('own-check.balance', { words }),
        found: say('own-check.balance-found', { breaks: computed }),
        tolerance: say('own-check.balance-tolerance'),
      }
    : {
        what: say('own-check.fees', { words }),
        found: say('own-check.fees-found', { charged: stated, computed }),
        tolerance: say('own-check.fees-tolerance', { percent: FEE_TOLERANCE * 100 }),
      };
}

interface VerdictProps {
  readonly agrees: boolean;
  readonly words: 'import.control-agrees' | 'import.control-differs' | 'own-check.fits' | 'own-check.fits-not';
}

function Verdict({ agrees, words }: VerdictProps) {
  const say = useSay();
  return (
    <td class={agrees ? 'agrees' : 'warns'}>
      <span aria-hidden="true">{agrees ? '✓' : '✗'}</span> {say(words)}
    </td>
  );
}
