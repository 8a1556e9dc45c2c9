import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { RecipeProblem, Signs } from '#records/recipe.ts';
import type { Preview, RecipeDraft, SeenTable } from '#records/teaching.ts';
import type { TextKey } from '#text/index.ts';
import { useSay } from '#ui/parts/speak.ts';
import { Columns } from './columns.tsx';
import type { ReadAgain, TeachDeeds } from './deeds.ts';
import { draftOf, withField, withKind, withUnit } from './draft.ts';
import { SIGNS, signsKey } from './fields.ts';
import { PreviewView } from './preview.tsx';
import { Tables } from './tables.tsx';
import { Words } from './words.tsx';

interface EditorProps {
  readonly tables: readonly SeenTable[];
  readonly deeds: TeachDeeds;
  readonly cancel: () => void;
  readonly saved: (again: ReadAgain | null) => void;
}

/** The form: which table, what each column is, signs, words, whose; and beneath it what would come of it. */
export function Editor({ tables, deeds, cancel, saved }: EditorProps) {
  const say = useSay();
  const [index, setIndex] = useState(tables[0]?.index ?? 0);
  const table = tables.find((one) => one.index === index) ?? tables[0];
  const [draft, setDraft] = useState<RecipeDraft | null>(table ? draftOf(table) : null);
  const [saving, setSaving] = useState<'no' | 'saving' | TextKey>('no');
  const preview = usePreview(deeds, draft);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.focus(), []);
  if (!table || draft === null) return null;

  // Two changes may come before the form is drawn again; neither may be lost.
  const change = (by: (draft: RecipeDraft) => RecipeDraft) => setDraft((old) => (old === null ? old : by(old)));
  const choose = (next: SeenTable) => {
    setIndex(next.index);
    setDraft(draftOf(next));
  };
  const ready = preview !== null && typeof preview !== 'string' && preview.count > 0;
  const save = async (event: Event) => {
    event.preventDefault();
    if (!ready || saving === 'saving') return;
    setSaving('saving');
    try {
      const again = await deeds.save(draft);
      if (typeof again === 'string') setSaving(again);
      else saved(again);
    } catch {
      setSaving('teach.failed');
    }
  };
  return (
    <form class="teach-editor" data-testid="teach-editor" ref={form} tabIndex={-1} onSubmit={save}>
      <Tables
        tables={tables}
        chosen={index}
        choose={choose}
        only={draft.only}
        setOnly={(only) => change((old) => ({ ...old, only }))}
      />
      <Columns
        table={table}
        draft={draft}
        setField={(at, field) => change((old) => withField(old, at, field))}
        setUnit={(at, unit) => change((old) => withUnit(old, at, unit))}
      />
      <SignsField signs={draft.signs} choose={(signs) => change((old) => ({ ...old, signs }))} />
      <Words
        words={preview !== null && typeof preview !== 'string' ? preview.words : []}
        kinds={draft.kinds}
        choose={(word, kind) => change((old) => withKind(old, word, kind))}
      />
      <Whose draft={draft} change={change} />
      <PreviewView preview={preview} source={draft.place.source} />
      {typeof preview === 'object' && preview !== null && preview.count === 0 && (
        <p class="warns">{say('teach.no-rows')}</p>
      )}
      {saving !== 'no' && saving !== 'saving' && (
        <p class="outcome tone-bad" role="alert">
          {say(saving)}
        </p>
      )}
      <div class="teach-deeds">
        <button type="submit" class="button strong" data-testid="teach-save" disabled={!ready || saving === 'saving'}>
          {say(saving === 'saving' ? 'teach.saving' : 'teach.save')}
        </button>
        <button type="button" class="button plain" data-testid="teach-cancel" onClick={cancel}>
          {say('teach.cancel')}
        </button>
      </div>
    </form>
  );
}

/** What the draft gives, worked out anew after each change; the answer to an older draft is not shown. */
function usePreview(deeds: TeachDeeds, draft: RecipeDraft | null): Preview | RecipeProblem | null {
  const [preview, setPreview] = useState<Preview | RecipeProblem | null>(null);
  useEffect(() => {
    let current = true;
    if (draft === null) return;
    deeds.preview(draft).then(
      (found) => current && setPreview(found),
      () => current && setPreview('not-a-recipe'),
    );
    return () => {
      current = false;
    };
  }, [deeds, draft]);
  return preview;
}

function SignsField({ signs, choose }: { signs: Signs; choose: (signs: Signs) => void }) {
  const say = useSay();
  return (
    <label class="teach-field">
      <span>{say('teach.signs')}</span>
      <select
        data-testid="teach-signs"
        value={signs}
        onChange={(event) => {
          const chosen = SIGNS.find((one) => one === event.currentTarget.value);
          if (chosen) choose(chosen);
        }}
      >
        {SIGNS.map((one) => (
          <option key={one} value={one}>
            {say(signsKey(one))}
          </option>
        ))}
      </select>
      <span class="quiet">{say('teach.signs-columns')}</span>
    </label>
  );
}

interface WhoseProps {
  readonly draft: RecipeDraft;
  readonly change: (by: (draft: RecipeDraft) => RecipeDraft) => void;
}

function Whose({ draft, change }: WhoseProps) {
  const say = useSay();
  const [nameId, accountId, hint] = [useId(), useId(), useId()];
  return (
    <fieldset class="teach-whose">
      <legend>{say('teach.whose')}</legend>
      <label for={nameId}>{say('teach.name')}</label>
      <input
        id={nameId}
        type="text"
        maxLength={60}
        data-testid="teach-name"
        aria-describedby={hint}
        value={draft.name}
        onInput={(event) => {
          const name = event.currentTarget.value;
          change((old) => ({ ...old, name }));
        }}
      />
      <span id={hint} class="quiet">
        {say(draft.place.source === 'page' ? 'teach.name-page' : 'teach.name-file')}
      </span>
      <label for={accountId}>{say('teach.account')}</label>
      <input
        id={accountId}
        type="text"
        maxLength={50}
        pattern="[0-9A-Za-z_\-]*"
        data-testid="teach-account"
        value={draft.account ?? ''}
        onInput={(event) => {
          const text = event.currentTarget.value.trim();
          change((old) => ({ ...old, account: text === '' ? null : text }));
        }}
      />
    </fieldset>
  );
}
