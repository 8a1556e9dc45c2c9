import type { BillPreview } from '#records/bill.ts';
import type { TextKey } from '#text/index.ts';
import { isUnproved, outcomeKey } from '#ui/parts/keys.ts';
import { accountName } from '#ui/parts/names.ts';
import { OutcomeView } from '#ui/parts/outcome.tsx';
import { useLanguage, useSay } from '#ui/parts/speak.ts';
import { Controls } from '../controls.tsx';
import { FirstRows } from '../first-rows.tsx';
import { RejectedRows } from '../rejected-rows.tsx';
import { FileFacts } from './file-facts.tsx';
import { isNotUnderstood } from './file-queue.ts';

interface FilePreviewProps {
  readonly preview: BillPreview;
  readonly file: string;
  readonly keep: () => void;
  readonly leave: () => void;
}

/** What was understood of a file that is not in the book: to be looked at, and then to be taken in or left out. */
export function FilePreview({ preview, file, keep, leave }: FilePreviewProps) {
  const say = useSay();
  const { outcome, gaps, controls, count, entries, rejected, rejectedCount } = preview;
  const take = isNotUnderstood(preview) ? 'preview.take-to-teach' : 'preview.take';
  return (
    <div class="file-result" data-testid="file-preview">
      <OutcomeView outcome={outcome} sentence={previewKey(preview)} gaps={gaps} counts={null} source="file">
        <p class="counts" data-testid="preview-counts" data-count={count} data-rejected={rejectedCount}>
          <span>{say('preview.rows', { count })}</span>
          <span class={rejectedCount > 0 ? 'warns' : ''}>{say('counts.rejected', { count: rejectedCount })}</span>
        </p>
      </OutcomeView>
      <Warnings preview={preview} />
      <FileFacts bill={preview} />
      <div class="file-deeds">
        <button
          type="button"
          class="button primary"
          data-testid="file-take"
          aria-label={say('preview.of', { deed: say(take), file })}
          onClick={keep}
        >
          {say(take)}
        </button>
        <button
          type="button"
          class="button"
          data-testid="file-leave"
          aria-label={say('preview.of', { deed: say('preview.leave'), file })}
          onClick={leave}
        >
          {say('preview.leave')}
        </button>
        <span class="quiet">{say('preview.not-yet')}</span>
      </div>
      <FirstRows entries={entries} count={count} />
      <Controls controls={controls} source="file" gaps={gaps} />
      <RejectedRows rejected={rejected} count={rejectedCount} />
    </div>
  );
}

/** As a reading that was kept, but for the sentences that say so. */
export function previewKey({ outcome, gaps }: Pick<BillPreview, 'outcome' | 'gaps'>): TextKey {
  if (outcome !== 'read') return outcomeKey(outcome, 'file', gaps);
  return isUnproved(outcome, gaps) ? 'preview.read-unproved' : 'preview.read';
}

function Warnings({ preview: { strangers, sameAs } }: { preview: BillPreview }) {
  const say = useSay();
  const language = useLanguage();
  const names = strangers.slice(0, 5).map((id) => accountName(id, language));
  return (
    <>
      {strangers.length > 0 && (
        <p class="outcome tone-partly" data-testid="preview-stranger">
          {say(strangers.length > names.length ? 'preview.strangers-more' : 'preview.strangers', {
            accounts: names.join(language === 'zh' ? '、' : ', '),
            count: strangers.length,
          })}
        </p>
      )}
      {sameAs !== null && (
        <p class="outcome tone-partly" data-testid="preview-same">
          {say('preview.same', { seq: sameAs })}
        </p>
      )}
    </>
  );
}
