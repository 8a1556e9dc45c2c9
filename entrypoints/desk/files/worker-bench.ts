import type { BookError, TakenIn } from '#book/book.ts';
import { fail, type Result } from '#money/result.ts';
import type { BillPreview } from '#records/bill.ts';
import type { FileError } from '#tables/files/open.ts';
import type { Bench } from './bench.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** A bench in a worker of its own, so that no file can freeze the desk; null where this browser starts none. */
export async function workerBench(): Promise<Bench | null> {
  const life = `arrears-radar-bill:${crypto.randomUUID()}`;
  const worker = await startWorker(life);
  if (worker === null) return null;
  const closed = new AbortController();
  const dead = death(life, closed.signal);
  return {
    open: (file, { password, signal, step }) =>
      new Promise<Result<BillPreview, FileError>>((resolve, reject) => {
        dead.catch(reject);
        // Not asked of the worker: whatever a library is doing in there, it ends when the bench is closed.
        const stop = () => resolve(fail('stopped'));
        if (signal.aborted) return stop();
        signal.addEventListener('abort', stop);
        listen(worker, reject, (message) => {
          if (message.is === 'step') step(message.step);
          if (message.is === 'opened') resolve(message.opened);
        });
        send(worker, { is: 'open', file, password });
      }),
    keep: () =>
      new Promise<Result<TakenIn, BookError>>((resolve, reject) => {
        dead.catch(reject);
        listen(worker, reject, (message) => {
          if (message.is === 'kept') resolve(message.kept);
        });
        send(worker, { is: 'keep' });
      }),
    close: () => {
      closed.abort();
      worker.terminate();
    },
  };
}

/** Rejects when the worker that holds this lock has ended without being told to: a browser short of memory ends one, and says it to nobody. */
function death(life: string, closed: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    navigator.locks
      .request(life, { signal: closed }, () => reject(new Error('the worker has ended')))
      .catch(() => undefined);
  });
}

/** @param life the name of the lock that it holds while it lives */
function startWorker(life: string): Promise<Worker | null> {
  return new Promise((resolve) => {
    try {
      const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: life });
      listen(
        worker,
        () => {
          worker.terminate();
          resolve(null);
        },
        ({ is }) => {
          if (is === 'ready') resolve(worker);
        },
      );
    } catch {
      resolve(null);
    }
  });
}

const send = (worker: Worker, message: ToWorker): void => worker.postMessage(message);

/** Hears the worker from now on. What pdf.js says in there to nobody is none of the messages. */
function listen(worker: Worker, crashed: (why: Error) => void, heard: (message: FromWorker) => void): void {
  worker.onerror = () => crashed(new Error('the worker broke down'));
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.is === 'crashed') crashed(new Error('the file could not be read'));
    else heard(data);
  };
}
