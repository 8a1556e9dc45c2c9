import { useState } from 'preact/hooks';
import type { Question } from '#book/book.ts';
import { useSay } from '#ui/parts/speak.ts';
import { DamagedDays } from '../damaged-days.tsx';
import { useWork } from '../work/use-work.ts';
import { WorkView } from '../work/work-view.tsx';
import { EXPORT_FORMATS, type Exported, type ExportOf } from './deeds.ts';

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
  const [exported, setExported] = useState<Exported | null>(null);
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
              setExported(null);
              work.run<Exported>((of) => exportOf(format, question, count, of), setExported);
            }}
          >
            {say(`export.${format}`)}
          </button>
        ))}
      </div>
      <WorkView work={work} title="export.running" />
      <p role="status" data-testid={`${testId}-done`} data-rows={exported?.rows}>
        {exported !== null && say('export.done', { rows: exported.rows })}
      </p>
      {exported !== null && <DamagedDays damage={exported.damage} />}
    </>
  );
}
