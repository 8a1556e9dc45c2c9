import { useEffect, useState } from 'preact/hooks';
import type { Recipe } from '#records/recipe.ts';
import { isTextKey, type TextKey } from '#text/index.ts';
import { kindKey } from '#ui/parts/keys.ts';
import { useSay } from '#ui/parts/speak.ts';
import { clockText } from '#ui/parts/time-text.ts';
import type { TeachDeeds } from './deeds.ts';
import { fieldKey, signsKey, unitKey } from './fields.ts';

const isSentence = (answer: unknown): answer is TextKey => typeof answer === 'string' && isTextKey(answer);

/** What was taught, with export, and taking in of what others taught: shown first, kept only then. */
export function Recipes({ deeds, version }: { deeds: TeachDeeds; version: string }) {
  const say = useSay();
  const [recipes, setRecipes] = useState<readonly Recipe[] | TextKey | null>(null);
  const [changes, setChanges] = useState(0);
  const [offered, setOffered] = useState<readonly Recipe[]>([]);
  const [told, setTold] = useState<TextKey | null>(null);

  useEffect(() => {
    let current = true;
    deeds.recipes().then(
      (found) => current && setRecipes(found),
      () => current && setRecipes('recipes.failed'),
    );
    return () => {
      current = false;
    };
  }, [deeds, version, changes]);

  const run = async (work: () => Promise<TextKey | null>, done: TextKey | null) => {
    try {
      setTold((await work()) ?? done);
    } catch {
      setTold('recipes.failed');
    }
    setChanges((count) => count + 1);
  };
  const take = async (file: File): Promise<TextKey | null> => {
    const found = await deeds.offered(file);
    setOffered(isSentence(found) ? [] : found);
    return isSentence(found) ? found : null;
  };
  return (
    <div class="recipes">
      <h3>{say('recipes.title')}</h3>
      {isSentence(recipes) && <p class="warns">{say(recipes)}</p>}
      {recipes !== null && !isSentence(recipes) && recipes.length === 0 && <p class="quiet">{say('recipes.none')}</p>}
      <ul class="recipe-list">
        {(recipes === null || isSentence(recipes) ? [] : recipes).map((recipe) => (
          <li key={recipe.id} class="panel" data-testid="recipe">
            <RecipeText recipe={recipe} />
            <div class="teach-deeds">
              <button
                type="button"
                class="button small"
                data-testid="recipe-export"
                onClick={() => deeds.export(recipe)}
              >
                {say('recipes.export')}
              </button>
              <button
                type="button"
                class="button small plain"
                data-testid="recipe-remove"
                aria-label={say('recipes.remove-of', { name: recipe.name })}
                onClick={() => void run(() => deeds.remove(recipe.id), null)}
              >
                {say('recipes.remove')}
              </button>
            </div>
          </li>
        ))}
      </ul>
      <label class="button small recipe-import">
        <input
          class="hidden"
          type="file"
          accept=".json,application/json"
          data-testid="recipe-import"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) void run(() => take(file), null);
            event.currentTarget.value = '';
          }}
        />
        {say('recipes.import')}
      </label>
      <div aria-live="polite">
        {told !== null && (
          <p class={told === 'recipes.kept' ? '' : 'warns'} data-testid="recipes-told">
            {say(told)}
          </p>
        )}
      </div>
      {offered.length > 0 && (
        <div class="panel" data-testid="recipes-offered">
          <p>{say('recipes.offered', { count: offered.length })}</p>
          <ul class="recipe-list">
            {offered.map((recipe) => (
              <li key={recipe.id}>
                <RecipeText recipe={recipe} />
              </li>
            ))}
          </ul>
          <div class="teach-deeds">
            <button
              type="button"
              class="button strong"
              data-testid="recipes-keep"
              onClick={() => {
                setOffered([]);
                void run(() => deeds.keep(offered), 'recipes.kept');
              }}
            >
              {say('recipes.keep')}
            </button>
            <button type="button" class="button plain" onClick={() => setOffered([])}>
              {say('recipes.discard')}
            </button>
          </div>
        </div>
      )}
    </div>
  );
}

/** Everything that a recipe says, in words. */
function RecipeText({ recipe }: { recipe: Recipe }) {
  const say = useSay();
  const { place, name, columns, account, savedAt, kinds, signs, only } = recipe;
  const used = columns.filter(({ field }) => field !== 'ignore');
  return (
    <div class="recipe">
      <p>
        <strong>{name === '' ? '—' : name}</strong>{' '}
        <span class="quiet">{say('recipes.saved-at', { when: clockText(savedAt) })}</span>
      </p>
      <p>
        {place.source === 'page' ? say('recipes.page', { host: place.host, path: place.path }) : say('recipes.file')}
      </p>
      {account !== null && <p>{say('recipes.merchant', { number: account })}</p>}
      <ul class="recipe-columns" aria-label={say('recipes.columns')}>
        {used.map(({ header, field, unit }, index) => (
          <li key={`${index} ${header}`}>
            {header} → {say(fieldKey(field))}
            {unit !== null && ` (${say(unitKey(unit))})`}
          </li>
        ))}
      </ul>
      {kinds.length > 0 && (
        <ul class="recipe-columns" aria-label={say('teach.words')}>
          {kinds.map(({ word, kind }) => (
            <li key={word}>{`“${word}” → ${say(kindKey(kind))}`}</li>
          ))}
        </ul>
      )}
      {signs !== 'auto' && (
        <p class="quiet">
          {say('teach.signs')}: {say(signsKey(signs))}
        </p>
      )}
      {only && <p class="quiet">{say('teach.only')}</p>}
    </div>
  );
}
