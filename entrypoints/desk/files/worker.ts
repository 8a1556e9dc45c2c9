import { openBook } from '#book/store.ts';
import { type Bill, keepBill, openBill } from '#keeper/bill.ts';
import { previewBill } from '#keeper/bill-preview.ts';
import { ok } from '#money/result.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** A worker for one bill file: reads it, holds its rows, and takes them into the book when it is told to. Whoever started it ends it. */
let bill: Bill | null = null;

const tell = (message: FromWorker): void => self.postMessage(message);

async function open(file: File, password: string | null): Promise<FromWorker> {
  const opened = await openBill(file, { password, step: (step) => tell({ is: 'step', step }) });
  if (!opened.ok) return { is: 'opened', opened };
  bill = opened.value;
  return { is: 'opened', opened: ok(await previewBill(bill, openBook())) };
}

async function answer(message: ToWorker): Promise<FromWorker | null> {
  switch (message.is) {
    case 'open':
      return open(message.file, message.password);
    case 'keep':
      return bill && { is: 'kept', kept: await keepBill(bill) };
    default:
      // pdf.js, which runs in here too, would talk with itself.
      return null;
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  answer(data).then(
    (told) => told && tell(told),
    () => tell({ is: 'crashed' }),
  );
});

// Held for as long as this worker lives: whoever started it is given the lock when it ends, even if nothing in here could say so any more.
void navigator.locks.request(self.name, () => {
  tell({ is: 'ready' });
  return new Promise<never>(() => undefined);
});
