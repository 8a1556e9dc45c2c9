import { useState } from 'preact/hooks';
import type { BackupContents } from '#book/backup/types.ts';
import { useSay } from '#ui/parts/speak.ts';
import { useWork } from '../work/use-work.ts';
import { WorkView } from '../work/work-view.tsx';
import { Contents } from './contents.tsx';
import type { BookDeeds, RestoredAll } from './deeds.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { RestoredText } from './restored-text.tsx';

interface Chosen {
  readonly file: File;
  readonly passphrase: string | null;
  readonly contents: BackupContents | null;
}

interface Done extends RestoredAll {
  readonly from: Chosen;
}

/** A backup is looked into first; the book changes only when the merchant says so. */
export function Restore({ deeds, changed }: { deeds: BookDeeds; changed: () => void }) {
  const say = useSay();
  const looking = useWork();
  const restoring = useWork();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const busy = looking.running !== null || restoring.running !== null;

  const look = (file: File, passphrase: string | null) => {
    setDone(null);
    restoring.forget();
    setChosen({ file, passphrase, contents: null });
    looking.run<BackupContents>(
      (work) => deeds.look(file, passphrase, work),
      (contents) => setChosen({ file, passphrase, contents }),
    );
  };
  const restore = (from: Chosen, undoneToo = false) =>
    restoring.run<Omit<Done, 'from'>>(
      (work) => deeds.restore(from.file, from.passphrase, undoneToo, work),
      (answer) => {
        setDone({ from, ...answer });
        setChosen(null);
        changed();
      },
    );
  const locked =
    looking.problem === 'backup-problem.passphrase-needed' || looking.problem === 'backup-problem.passphrase-wrong';
  return (
    <div class="panel care" data-testid="restore">
      <h3>{say('restore.title')}</h3>
      <p class="quiet">{say('restore.what')}</p>
      <label class="button care-file">
        <input
          class="hidden"
          data-testid="restore-file"
          type="file"
          accept=".arbackup"
          disabled={busy}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) look(file, null);
            // The same file chosen again must count as a change.
            event.currentTarget.value = '';
          }}
        />
        {say('restore.choose')}
      </label>
      {chosen !== null && <p class="words">{chosen.file.name}</p>}
      {chosen !== null && locked && !busy && (
        <Passphrase
          wrong={looking.problem === 'backup-problem.passphrase-wrong'}
          open={(text) => look(chosen.file, text)}
        />
      )}
      <WorkView work={locked ? { ...looking, problem: null } : looking} title="restore.looking" />
      {chosen?.contents && (
        <>
          <Contents contents={chosen.contents} />
          <p>{say('restore.nothing-yet')}</p>
          <div class="care-deeds">
            <button
              type="button"
              class="button"
              data-testid="restore-start"
              disabled={busy}
              onClick={() => restore(chosen)}
            >
              {say('restore.start')}
            </button>
            <button type="button" class="button plain" disabled={busy} onClick={() => setChosen(null)}>
              {say('restore.leave')}
            </button>
          </div>
        </>
      )}
      <WorkView work={restoring} title="restore.running" />
      <div role="status" data-testid="restore-done" data-how={done?.restored.how} data-added={done?.restored.added}>
        {done !== null && <RestoredText {...done} />}
      </div>
      {done !== null && done.restored.undone > 0 && (
        <button
          type="button"
          class="button plain"
          data-testid="restore-undone"
          disabled={busy}
          onClick={() => restore(done.from, true)}
        >
          {say('restore.undone-too')}
        </button>
      )}
    </div>
  );
}

function Passphrase({ wrong, open }: { wrong: boolean; open: (passphrase: string) => void }) {
  const say = useSay();
  const [passphrase, setPassphrase] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== '') open(passphrase);
      }}
    >
      <p
        class={wrong ? 'warns' : ''}
        role={wrong ? 'alert' : undefined}
        data-testid="restore-locked"
        data-wrong={wrong}
      >
        {say(wrong ? 'backup-problem.passphrase-wrong' : 'restore.passphrase')}
      </p>
      <div class="care-fields">
        <PassphraseField
          label="restore.passphrase-label"
          testId="restore-passphrase"
          isNew={false}
          value={passphrase}
          set={setPassphrase}
        />
        <button type="submit" class="button small" data-testid="restore-open">
          {say('restore.open')}
        </button>
      </div>
    </form>
  );
}
