import { useSay } from '#ui/parts/speak.ts';

/** Before anything was ever read: what this does, and what to do. */
export function FirstRun() {
  const say = useSay();
  return (
    <section class="first-run" data-testid="first-run">
      <h2>{say('popup.first.title')}</h2>
      <ol>
        <li>{say('popup.first.step-1')}</li>
        <li>{say('popup.first.step-2')}</li>
        <li>{say('popup.first.step-3')}</li>
      </ol>
    </section>
  );
}
