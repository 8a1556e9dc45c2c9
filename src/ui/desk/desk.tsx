import { useState } from 'preact/hooks';
import type { Summary } from '#records/arrears.ts';
import type { Job } from '#records/job.ts';
import type { Trouble } from '#records/trouble.ts';
import type { Language } from '#text/index.ts';
import { type AccountDeeds, AccountView } from '#ui/parts/account.tsx';
import { Figures } from '#ui/parts/figures.tsx';
import { isOld, lastEnd, newestRead } from '#ui/parts/last-end.ts';
import { Mark } from '#ui/parts/mark.tsx';
import { JobProgress } from '#ui/parts/progress.tsx';
import { LanguageContext, speaker } from '#ui/parts/speak.ts';
import { TroubleView } from '#ui/parts/trouble.tsx';
import { BookCare } from './book/book-care.tsx';
import type { BookDeeds } from './book/deeds.ts';
import { Captures } from './captures/captures.tsx';
import type { CaptureDeeds } from './captures/deeds.ts';
import { Costs } from './costs/costs.tsx';
import type { CostDeeds } from './costs/deeds.ts';
import { Coverage } from './coverage/coverage.tsx';
import type { CoverageDeeds } from './coverage/deeds.ts';
import { Directory } from './directory/directory.tsx';
import type { FileDeeds } from './files/deeds.ts';
import { FilesView } from './files/files.tsx';
import { useFiles } from './files/use-files.ts';
import type { Gone } from './gone.ts';
import type { MatchDeeds } from './matches/deeds.ts';
import { Matches } from './matches/matches.tsx';
import { Report } from './report/report.tsx';
import type { RowsDeeds } from './rows/deeds.ts';
import { Rows } from './rows/rows.tsx';
import { Sections } from './sections.tsx';
import type { TeachDeeds } from './teach/deeds.ts';
import { Teach } from './teach/teach.tsx';
import type { TermsDeeds } from './terms/deeds.ts';
import { Terms } from './terms/terms.tsx';

/** What the desk cannot do by itself. Each must be the same function at every render. */
export interface DeskDeeds extends AccountDeeds {
  readonly files: FileDeeds;
  readonly captures: CaptureDeeds;
  readonly coverage: CoverageDeeds;
  readonly matches: MatchDeeds;
  /** Takes a book that has lost something as it is now. */
  readonly acceptBook: () => void;
  readonly stop: (jobId: string) => void;
  readonly teach: TeachDeeds;
  readonly terms: TermsDeeds;
  readonly costs: CostDeeds;
  readonly book: BookDeeds;
  readonly list: RowsDeeds;
}

export interface DeskProps {
  readonly language: Language;
  readonly summary: Summary | null;
  readonly job: Job | null;
  readonly trouble: Trouble | null;
  /** Clock, ms. */
  readonly now: number;
  readonly deeds: DeskDeeds;
  /** The merchant came to teach what was read last. */
  readonly teaching: boolean;
}

const AT_ONCE = 100;

/** The full page: figures, bill files, every account with its proof, and every act of reading. */
export function Desk({ language, summary, job, trouble, now, deeds, teaching }: DeskProps) {
  const say = speaker(language);
  const files = useFiles(deeds.files.read);
  // Nothing of a book that is no more is left on the page: neither its files nor what was being looked for in it.
  const [era, setEra] = useState(0);
  const gone = (what: Gone) => {
    files.forget(what);
    if (what.is === 'all') setEra((count) => count + 1);
  };
  // A backup brings terms of its own.
  const [restores, setRestores] = useState(0);
  const end = lastEnd(summary, job);
  const old = isOld(end) || trouble !== null;
  const accounts = summary?.accounts ?? [];
  const finished = files.lines.filter((line) => line.state.is === 'reading').length;
  const version = `${trouble?.why ?? ''} ${summary?.at ?? ''} ${job?.phase ?? ''} ${finished}`;
  return (
    <LanguageContext.Provider value={language}>
      <header class="top">
        <Mark />
        <h1>
          {say('product.name')} <span class="top-page">{say('desk.title')}</span>
        </h1>
        <p class="quiet">{say('popup.privacy')}</p>
        {accounts.length > 0 && <Sections />}
      </header>
      <main>
        <TroubleView trouble={trouble} accept={deeds.acceptBook} />
        {summary !== null && accounts.length > 0 && (
          <div>
            <Figures summary={summary} now={now} old={old} />
            {isOld(end) && <p class="kept">{say('popup.kept', { when: newestRead(summary) })}</p>}
          </div>
        )}
        {job !== null && job.phase !== 'done' && (
          <div class="panel" aria-live="polite">
            <JobProgress job={job} stop={deeds.stop} />
          </div>
        )}
        <section aria-labelledby="files-title">
          <h2 id="files-title" tabIndex={-1}>
            {say('desk.files')}
          </h2>
          <FilesView files={files} deeds={deeds.files} />
        </section>
        <section aria-labelledby="accounts-title">
          <h2 id="accounts-title">{say('desk.accounts')}</h2>
          {accounts.length === 0 && <p class="quiet">{say('desk.accounts-none')}</p>}
          <div class={`accounts ${old ? 'is-old' : ''}`}>
            {accounts.map((account) => (
              <AccountView
                key={account.account}
                account={account}
                now={now}
                deeds={deeds}
                testId="desk-account"
                atOnce={AT_ONCE}
                canRename={true}
              />
            ))}
          </div>
        </section>
        <section aria-labelledby="terms-title">
          <h2 id="terms-title">{say('terms-form.title')}</h2>
          <Terms key={`${era} ${restores}`} accounts={accounts} deeds={deeds.terms} />
        </section>
        {accounts.length > 0 && (
          <section aria-labelledby="costs-title">
            <h2 id="costs-title">{say('costs.title')}</h2>
            <Costs key={version} accounts={accounts} deeds={deeds.costs} />
          </section>
        )}
        <section aria-labelledby="coverage-title">
          <h2 id="coverage-title">{say('coverage.title')}</h2>
          <Coverage deeds={deeds.coverage} version={version} now={now} />
        </section>
        <section aria-labelledby="matches-title">
          <h2 id="matches-title">{say('match.title')}</h2>
          <Matches deeds={deeds.matches} version={version} now={now} />
        </section>
        <Rows key={era} deeds={deeds.list} version={version} />
        <Teach deeds={deeds.teach} version={version} open={teaching} />
        <section aria-labelledby="captures-title">
          <h2 id="captures-title">{say('desk.captures')}</h2>
          <Captures deeds={deeds.captures} version={version} gone={gone} />
        </section>
        <BookCare deeds={deeds.book} version={version} gone={gone} restored={() => setRestores((count) => count + 1)} />
        <Directory />
        <Report job={job} />
      </main>
    </LanguageContext.Provider>
  );
}
