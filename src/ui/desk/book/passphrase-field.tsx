import { useId } from 'preact/hooks';
import type { TextKey } from '#text/index.ts';
import { useSay } from '#ui/parts/speak.ts';

export interface PassphraseFieldProps {
  readonly label: TextKey;
  readonly testId: string;
  /** Chosen now, or asked for. */
  readonly isNew: boolean;
  readonly value: string;
  readonly set: (value: string) => void;
}

/** A field for a passphrase, with its label before it. */
export function PassphraseField({ label, testId, isNew, value, set }: PassphraseFieldProps) {
  const say = useSay();
  const field = useId();
  return (
    <>
      <label for={field}>{say(label)}</label>
      <input
        id={field}
        data-testid={testId}
        type="password"
        autocomplete={isNew ? 'new-password' : 'off'}
        value={value}
        onInput={(event) => set(event.currentTarget.value)}
      />
    </>
  );
}
