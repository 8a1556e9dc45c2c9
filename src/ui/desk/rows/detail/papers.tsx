import { LARGEST_PAPER } from '#book/acts/marks.ts';
import type { Book } from '#book/book.ts';
import { fail } from '#money/result.ts';
import type { Attachment, Mark } from '#records/mark.ts';
import type { TextKey } from '#text/index.ts';
import { sizeText } from '#ui/parts/size-text.ts';
import { useSay } from '#ui/parts/speak.ts';
import type { RowsDeeds } from '../deeds.ts';
import { Saved, useSaving } from './saving.tsx';
import type { Say } from './use-marking.ts';

const MOST = 50;
/** What a browser shows without running anything of it in this extension's name. Everything else is only saved. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf']);
/** An address that was opened or saved from is let go of after so long, ms. */
const LET_GO = 60_000;

interface PapersProps {
  readonly deeds: RowsDeeds;
  readonly mark: Mark | null;
  readonly change: Say;
}

/** Papers behind the row. */
export function Papers({ deeds, mark, change }: PapersProps) {
  const say = useSay();
  const { state, run, refuse } = useSaving();
  const papers = mark?.attachments ?? [];
  const add = (file: File) => {
    if (papers.length >= MOST) return refuse('mark-error.too-many');
    // Before its bytes are fetched: a file of gigabytes must not even be tried.
    if (file.size > LARGEST_PAPER) return refuse('mark-error.too-large');
    void run(() =>
      change(async (book: Book, { entry }) => {
        const bytes = new Uint8Array(await file.arrayBuffer());
        if (bytes.length > LARGEST_PAPER) return fail('too-large');
        return book.attach(entry.account, entry.key, { name: file.name, type: file.type, bytes });
      }),
    );
  };
  return (
    <section>
      <h5>{say('papers.title')}</h5>
      <p class="quiet">{say('papers.hint')}</p>
      <ul class="papers">
        {papers.map((paper) => (
          <li key={paper.sha256} data-testid="paper">
            <span>
              {paper.name} <span class="quiet">{sizeText(paper.size)}</span>
            </span>
            {SHOWN.has(paper.type) && (
              <button
                type="button"
                class="button small plain"
                onClick={() => void run(() => handOut(deeds, paper, 'open'))}
              >
                {say('papers.open')}
              </button>
            )}
            <button
              type="button"
              class="button small plain"
              onClick={() => void run(() => handOut(deeds, paper, 'save'))}
            >
              {say('papers.save')}
            </button>
            <button
              type="button"
              class="button small plain"
              data-testid="paper-remove"
              onClick={() =>
                void run(() => change((book, { entry }) => book.detach(entry.account, entry.key, paper.sha256)))
              }
            >
              {say('papers.remove')}
            </button>
          </li>
        ))}
      </ul>
      <div class="detail-deeds">
        <label class="button small file-button">
          <input
            class="hidden"
            type="file"
            data-testid="paper-add"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) add(file);
              event.currentTarget.value = '';
            }}
          />
          {say('papers.add')}
        </label>
        <Saved state={state} />
      </div>
    </section>
  );
}

/** Opens the paper in a tab, or saves it, as bytes that no browser runs. */
async function handOut(deeds: RowsDeeds, paper: Attachment, way: 'open' | 'save'): Promise<TextKey | null> {
  try {
    const asked = await (await deeds.book()).paper(paper.sha256);
    if (!asked.ok) return `book.${asked.error}`;
    if (asked.value === null) return 'papers.gone';
    const type = way === 'open' && SHOWN.has(paper.type) ? paper.type : 'application/octet-stream';
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([asked.value], { type }));
    if (way === 'open') {
      link.target = '_blank';
      link.rel = 'noopener';
    } else link.download = paper.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), LET_GO);
    return null;
  } catch {
    return 'mark.failed';
  }
}
