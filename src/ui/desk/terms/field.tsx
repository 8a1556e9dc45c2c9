import type { TargetedEvent } from 'preact';
import type { TextKey } from '#text/index.ts';
import { useSay } from '#ui/parts/speak.ts';

interface FieldProps {
  readonly label: TextKey;
  readonly name: string;
  readonly type: 'text' | 'date';
  readonly value: string;
  readonly mistake: TextKey | undefined;
  readonly set: (text: string) => void;
}

/** One labelled field; what is wrong with it stands under it. */
export function Field({ label, name, type, value, mistake, set }: FieldProps) {
  const say = useSay();
  const hint = `${name}-wrong`;
  const shared = {
    id: name,
    value,
    'data-testid': name,
    'aria-invalid': mistake !== undefined,
    'aria-describedby': mistake === undefined ? undefined : hint,
    onInput: (event: TargetedEvent<HTMLInputElement>) => set(event.currentTarget.value),
  };
  return (
    <div class="terms-field">
      <label for={name}>{say(label)}</label>
      {type === 'date' ? <input type="date" {...shared} /> : <input type="text" maxLength={40} {...shared} />}
      {mistake !== undefined && (
        <small id={hint} class="warns">
          {say(mistake)}
        </small>
      )}
    </div>
  );
}
