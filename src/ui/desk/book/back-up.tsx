import { useState } from 'preact/hooks';
import type { Written } from '#book/backup/write.ts';
import { sizeText } from '#ui/parts/size-text.ts';
import { useSay } from '#ui/parts/speak.ts';
import { DamagedDays } from '../damaged-days.tsx';
import { useWork } from '../work/use-work.ts';
import { WorkView } from '../work/work-view.tsx';
import type { BookDeeds, Held } from './deeds.ts';
import { LastBackup } from './last-backup.tsx';
import { PassphraseField } from './passphrase-field.tsx';

/** One file of everything, with or without a passphrase. */
export function BackUp({ deeds, held, changed }: { deeds: BookDeeds; held: Held | null; changed: () => void }) {
  const say = useSay();
  const work = useWork();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [written, setWritten] = useState<Written | null>(null);
  const differ = passphrase !== '' && passphrase !== again;
  const make = () => {
    setWritten(null);
    work.run<Written | null>(
      (of) => deeds.backUp(passphrase === '' ? null : passphrase, held?.rows ?? 0, of),
      (answer) => {
        setWritten(answer);
        setPassphrase('');
        setAgain('');
        changed();
      },
    );
  };
  return (
    <form
      class="panel care"
      onSubmit={(event) => {
        event.preventDefault();
        if (!differ && work.running === null) make();
      }}
    >
      <h3>{say('backup.title')}</h3>
      <p class="quiet">{say('backup.what')}</p>
      <div class="care-fields">
        <PassphraseField
          label="backup.passphrase"
          testId="backup-passphrase"
          isNew={true}
          value={passphrase}
          set={setPassphrase}
        />
        {passphrase !== '' && (
          <PassphraseField
            label="backup.passphrase-again"
            testId="backup-again"
            isNew={true}
            value={again}
            set={setAgain}
          />
        )}
      </div>
      <p class="quiet">{say('backup.passphrase-why')}</p>
      {again !== '' && differ && <p class="warns">{say('backup.passphrases-differ')}</p>}
      <div class="care-deeds">
        <button type="submit" class="button" data-testid="backup-make" disabled={differ || work.running !== null}>
          {say('backup.make')}
        </button>
        {held !== null && <LastBackup held={held} />}
      </div>
      <WorkView work={work} title="backup.running" />
      <p role="status" data-testid="backup-done" data-rows={written?.rows}>
        {written !== null &&
          say('backup.done', { rows: written.rows, captures: written.captures, size: sizeText(written.size) })}
      </p>
      {written !== null && <DamagedDays damage={written.damage} />}
    </form>
  );
}
