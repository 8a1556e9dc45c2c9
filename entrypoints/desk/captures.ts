import type { CaptureDeeds } from '#ui/desk/captures/deeds.ts';
import { theBook } from './shared.ts';

export const captureDeeds: CaptureDeeds = {
  all: async () => {
    const heads = await (await theBook()).captures();
    return heads.ok ? heads.value : `book.${heads.error}`;
  },
  seen: async (seq) => {
    const seen = await (await theBook()).seen(seq);
    return seen.ok ? seen.value : `book.${seen.error}`;
  },
  undo: async (seq) => {
    const [book, { refreshSummary }] = await Promise.all([theBook(), import('#keeper/summary.ts')]);
    const undone = await book.undo(seq);
    if (!undone.ok) return undone.error === 'no-such-capture' ? 'undo.gone' : `book.${undone.error}`;
    // The book has let go of it; a mirror that cannot be written now is made anew at the next wake.
    await refreshSummary(book);
    return undone.value;
  },
  damage: async () => {
    const damage = await (await theBook()).damage();
    return damage.ok ? damage.value : `book.${damage.error}`;
  },
  verify: async (options) => {
    const report = await (await theBook()).verify(options);
    return report.ok ? report.value : `book.${report.error}`;
  },
};
