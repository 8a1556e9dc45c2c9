import { useSay } from '#ui/parts/speak.ts';
import type { FileDeeds } from './deeds.ts';
import { DropZone } from './drop-zone.tsx';
import { FileLineView } from './file-line.tsx';
import { takenByAll } from './file-queue.ts';
import type { Files } from './use-files.ts';

/** Bill files: where they are dropped, and what has become of each. */
export function FilesView({ files, deeds }: { files: Files; deeds: FileDeeds }) {
  const say = useSay();
  const all = takenByAll(files.lines);
  return (
    <>
      <DropZone add={files.add} />
      <p class="files-taken">
        <a href="#captures-title">{say('files.taken')}</a>
      </p>
      {all.length > 1 && (
        <div class="file-deeds">
          <button
            type="button"
            class="button primary"
            data-testid="files-take-all"
            data-count={all.length}
            onClick={() => {
              files.keepAll();
              document.getElementById('files-title')?.focus();
            }}
          >
            {say('preview.take-all', { count: all.length })}
          </button>
          <span class="quiet">{say('preview.take-all-note')}</span>
        </div>
      )}
      {files.lines.length > 0 && (
        <ul class="files">
          {files.lines.map((line) => (
            <FileLineView key={line.id} line={line} files={files} undo={deeds.undo} />
          ))}
        </ul>
      )}
    </>
  );
}
