import { languageOf, say, type TextKey } from '#text/index.ts';
import type { BookDeeds, Held } from '#ui/desk/book/deeds.ts';
import { providersHeld } from '#ui/desk/book/providers-held.ts';
import type { Work } from '#ui/desk/work/deeds.ts';
import { exportRows } from './export.ts';
import { sinkFor } from './save.ts';
import { problem, theBook, today } from './shared.ts';

const load = () => import('#keeper/care.ts');
const language = () => languageOf(navigator.language);

const longWork = ({ signal, step }: Work) => ({ signal, progress: step });

export const careDeeds: BookDeeds = {
  held,
  backUp: async (passphrase, rows, work) => {
    const sink = await sinkFor(say(language(), 'backup.file-name', today()), rows);
    if (!sink) return null;
    const [book, { noteBackup, stateWithTerms }, { keptTerms }] = await Promise.all([
      theBook(),
      load(),
      import('#keeper/terms.ts'),
    ]);
    const terms = (await keptTerms())?.accounts ?? [];
    const written = await book.backup({ passphrase, terms, write: (bytes) => sink.write(bytes), ...longWork(work) });
    if (!written.ok) {
      await sink.abort();
      return written.error === 'stopped' ? 'backup.stopped' : problem(written.error);
    }
    await sink.close();
    await noteBackup(await stateWithTerms(written.value.state));
    return written.value;
  },
  look: async (file, passphrase, work) => {
    const { inspectBackup } = await import('#book/backup/inspect.ts');
    const contents = await inspectBackup(file, { passphrase, ...longWork(work) });
    return contents.ok ? contents.value : problem(contents.error);
  },
  restore: async (file, passphrase, undoneToo, work) => {
    const { restoreBook } = await load();
    const restored = await restoreBook(file, { passphrase, undoneToo, ...longWork(work) });
    return restored.ok ? restored.value : problem(restored.error);
  },
  export: exportRows,
  erase: async (provider) => {
    const { eraseProviders } = await load();
    const erased = await eraseProviders([provider]);
    return erased.ok ? erased.value.rows : problem(erased.error);
  },
  eraseAll: async () => {
    const { eraseEverything } = await load();
    const erased = await eraseEverything();
    return erased.ok ? null : problem(erased.error);
  },
};

async function held(): Promise<Held | TextKey> {
  const [book, { lastBackup, stateWithTerms }] = await Promise.all([theBook(), load()]);
  const [figures, captures, marks, accounts, state, backup] = await Promise.all([
    book.figures(),
    book.captures(),
    book.marks(),
    book.accounts(),
    book.state(),
    lastBackup(),
  ]);
  if (!figures.ok) return problem(figures.error);
  if (!captures.ok) return problem(captures.error);
  if (!marks.ok) return problem(marks.error);
  if (!accounts.ok) return problem(accounts.error);
  if (!state.ok) return problem(state.error);
  return {
    rows: figures.value.reduce((sum, { rows }) => sum + rows, 0),
    captures: captures.value.filter(({ erasedAt }) => erasedAt === null).length,
    marks: marks.value.length,
    providers: providersHeld(figures.value, captures.value, accounts.value),
    backup: backup && { at: backup.at, isOlder: backup.state !== (await stateWithTerms(state.value)) },
  };
}
