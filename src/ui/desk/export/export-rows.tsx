import { useState } from 'preact/hooks';
import type { Question } from '#book/book.ts';
import { useSay } from '#ui/parts/speak.ts';
import { useWork } from '../work/use-work.ts';
import { WorkView } from '../work/work-view.tsx';
import { EXPORT_FORMATS, type ExportOf } from './deeds.ts';

interface ExportRowsProps {
  readonly exportOf: ExportOf;
  readonly question: Question;
  /** How many rows answer it. */
  readonly count: number;
  /** Tells the buttons of this view from those of another. */
  readonly testId: string;
}

/** The rows of a view for a spreadsheet or a program: one button for each format. */
export function ExportRows({ exportOf, question, count, testId }: ExportRowsProps) {
  const say = useSay();
  const work = useWork();
  const [rows, setRows] = useState<number | null>(null);
  return (
    <>
      <div class="care-deeds">
        {EXPORT_FORMATS.map((format) => (
          <button
            key={format}
            type="button"
            class="button"
            data-testid={`${testId}-${format}`}
            disabled={work.running !== null}
            onClick={() => {
              setRows(null);
              work.run<number | null>((of) => exportOf(format, question, count, of), setRows);
            }}
          >
            {say(`export.${format}`)}
          </button>
        ))}
      </div>
      <WorkView work={work} title="export.running" />
      <p role="status" data-testid={`${testId}-done`} data-rows={rows ?? undefined}>
        {rows !== null && say('export.done', { rows })}
      </p>
    </>
  );
}
