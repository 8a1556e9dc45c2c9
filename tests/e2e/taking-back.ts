import { until, type View } from '../browsers/driver.ts';
import { press } from './panel.ts';

interface SeenCapture {
  readonly seq: number;
  readonly state: string;
}

/** The readings that the desk lists. */
export const capturesOf = (desk: View): Promise<SeenCapture[]> =>
  desk.run(() =>
    [...document.querySelectorAll<HTMLElement>('[data-testid="desk-capture"]')].map(({ dataset }) => ({
      seq: Number(dataset['seq']),
      state: dataset['state'] ?? '',
    })),
  );

/** Opens one capture, unless it is open. */
export async function openCapture(desk: View, seq: number): Promise<void> {
  await desk.run((wanted) => {
    const row = document.querySelector(`[data-testid="desk-capture"][data-seq="${wanted}"]`);
    const button = row?.querySelector<HTMLElement>('[data-testid="capture-open"]');
    for (const open of document.querySelectorAll<HTMLElement>('[data-testid="capture-open"][aria-expanded="true"]'))
      if (open !== button) open.click();
    if (button?.getAttribute('aria-expanded') === 'false') button.click();
  }, seq);
  await until(
    'the capture to open',
    () => desk.run(() => document.querySelectorAll('[data-testid="capture-detail"]').length),
    (open) => open === 1,
  );
}

/** Takes a capture back, and answers what is said of it. */
export async function undo(desk: View, seq: number): Promise<string> {
  await openCapture(desk, seq);
  await press(desk, 'capture-undo');
  await until(
    'the question',
    () => desk.run(() => document.querySelector('[role="alertdialog"]')?.textContent ?? ''),
    (text) => text !== '',
  );
  await press(desk, 'undo-yes');
  await until(
    'the capture to be marked as taken back',
    () => capturesOf(desk),
    (seen) => seen.some((one) => one.seq === seq && one.state === 'undone'),
  );
  // The keyboard goes on from there.
  await until(
    'what became of it to have the focus',
    () => desk.run(() => document.activeElement?.querySelector('[data-testid="undo-told"]') !== null),
    Boolean,
  );
  return desk.run(() => document.querySelector('[data-testid="undo-told"]')?.textContent ?? '');
}
