import { useEffect, useState } from 'preact/hooks';
import { ask } from '#bridge/send.ts';
import type { Job } from '#records/job.ts';
import type { ReportEnd, SanitisedPage } from '#records/report.ts';
import type { TextKey } from '#text/index.ts';
import { useSay } from '#ui/parts/speak.ts';
import { clockText } from '#ui/parts/time-text.ts';
import { forgetReport, useReport } from './stored-report.ts';

/** The sentence for a sample that could not be made. */
export const reportProblem = (end: Exclude<ReportEnd, 'made'>): TextKey => `report.${end}`;

/** A page that was not understood, as it may be given away: what will be saved is shown as text first, and saved only by the merchant's own press. */
export function Report({ job }: { job: Job | null }) {
  const say = useSay();
  const report = useReport();
  const [state, setState] = useState<'idle' | 'taking' | TextKey>('idle');
  const take = async (tabId: number) => {
    setState('taking');
    const end = await ask('report', { tabId }).then(
      (answer) => answer.end,
      () => 'out-of-reach' as const,
    );
    setState(end === 'made' ? 'idle' : reportProblem(end));
  };
  return (
    <section aria-labelledby="report-title" id="report" data-testid="report">
      <h2 id="report-title">{say('report.title')}</h2>
      {report === null && <p class="quiet">{say('report.none')}</p>}
      {job !== null && job.phase === 'done' && (
        <button
          type="button"
          class="button small plain"
          data-testid="report-take"
          disabled={state === 'taking'}
          onClick={() => void take(job.tabId)}
        >
          {say(state === 'taking' ? 'report.taking' : 'report.again')}
        </button>
      )}
      {state !== 'idle' && state !== 'taking' && <p class="outcome tone-bad">{say(state)}</p>}
      {report !== null && (
        <div class="panel report">
          <p class="quiet">{say('report.from', { place: report.place, when: clockText(report.at) })}</p>
          <p>{say('report.promise')}</p>
          <p>{say('report.changed')}</p>
          <p>{say('report.left-out')}</p>
          {report.pages.map((page, at) => (
            <PageView key={`${report.at} ${page.frame}`} page={page} number={at + 1} at={report.at} />
          ))}
          <button type="button" class="button link" data-testid="report-forget" onClick={forgetReport}>
            {say('report.forget')}
          </button>
        </div>
      )}
    </section>
  );
}

const LINES_AT_ONCE = 400;

/** One document of the sample. Shown as text only: nothing of the page becomes part of this one. */
function PageView({ page, number, at }: { page: SanitisedPage; number: number; at: string }) {
  const say = useSay();
  const href = useBlob(page.html);
  const size = Math.ceil(page.html.length / 1024);
  return (
    <div class="report-page" data-testid="report-page" data-frame={page.frame}>
      <p class="report-head">
        {say('report.frame', { number, frame: page.frame, size })}
        {href !== null && (
          <a class="button small" data-testid="report-download" href={href} download={fileName(number, at)}>
            {say('report.download')}
          </a>
        )}
      </p>
      {page.cut && <p class="warns">{say('report.cut')}</p>}
      <details open>
        <summary>{say('report.kept', { count: page.kept.length })}</summary>
        <p class="report-kept" data-testid="report-kept">
          {page.kept.join(' · ')}
        </p>
      </details>
      <details open>
        <summary>{say('report.lines')}</summary>
        <pre class="report-text" data-testid="report-lines">
          {page.lines.slice(0, LINES_AT_ONCE).join('\n')}
          {page.lines.length > LINES_AT_ONCE ? '\n…' : ''}
        </pre>
      </details>
      <Source html={page.html} />
    </div>
  );
}

/** The very file, drawn only when it is asked for: it may be large. */
function Source({ html }: { html: string }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('report.source')}</summary>
      {open && (
        <pre class="report-text" data-testid="report-source">
          {html}
        </pre>
      )}
    </details>
  );
}

const fileName = (number: number, at: string): string => `page-sample-${at.slice(0, 10)}-${number}.html`;

/** An address of this document alone for the text; the browser saves it without any permission. */
function useBlob(text: string): string | null {
  const [href, setHref] = useState<string | null>(null);
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/html' }));
    setHref(url);
    return () => URL.revokeObjectURL(url);
  }, [text]);
  return href;
}
