import type { CaptureDeeds } from '#ui/desk/captures/deeds.ts';

const load = async () => (await import('#book/store.ts')).openBook();

export const captureDeeds: CaptureDeeds = {
  all: async () => {
    const heads = await (await load()).captures();
    return heads.ok ? heads.value : `book.${heads.error}`;
  },
  seen: async (seq) => {
    const seen = await (await load()).seen(seq);
    return seen.ok ? seen.value : `book.${seen.error}`;
  },
  undo: async (seq) => {
    const [book, { refreshSummary }] = await Promise.all([load(), import('#keeper/summary.ts')]);
    const undone = await book.undo(seq);
    if (!undone.ok) return undone.error === 'no-such-capture' ? 'undo.gone' : `book.${undone.error}`;
    // The book has let go of it; a mirror that cannot be written now is made anew at the next wake.
    await refreshSummary(book);
    return undone.value;
  },
  damage: async () => {
    const damage = await (await load()).damage();
    return damage.ok ? damage.value : `book.${damage.error}`;
  },
  verify: async (options) => {
    const report = await (await load()).verify(options);
    return report.ok ? report.value : `book.${report.error}`;
  },
};
