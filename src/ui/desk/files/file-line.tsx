import { useRef } from 'preact/hooks';
import type { TextKey } from '#text/index.ts';
import { outcomeKey } from '#ui/parts/keys.ts';
import { type Say, useSay } from '#ui/parts/speak.ts';
import { undoneText } from '../captures/undone-text.ts';
import type { FileDeeds } from './deeds.ts';
import { FilePreview, previewKey } from './file-preview.tsx';
import { type FileLine, type FileState, isUnread, mayBeReadAgain } from './file-queue.ts';
import { FileResult } from './file-result.tsx';
import { PasswordForm } from './password-form.tsx';
import type { Files } from './use-files.ts';

interface FileLineProps {
  readonly line: FileLine;
  readonly files: Files;
  readonly undo: FileDeeds['undo'];
}

/** One dropped file: waiting, running with a stop, locked, to be decided on, or done with its result. */
export function FileLineView({ line, files, undo }: FileLineProps) {
  const say = useSay();
  const name = useRef<HTMLHeadingElement>(null);
  const { id, file, state } = line;
  const isDecided = !isUnread(state) && state.is !== 'keeping' && state.is !== 'preview';
  // Whatever was pressed is gone then: the keyboard goes on from the file's name.
  const from = (deed: () => void) => () => {
    deed();
    name.current?.focus();
  };
  return (
    <li class="file" data-testid="file-result" data-state={state.is} data-file={file.name}>
      <div class="file-head">
        <h3 ref={name} tabIndex={-1}>
          {file.name}
        </h3>
        {isUnread(state) && (
          <button
            type="button"
            class="button small"
            data-testid="file-stop"
            aria-label={say('import.stop-of', { file: file.name })}
            onClick={from(() => files.stop(id))}
          >
            {say('import.stop')}
          </button>
        )}
        {mayBeReadAgain(state) && (
          <button
            type="button"
            class="button small"
            data-testid="file-again"
            aria-label={say('import.again-of', { file: file.name })}
            onClick={from(() => files.again(id))}
          >
            {say('import.again')}
          </button>
        )}
        {isDecided && (
          <button
            type="button"
            class="button small plain"
            data-testid="file-dismiss"
            aria-label={say('import.dismiss-of', { file: file.name })}
            onClick={() => {
              // The keyboard goes on from the files, not from the top of the page.
              document.getElementById('files-title')?.focus();
              files.remove(id);
            }}
          >
            {say('import.dismiss')}
          </button>
        )}
      </div>
      <p class="hidden" role="status">
        {toldText(state, say)}
      </p>
      <State
        line={line}
        files={files}
        undo={undo}
        keep={from(() => files.keep(id))}
        leave={from(() => files.leave(id))}
        unlock={(password) => from(() => files.unlock(id, password))()}
        focus={from(() => undefined)}
      />
    </li>
  );
}

interface StateProps extends FileLineProps {
  readonly keep: () => void;
  readonly leave: () => void;
  readonly unlock: (password: string) => void;
  readonly focus: () => void;
}

function State({ line: { id, file, state }, files, undo, keep, leave, unlock, focus }: StateProps) {
  const say = useSay();
  switch (state.is) {
    case 'waiting':
      return <p class="quiet">{say('import.waiting')}</p>;
    case 'opening':
      return <Running what="import.opening" done={state.done} of={state.of} />;
    case 'interpreting':
      return <Running what="import.interpreting" />;
    case 'preview':
      return <FilePreview preview={state.preview} file={file.name} keep={keep} leave={leave} />;
    case 'keeping':
      return <Running what="import.keeping" />;
    case 'password':
      return <PasswordForm wrong={state.wrong} open={unlock} />;
    case 'stopped':
      return <Ended sentence={say('import.halted')} />;
    case 'left-out':
      return (
        <p class="quiet" data-testid="outcome">
          {say('preview.left')}
        </p>
      );
    case 'refused':
      return <Ended sentence={say(state.why)} />;
    case 'reading':
      return (
        <FileResult
          reading={state.reading}
          undo={undo}
          undone={(undone) => {
            files.undone(id, undone);
            focus();
          }}
        />
      );
    case 'undone':
      return (
        <p class={state.undone === null ? 'warns' : 'agrees'} data-testid="undo-told">
          {takenBackText(state.undone, say)}
        </p>
      );
  }
}

function Running({ what, done = 0, of = 0 }: { what: TextKey; done?: number; of?: number }) {
  const say = useSay();
  const isKnown = of > 0;
  return (
    <>
      {isKnown ? <progress value={done} max={of} aria-label={say(what)} /> : <progress aria-label={say(what)} />}
      <p class="quiet">
        {say(what)}
        {isKnown && <span class="number-text"> {Math.floor((100 * done) / of)}%</span>}
      </p>
    </>
  );
}

function Ended({ sentence }: { sentence: string }) {
  return (
    <div class="outcome tone-bad">
      <p class="outcome-sentence" data-testid="outcome">
        {sentence}
      </p>
    </div>
  );
}

const takenBackText = (undone: Extract<FileState, { is: 'undone' }>['undone'], say: Say): string =>
  undone === null ? say('undo.gone') : undoneText(undone, say);

/** What has become of the file, for whoever does not see it: one sentence, and not the tables below it. */
function toldText(state: FileState, say: Say): string {
  switch (state.is) {
    case 'waiting':
      return '';
    case 'opening':
    case 'interpreting':
    case 'keeping':
      return say(`import.${state.is}`);
    case 'preview':
      return `${say(previewKey(state.preview))} ${say('preview.rows', { count: state.preview.count })} ${say('preview.not-yet')}`;
    case 'password':
      return say('import.password');
    case 'stopped':
      return say('import.halted');
    case 'left-out':
      return say('preview.left');
    case 'refused':
      return say(state.why);
    case 'reading':
      return say(outcomeKey(state.reading.outcome, 'file', state.reading.gaps));
    case 'undone':
      return takenBackText(state.undone, say);
  }
}
