import { useState } from 'preact/hooks';
import type { TextKey } from '#text/index.ts';
import { useSay } from '#ui/parts/speak.ts';

export type SavingState = 'ready' | 'saving' | 'saved' | TextKey;

/** Runs what is saved, and keeps how it ended. */
export function useSaving() {
  const [state, setState] = useState<SavingState>('ready');
  const run = async (work: () => Promise<TextKey | null>): Promise<boolean> => {
    setState('saving');
    const refused = await work();
    setState(refused ?? 'saved');
    return refused === null;
  };
  return { state, run, refuse: (why: TextKey) => setState(why) };
}

/** How saving ended, said as it happens. */
export function Saved({ state }: { state: SavingState }) {
  const say = useSay();
  const isProblem = state !== 'ready' && state !== 'saving' && state !== 'saved';
  return (
    <p
      class={`saved ${isProblem ? 'warns' : ''}`}
      role="status"
      data-testid="saved"
      data-state={isProblem ? 'refused' : state}
    >
      {state === 'saving' && say('mark.saving')}
      {state === 'saved' && say('mark.saved')}
      {isProblem && say(state)}
    </p>
  );
}
