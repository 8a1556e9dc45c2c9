import { useId, useState } from 'preact/hooks';
import { useSay } from '#ui/parts/speak.ts';
import { FileResult } from './file-result.tsx';
import type { FileLine, Files } from './use-files.ts';

/** One dropped file: waiting, running with a stop, locked, or done with its result. */
export function FileLineView({ line, files }: { line: FileLine; files: Files }) {
  const say = useSay();
  const { state } = line;
  const running = state.is === 'waiting' || state.is === 'opening' || state.is === 'keeping';
  return (
    <li class="file" data-testid="file-result" data-state={state.is} data-file={line.file.name}>
      <div class="file-head">
        <h3>{line.file.name}</h3>
        {state.is === 'waiting' || state.is === 'opening' ? (
          <button type="button" class="button small" data-testid="file-stop" onClick={() => files.stop(line.id)}>
            {say('import.stop')}
          </button>
        ) : (
          !running && (
            <button
              type="button"
              class="button small plain"
              aria-label={say('import.dismiss-of', { file: line.file.name })}
              onClick={() => {
                // The keyboard goes on from the files, not from the top of the page.
                document.getElementById('files-title')?.focus();
                files.remove(line.id);
              }}
            >
              {say('import.dismiss')}
            </button>
          )
        )}
      </div>
      <div aria-live="polite">
        <State line={line} files={files} />
      </div>
    </li>
  );
}

function State({ line, files }: { line: FileLine; files: Files }) {
  const say = useSay();
  const { state } = line;
  switch (state.is) {
    case 'waiting':
      return <p class="quiet">{say('import.waiting')}</p>;
    case 'opening':
      return (
        <>
          {state.of > 0 ? (
            <progress value={state.done} max={state.of} aria-label={say('import.opening')} />
          ) : (
            <progress aria-label={say('import.opening')} />
          )}
          <p class="quiet">{say('import.opening')}</p>
        </>
      );
    case 'keeping':
      return (
        <>
          <progress aria-label={say('import.keeping')} />
          <p class="quiet">{say('import.keeping')}</p>
        </>
      );
    case 'password':
      return <PasswordForm wrong={state.wrong} open={(password) => files.unlock(line.id, password)} />;
    case 'stopped':
      return <Refused sentence={say('import.halted')} />;
    case 'refused':
      return <Refused sentence={say(state.why)} />;
    case 'reading':
      return <FileResult reading={state.reading} />;
  }
}

function Refused({ sentence }: { sentence: string }) {
  return (
    <div class="outcome tone-bad">
      <p class="outcome-sentence" data-testid="outcome">
        {sentence}
      </p>
    </div>
  );
}

function PasswordForm({ wrong, open }: { wrong: boolean; open: (password: string) => void }) {
  const say = useSay();
  const field = useId();
  const [password, setPassword] = useState('');
  return (
    <form
      class="naming"
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') open(password);
      }}
    >
      <p class={wrong ? 'warns' : ''} role={wrong ? 'alert' : undefined}>
        {say(wrong ? 'import.password-wrong' : 'import.password')}
      </p>
      <div class="naming-line">
        <label for={field} class="hidden">
          {say('import.password-label')}
        </label>
        <input
          id={field}
          data-testid="file-password"
          type="password"
          autocomplete="off"
          placeholder={say('import.password-label')}
          value={password}
          onInput={(event) => setPassword(event.currentTarget.value)}
        />
        <button type="submit" class="button small" data-testid="file-password-open">
          {say('import.password-open')}
        </button>
      </div>
    </form>
  );
}
