import { useState } from 'preact/hooks';
import type { Summary } from '#records/arrears.ts';
import type { Job } from '#records/job.ts';
import type { Trouble } from '#records/trouble.ts';
import type { Language, TextKey } from '#text/index.ts';
import { type AccountDeeds, AccountView } from '#ui/parts/account.tsx';
import { Figures } from '#ui/parts/figures.tsx';
import { outcomeKey } from '#ui/parts/keys.ts';
import { isOld, type LastEnd, lastEnd, newestRead } from '#ui/parts/last-end.ts';
import { Mark } from '#ui/parts/mark.tsx';
import { placeName } from '#ui/parts/names.ts';
import { OutcomeView } from '#ui/parts/outcome.tsx';
import { JobProgress } from '#ui/parts/progress.tsx';
import { LanguageContext, speaker, useLanguage, useSay } from '#ui/parts/speak.ts';
import { agoText } from '#ui/parts/time-text.ts';
import { TroubleView } from '#ui/parts/trouble.tsx';
import { FirstRun } from './first-run.tsx';
import { ReportOffer } from './report-offer.tsx';

/** What the popup cannot do by itself. */
export interface PopupDeeds extends AccountDeeds {
  /** Starts reading the tab in front; the id of the job, or `no-tab`. Rejects when the background does not answer. */
  readonly check: () => Promise<{ readonly jobId: string } | 'no-tab'>;
  readonly stop: (jobId: string) => void;
  readonly openDesk: () => void;
  /** Opens the desk where a table is taught. */
  readonly openTeach: () => void;
  /** Makes a sample of the tab in front and shows it in the desk; otherwise the sentence that says why not. */
  readonly report: () => Promise<TextKey | null>;
}

export interface PopupProps {
  readonly language: Language;
  readonly summary: Summary | null;
  readonly job: Job | null;
  readonly trouble: Trouble | null;
  /** Clock, ms. */
  readonly now: number;
  readonly deeds: PopupDeeds;
}

/** How many items of an account stand open in the small window. */
const AT_ONCE = 12;

/** The small window: what is owed at a glance, the one button, and why, account by account. */
export function Popup({ language, summary, job, trouble, now, deeds }: PopupProps) {
  const say = speaker(language);
  const end = lastEnd(summary, job);
  const old = isOld(end) || trouble !== null;
  const known = summary !== null && summary.accounts.length > 0;
  return (
    <LanguageContext.Provider value={language}>
      <header class="top">
        <Mark />
        <h1>{say('product.name')}</h1>
        <button type="button" class="button small plain" data-testid="open-desk" onClick={deeds.openDesk}>
          {say('popup.desk')}
        </button>
      </header>
      <main>
        <TroubleView trouble={trouble} />
        {known && <Figures summary={summary} now={now} old={old} />}
        <Check job={job} end={end} now={now} deeds={deeds} />
        {known ? (
          <section class={`accounts ${old ? 'is-old' : ''}`} aria-label={say('popup.accounts')}>
            {isOld(end) && <p class="kept">{say('popup.kept', { when: newestRead(summary) })}</p>}
            {summary.accounts.map((account) => (
              <AccountView
                key={account.account}
                account={account}
                now={now}
                deeds={deeds}
                testId="account"
                atOnce={AT_ONCE}
                canRename={false}
              />
            ))}
          </section>
        ) : (
          <FirstRun />
        )}
      </main>
      <footer class="quiet">{say('popup.privacy')}</footer>
    </LanguageContext.Provider>
  );
}

interface CheckProps {
  readonly job: Job | null;
  readonly end: LastEnd | null;
  readonly now: number;
  readonly deeds: PopupDeeds;
}

/** The one button, and beneath it what it is doing or how it ended. */
function Check({ job, end, now, deeds }: CheckProps) {
  const say = useSay();
  const language = useLanguage();
  const [asked, setAsked] = useState<Asked>({ is: 'idle' });
  const running = job !== null && job.phase !== 'done';
  const begun = asked.is === 'job' && (job?.id === asked.jobId || job?.id !== asked.before);
  const busy = running || asked.is === 'asking' || (asked.is === 'job' && !begun);
  const press = async () => {
    const before = job?.id;
    setAsked({ is: 'asking' });
    try {
      const answer = await deeds.check();
      setAsked(
        answer === 'no-tab' ? { is: 'refused', why: 'popup.no-tab' } : { is: 'job', jobId: answer.jobId, before },
      );
    } catch {
      setAsked({ is: 'refused', why: 'popup.no-answer' });
    }
  };
  return (
    <section class="check">
      <button type="button" class="button primary" data-testid="check-arrears" disabled={busy} onClick={press}>
        {say('popup.check')}
      </button>
      <div aria-live="polite" class="live">
        {busy && <JobProgress job={running ? job : null} stop={deeds.stop} />}
        {!busy && asked.is === 'refused' && <p class="outcome tone-bad">{say(asked.why)}</p>}
        {!busy && asked.is !== 'refused' && end !== null && (
          <OutcomeView
            outcome={end.outcome}
            sentence={end.error ?? outcomeKey(end.outcome, end.source, end.gaps)}
            failed={end.error !== null}
            gaps={end.gaps}
            counts={end.counts}
            source={end.source}
          >
            <p class="quiet where">
              {placeName(end.place)} · {agoText(end.at, now, say, language)}
            </p>
            {canBeTaught(end) && (
              <button type="button" class="button link" data-testid="teach" onClick={deeds.openTeach}>
                {say('teach.link')}
              </button>
            )}
            <ReportOffer outcome={end.outcome} report={deeds.report} />
          </OutcomeView>
        )}
      </div>
    </section>
  );
}

/** A table that was not understood, or whose rows were refused. */
const canBeTaught = ({ outcome, gaps, counts, error }: LastEnd): boolean =>
  error === null &&
  !gaps.some(({ gap }) => gap === 'merchant-changed') &&
  (outcome === 'not-a-known-page' || outcome === 'changed' || (outcome === 'part' && counts.rejected > 0));

type Asked =
  | { readonly is: 'idle' }
  | { readonly is: 'asking' }
  /** Answered; `before` is the job that the record showed at the press, until the new one is written there. */
  | { readonly is: 'job'; readonly jobId: string; readonly before: string | undefined }
  | { readonly is: 'refused'; readonly why: TextKey };
