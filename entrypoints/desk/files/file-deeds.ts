import type { BillPreview } from '#records/bill.ts';
import type { FileError } from '#tables/files/open.ts';
import type { FileAnswer, FileDeeds, FileOptions, KeptAnswer } from '#ui/desk/files/deeds.ts';
import { captureDeeds } from '../captures.ts';
import { theBook } from '../shared.ts';
import type { Bench } from './bench.ts';
import { workerBench } from './worker-bench.ts';

export const fileDeeds: FileDeeds = { read, undo: captureDeeds.undo };

async function read(file: File, options: FileOptions): Promise<FileAnswer> {
  const bench = (await workerBench()) ?? (await import('./own-bench.ts')).ownBench();
  const opened = await bench.open(file, options).catch((thrown: unknown) => {
    bench.close();
    throw thrown;
  });
  if (!opened.ok) {
    bench.close();
    return refusedBy(opened.error);
  }
  const preview = opened.value;
  return { is: 'preview', preview, held: { keep: () => keep(bench, preview), leave: bench.close } };
}

async function keep(bench: Bench, preview: BillPreview): Promise<KeptAnswer> {
  try {
    const kept = await bench.keep();
    if (!kept.ok) return { is: 'refused', why: `book.${kept.error}` };
    // The book has it; a summary that cannot be made now is made at the next wake.
    const [book, { refreshSummary }] = await Promise.all([theBook(), import('#keeper/summary.ts')]);
    await refreshSummary(book);
    return { is: 'reading', reading: { ...preview, seq: kept.value.seq, counts: kept.value } };
  } finally {
    bench.close();
  }
}

function refusedBy(error: FileError): FileAnswer {
  switch (error) {
    case 'needs-password':
    case 'wrong-password':
      return { is: 'password', wrong: error === 'wrong-password' };
    case 'stopped':
      return { is: 'stopped' };
    default:
      return { is: 'refused', why: `file.${error}` };
  }
}
