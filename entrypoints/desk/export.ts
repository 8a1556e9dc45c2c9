import { EXPORT_COLUMNS, exportWord } from '#text/export-words.ts';
import { languageOf, say } from '#text/index.ts';
import type { ExportOf } from '#ui/desk/export/deeds.ts';
import { accountName } from '#ui/parts/names.ts';
import { save } from './save.ts';
import { problem, theBook, today } from './shared.ts';

const language = () => languageOf(navigator.language);

/** Writes the rows that answer the question, as the merchant sees them, into a file and hands it to the browser to save. */
export const exportRows: ExportOf = async (format, question, of, { signal, step }) => {
  const [book, { newExport }] = await Promise.all([theBook(), import('#exports/export.ts')]);
  const accounts = await book.accounts();
  if (!accounts.ok) return problem(accounts.error);
  const names = new Map(
    accounts.value.map(({ id, label, name }) => [id, label ?? name ?? accountName(id, language())]),
  );
  const file = newExport(format, {
    title: (column) => say(language(), EXPORT_COLUMNS[column]),
    word: (set, value) => {
      const key = exportWord(set, value);
      return key === null ? value : say(language(), key);
    },
  });
  let rows = 0;
  const found = await book.find(question, async (listed) => {
    const more = file.add(
      listed.map(({ entry, mark }) => ({ entry, mark, account: names.get(entry.account) ?? entry.account })),
    );
    rows += listed.length;
    step(rows, of);
    return more && !signal.aborted;
  });
  if (!found.ok) return problem(found.error);
  if (signal.aborted) return 'export.stopped';
  const whole = await file.file();
  if (!whole.ok) return 'export.too-many-rows';
  save(whole.value, `${say(language(), 'export.file-name', today())}.${format}`);
  return { rows, damage: found.value };
};
