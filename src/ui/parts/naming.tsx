import { useId, useState } from 'preact/hooks';
import type { AccountSummary } from '#records/arrears.ts';
import { needsName } from './names.ts';
import { useSay } from './speak.ts';

interface NamingProps {
  readonly account: Pick<AccountSummary, 'account' | 'provider' | 'name'>;
  /** Rejects when it could not be kept. */
  readonly name: (account: string, label: string) => Promise<void>;
  /** Offer to change a name that is already there. */
  readonly canRename: boolean;
}

/** Asks what an unknown portal or account is called, and keeps the answer; a known one can be renamed where that is offered. */
export function Naming({ account, name, canRename }: NamingProps) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const asked = needsName(account);
  if (asked === null && !canRename) return null;
  if (asked === null && !open) {
    return (
      <button type="button" class="button link" data-testid="name-change" onClick={() => setOpen(true)}>
        {say('name.change')}
      </button>
    );
  }
  const question = asked === null ? null : say(asked === 'provider' ? 'name.ask' : 'name.ask-account');
  return <NameForm account={account} name={name} question={question} close={() => setOpen(false)} />;
}

interface FormProps extends Pick<NamingProps, 'account' | 'name'> {
  readonly question: string | null;
  readonly close: () => void;
}

function NameForm({ account, name, question, close }: FormProps) {
  const say = useSay();
  const field = useId();
  const [text, setText] = useState(account.name ?? '');
  const [state, setState] = useState<'ready' | 'saving' | 'failed'>('ready');
  const save = async (event: Event) => {
    event.preventDefault();
    const label = text.trim();
    if (label === '' || state === 'saving') return;
    setState('saving');
    try {
      await name(account.account, label);
      setState('ready');
      close();
    } catch {
      setState('failed');
    }
  };
  return (
    <form class="naming" onSubmit={save}>
      <label for={field}>{question ?? say('name.label')}</label>
      <div class="naming-line">
        <input
          id={field}
          data-testid="name-account"
          type="text"
          maxLength={200}
          required
          value={text}
          placeholder={say('name.example')}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button small" data-testid="name-save" disabled={state === 'saving'}>
          {say('name.save')}
        </button>
        {question === null && (
          <button type="button" class="button small plain" onClick={close}>
            {say('name.cancel')}
          </button>
        )}
      </div>
      {state === 'failed' && (
        <p class="warns" role="alert">
          {say('name.failed')}
        </p>
      )}
    </form>
  );
}
