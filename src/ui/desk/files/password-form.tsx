import { useId, useState } from 'preact/hooks';
import { useSay } from '#ui/parts/speak.ts';

/** Asks for the password of a locked file; it is kept nowhere. */
export function PasswordForm({ wrong, open }: { wrong: boolean; open: (password: string) => void }) {
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
