import { useState } from 'preact/hooks';
import { useSay } from '#ui/parts/speak.ts';
import type { BookDeeds, Held } from './deeds.ts';
import { useWork } from './use-work.ts';
import { WorkView } from './work-view.tsx';

const FORMATS = ['csv', 'xlsx', 'json'] as const;

/** All rows for a spreadsheet or a program. */
export function ExportRows({ deeds, held }: { deeds: BookDeeds; held: Held }) {
  const say = useSay();
  const work = useWork();
  const [rows, setRows] = useState<number | null>(null);
  return (
    <div class="panel care">
      <h3>{say('export.title')}</h3>
      <p class="quiet">{say('export.what')}</p>
      <div class="care-deeds">
        {FORMATS.map((format) => (
          <button
            key={format}
            type="button"
            class="button"
            data-testid={`export-${format}`}
            disabled={work.running !== null}
            onClick={() => {
              setRows(null);
              work.run<number | null>((of) => deeds.export(format, held.rows, of), setRows);
            }}
          >
            {say(`export.${format}`)}
          </button>
        ))}
      </div>
      <WorkView work={work} title="export.running" />
      <p role="status" data-testid="export-done" data-rows={rows ?? undefined}>
        {rows !== null && say('export.done', { rows })}
      </p>
    </div>
  );
}
