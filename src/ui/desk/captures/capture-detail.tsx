import type { CaptureHead } from '#book/book.ts';
import type { TextKey } from '#text/index.ts';
import { Gaps } from '#ui/parts/gaps.tsx';
import { outcomeNameKey } from '#ui/parts/keys.ts';
import { accountName } from '#ui/parts/names.ts';
import { useLanguage, useSay } from '#ui/parts/speak.ts';
import { clockText, periodText } from '#ui/parts/time-text.ts';
import { Controls } from '../controls.tsx';
import type { CaptureDeeds } from './deeds.ts';
import { SeenBy } from './seen.tsx';
import { UndoCapture } from './undo-capture.tsx';

interface CaptureDetailProps {
  readonly capture: CaptureHead;
  readonly deeds: CaptureDeeds;
  readonly undone: () => void;
}

const COUNTS = ['added', 'existing', 'linked', 'superseded', 'rejected'] as const;

/** All that the book keeps of one act of reading: where and when, what it covered, its own totals, what became of its rows, its place in the chain. */
export function CaptureDetail({ capture, deeds, undone }: CaptureDetailProps) {
  const say = useSay();
  const language = useLanguage();
  const { seq, source, coverage, erasedAt, sightErasedAt, sightLost, hash, previous, sameAs } = capture;
  const chain = (
    <dl class="facts capture-chain">
      <Fact name="capture.hash" value={hash} testId="capture-hash" />
      <Fact name="capture.previous" value={previous} />
    </dl>
  );
  if (erasedAt !== null) {
    return (
      <div class="capture-detail" data-testid="capture-detail">
        <p>{say('capture.erased-at', { when: clockText(erasedAt) })}</p>
        {chain}
      </div>
    );
  }
  const accounts = capture.accounts.map((id) => accountName(id, language));
  const period = periodText(coverage.from, coverage.to, language);
  return (
    <div class="capture-detail" data-testid="capture-detail">
      <Gaps gaps={coverage.gaps} source={source === 'file' ? 'file' : 'page'} />
      <dl class="facts">
        <Fact name="desk.capture-outcome" value={say(outcomeNameKey(capture.outcome, coverage.gaps))} />
        <Fact name="capture.place" value={capture.place} />
        <Fact name="capture.at" value={clockText(capture.at)} />
        <Fact
          name="capture.accounts"
          value={accounts.join(language === 'zh' ? '、' : ', ') || say('capture.accounts-none')}
        />
        <Fact name="desk.capture-period" value={period ?? say('desk.no-period')} />
        <Fact name="capture.pages" value={String(coverage.pages)} />
        <Fact name="capture.stated" value={String(coverage.statedRows ?? say('capture.stated-none'))} />
        <Fact name="capture.rows" value={String(coverage.rows)} />
      </dl>
      <dl class="facts">
        {COUNTS.map((what) => (
          <Fact key={what} name={`capture.${what}`} value={String(capture[what])} testId={`capture-${what}`} />
        ))}
      </dl>
      <Controls controls={capture.controls} source={source === 'file' ? 'file' : 'page'} gaps={coverage.gaps} />
      {chain}
      {sameAs !== null && <p class="quiet">{say('capture.same', { seq: sameAs })}</p>}
      {sightLost && <p data-testid="sight-lost">{say('capture.sight-lost')}</p>}
      {sightErasedAt === undefined && !sightLost && <SeenBy seq={seq} seen={deeds.seen} />}
      {sightErasedAt !== undefined && (
        <p data-testid="sight-erased">{say('capture.sight-erased', { when: clockText(sightErasedAt) })}</p>
      )}
      <UndoCapture capture={capture} undo={deeds.undo} undone={undone} />
    </div>
  );
}

function Fact({ name, value, testId }: { name: TextKey; value: string; testId?: string }) {
  const say = useSay();
  return (
    <div>
      <dt>{say(name)}</dt>
      <dd class="number-text" data-testid={testId}>
        {value}
      </dd>
    </div>
  );
}
