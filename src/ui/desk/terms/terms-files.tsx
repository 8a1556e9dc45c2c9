import { useState } from 'preact/hooks';
import type { TermsFile } from '#records/terms.ts';
import type { TextKey } from '#text/index.ts';
import { useSay } from '#ui/parts/speak.ts';
import type { TermsDeeds } from './deeds.ts';

interface FilesProps {
  readonly terms: TermsFile;
  readonly deeds: TermsDeeds;
  readonly kept: (terms: TermsFile) => void;
}

/** The terms of all accounts to a file and back, as `npm run inspect -- --terms` takes them. */
export function TermsFiles({ terms, deeds, kept }: FilesProps) {
  const say = useSay();
  const [told, setTold] = useState<TextKey | null>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const read = await deeds.open(file).catch(() => null);
    if (read === null) return setTold('terms-form.not-terms');
    const given = new Set(read.accounts.map((one) => one.account));
    const now = { accounts: [...terms.accounts.filter((one) => !given.has(one.account)), ...read.accounts] };
    const answer = await deeds.keep(now).catch((): TextKey => 'terms-form.failed');
    if (typeof answer === 'string') return setTold(answer);
    kept(now);
    setTold('terms-form.kept');
  };
  return (
    <div class="terms-files">
      <button
        type="button"
        class="button small plain"
        disabled={terms.accounts.length === 0}
        onClick={() => deeds.save(terms)}
      >
        {say('terms-form.export')}
      </button>
      <label class="button small plain">
        {say('terms-form.import')}
        <input
          type="file"
          class="hidden"
          accept=".json"
          data-testid="terms-import"
          onChange={(event) => {
            void take(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </label>
      <div aria-live="polite">{told !== null && <p class="quiet">{say(told)}</p>}</div>
    </div>
  );
}
