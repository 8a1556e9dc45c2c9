import { useRef, useState } from 'preact/hooks';
import type { CaptureHead, Damage } from '#book/book.ts';
import type { ChainReport } from '#book/proof/proof.ts';
import type { TextKey } from '#text/index.ts';
import { accountName, placeName } from '#ui/parts/names.ts';
import { type Say, useLanguage, useSay } from '#ui/parts/speak.ts';
import { clockText } from '#ui/parts/time-text.ts';
import type { CaptureDeeds } from './deeds.ts';

interface ChainProps {
  readonly deeds: Pick<CaptureDeeds, 'verify' | 'damage'>;
  readonly captures: readonly CaptureHead[];
}

/** Checks the chain when asked, link by link, with a stop; says that it is unbroken, or where it breaks, and which records cannot be read back. */
export function Chain({ deeds, captures }: ChainProps) {
  const say = useSay();
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const [told, setTold] = useState<ChainReport | TextKey | null>(null);
  const [damage, setDamage] = useState<readonly Damage[] | TextKey>([]);
  const abort = useRef<AbortController | null>(null);
  const run = async () => {
    abort.current = new AbortController();
    setTold(null);
    setDamage([]);
    setProgress({ done: 0, of: captures.length });
    const { signal } = abort.current;
    const step = (done: number, of: number) => setProgress({ done, of });
    const found = await deeds.verify({ signal, progress: step }).catch((): TextKey => 'chain.failed');
    if (!signal.aborted) setDamage(await deeds.damage().catch((): TextKey => 'chain.failed'));
    setTold(found);
    setProgress(null);
  };
  return (
    <div class="chain">
      {progress === null ? (
        <button type="button" class="button small" data-testid="chain-check" onClick={() => void run()}>
          {say('chain.check')}
        </button>
      ) : (
        <>
          <progress value={progress.done} max={progress.of} aria-label={say('chain.check')} />
          <p class="quiet">{say('chain.progress', progress)}</p>
          <button type="button" class="button small" data-testid="chain-stop" onClick={() => abort.current?.abort()}>
            {say('chain.stop')}
          </button>
        </>
      )}
      <p class="quiet">{say('chain.what')}</p>
      <div aria-live="polite" class="chain-told">
        {told !== null && (
          <p class={toneOf(told)} data-testid="chain-told">
            {toldText(told, captures, say)}
          </p>
        )}
        <Damages damage={damage} />
      </div>
    </div>
  );
}

function Damages({ damage }: { damage: readonly Damage[] | TextKey }) {
  const say = useSay();
  const language = useLanguage();
  if (typeof damage === 'string') return <p class="warns">{say(damage)}</p>;
  return damage.map(({ account, of, at }) => (
    <p key={`${account} ${of} ${at}`} class="warns" data-testid="damage">
      {say(`chain.damaged-${of}`, { account: accountName(account, language), at })}
    </p>
  ));
}

const toneOf = (told: ChainReport | TextKey): string =>
  typeof told === 'string' || told.unbroken === false ? 'warns' : told.unbroken ? 'agrees' : '';

function toldText(told: ChainReport | TextKey, captures: readonly CaptureHead[], say: Say): string {
  if (typeof told === 'string') return say(told);
  if (told.unbroken === null) return say('chain.stopped', { checked: told.checked });
  if (!told.unbroken) {
    const at = captures.find(({ seq }) => seq === told.brokenAt);
    if (!at || at.erasedAt !== null) return say('chain.broken-unknown', { seq: told.brokenAt });
    return say('chain.broken', { seq: at.seq, place: placeName(at.place), when: clockText(at.at) });
  }
  if (told.links === 0) return say('chain.empty');
  if (told.lost !== undefined)
    return say('chain.unbroken-lost', { links: told.links, lost: told.lost, erased: told.erased });
  return say(told.erased > 0 ? 'chain.unbroken-erased' : 'chain.unbroken', { links: told.links, erased: told.erased });
}
