import { useEffect, useRef, useState } from 'preact/hooks';
import type { SeenTable, TeachSource } from '#records/teaching.ts';
import { isTextKey, type TextKey } from '#text/index.ts';
import { outcomeKey, outcomeNameKey } from '#ui/parts/keys.ts';
import { placeName } from '#ui/parts/names.ts';
import { OutcomeView } from '#ui/parts/outcome.tsx';
import { useSay } from '#ui/parts/speak.ts';
import { clockText } from '#ui/parts/time-text.ts';
import type { ReadAgain, TeachDeeds } from './deeds.ts';
import { Editor } from './editor.tsx';
import { Recipes } from './recipes.tsx';

interface TeachProps {
  readonly deeds: TeachDeeds;
  /** Changes when there may be something new to teach. */
  readonly version: string;
  /** Open what was read last at once: the merchant came for this. */
  readonly open: boolean;
}

type State =
  | { readonly is: 'closed' }
  | { readonly is: 'failed'; readonly why: TextKey }
  | { readonly is: 'open'; readonly tables: readonly SeenTable[] }
  | { readonly is: 'saved'; readonly again: ReadAgain | null };

/** Where the merchant says what the columns of a table are, and sees what was taught before. */
export function Teach({ deeds, version, open }: TeachProps) {
  const say = useSay();
  const [sources, setSources] = useState<readonly TeachSource[] | TextKey | null>(null);
  const [chosen, setChosen] = useState<TeachSource['id'] | null>(null);
  const [state, setState] = useState<State>({ is: 'closed' });
  const [wanted, setWanted] = useState(open);
  const [saves, setSaves] = useState(0);

  useEffect(() => {
    let current = true;
    deeds.sources().then(
      (found) => current && setSources(found),
      () => current && setSources('teach.failed'),
    );
    return () => {
      current = false;
    };
  }, [deeds, version, saves]);

  const start = async (id: TeachSource['id']) => {
    try {
      const tables = await deeds.open(id);
      setState(isSentence(tables) ? { is: 'failed', why: tables } : { is: 'open', tables });
    } catch {
      setState({ is: 'failed', why: 'teach.failed' });
    }
  };

  const list = sources === null || isSentence(sources) ? [] : sources;
  const first = list[0]?.id ?? null;
  const id = list.some((source) => source.id === chosen) ? chosen : first;

  useEffect(() => {
    if (!wanted || first === null) return;
    setWanted(false);
    document.getElementById('teach-title')?.scrollIntoView();
    void start(first);
  });

  const editing = state.is === 'open' && state.tables.length > 0;
  return (
    <section aria-labelledby="teach-title" class="teach">
      <h2 id="teach-title">{say('teach.title')}</h2>
      <p class="quiet">{say('teach.intro')}</p>
      {isSentence(sources) && <p class="outcome tone-bad">{say(sources)}</p>}
      {sources !== null && !isSentence(sources) && list.length === 0 && <p class="quiet">{say('teach.nothing')}</p>}
      {!editing && id !== null && (
        <form
          class="teach-start"
          onSubmit={(event) => {
            event.preventDefault();
            void start(id);
          }}
        >
          <Sources sources={list} id={id} choose={setChosen} />
          <button type="submit" class="button" data-testid="teach-open">
            {say('teach.start')}
          </button>
        </form>
      )}
      <div aria-live="polite">
        {state.is === 'failed' && <p class="outcome tone-bad">{say(state.why)}</p>}
        {state.is === 'open' && state.tables.length === 0 && <p class="outcome tone-bad">{say('teach.no-tables')}</p>}
        {state.is === 'saved' && <Saved again={state.again} />}
      </div>
      {editing && (
        <Editor
          tables={state.tables}
          deeds={deeds}
          cancel={() => setState({ is: 'closed' })}
          saved={(again) => {
            setState({ is: 'saved', again });
            setSaves(saves + 1);
          }}
        />
      )}
      <Recipes deeds={deeds} version={`${version} ${saves}`} />
    </section>
  );
}

/** An answer that is the sentence of what went wrong. */
const isSentence = (answer: unknown): answer is TextKey => typeof answer === 'string' && isTextKey(answer);

interface SourcesProps {
  readonly sources: readonly TeachSource[];
  readonly id: TeachSource['id'];
  readonly choose: (id: TeachSource['id']) => void;
}

function Sources({ sources, id, choose }: SourcesProps) {
  const say = useSay();
  const value = String(sources.findIndex((source) => source.id === id));
  return (
    <label class="teach-field">
      <span>{say('teach.source')}</span>
      <select
        data-testid="teach-source"
        value={value}
        onChange={(event) => {
          const source = sources[Number(event.currentTarget.value)];
          if (source) choose(source.id);
        }}
      >
        {sources.map((source, index) => (
          <option key={source.id} value={String(index)}>
            {say('teach.source-line', {
              place: source.source === 'page' ? pathName(source.place) : placeName(source.place),
              when: clockText(source.at),
              outcome: say(outcomeNameKey(source.outcome)),
            })}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Host and path: several lists of one portal differ in their path only. */
const pathName = (place: string): string => place.replace(/^https?:\/\//, '').slice(0, 80);

function Saved({ again }: { again: ReadAgain | null }) {
  const say = useSay();
  const place = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone with its form; without this the keyboard would start again at the top.
  useEffect(() => place.current?.focus(), []);
  if (again === null) {
    return (
      <div ref={place} tabIndex={-1} class="teach-saved" data-testid="teach-saved">
        <p class="outcome tone-good">{say('teach.saved-nothing')}</p>
      </div>
    );
  }
  const { outcome, gaps, counts, source } = again;
  return (
    <div ref={place} tabIndex={-1} class="teach-saved" data-testid="teach-saved">
      <p>{say('teach.saved')}</p>
      <OutcomeView
        outcome={outcome}
        sentence={outcomeKey(outcome, source, gaps)}
        gaps={gaps}
        counts={counts}
        source={source}
      />
    </div>
  );
}
