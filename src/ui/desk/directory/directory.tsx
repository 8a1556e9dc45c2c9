import { useState } from 'preact/hooks';
import { lookAlikeOf, providersNamed } from '#providers/find.ts';
import type { Provider } from '#records/provider.ts';
import { useLanguage, useSay } from '#ui/parts/speak.ts';
import { ProviderFacts } from './provider-facts.tsx';

/** Every provider of the directory, found by name, address or number. */
export function Directory() {
  const say = useSay();
  const language = useLanguage();
  const [text, setText] = useState('');
  const asked = text.trim();
  const found = providersNamed(asked);
  const like = lookAlikeOf(asked);
  const told =
    asked === ''
      ? say('directory.count', { count: found.length })
      : found.length > 0
        ? say('directory.found', { count: found.length })
        : say('directory.none', { text: asked.slice(0, 100) });
  return (
    <section aria-labelledby="directory-title" data-testid="directory">
      <h2 id="directory-title">{say('directory.title')}</h2>
      <p class="quiet">{say('directory.what')}</p>
      <label class="directory-find">
        {say('directory.find')}
        <input
          type="search"
          maxLength={200}
          autocomplete="off"
          spellcheck={false}
          value={text}
          data-testid="directory-find"
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <p role="status" data-testid="directory-told" data-count={found.length}>
        {told}
      </p>
      {like !== null && (
        <p class="risk" role="alert" data-testid="directory-look-alike">
          {say('directory.look-alike', {
            host: like.host,
            provider: like.provider.names[language],
            domain: like.domain,
          })}
        </p>
      )}
      {asked === '' ? (
        <details data-testid="directory-all">
          <summary>{say('directory.all')}</summary>
          <Providers providers={found} />
        </details>
      ) : (
        <Providers providers={found} />
      )}
    </section>
  );
}

/** What was found; the only one is open. */
function Providers({ providers }: { providers: readonly Provider[] }) {
  return (
    <ul class="directory-list">
      {providers.map((provider) => (
        <li key={provider.id}>
          <ProviderFacts provider={provider} open={providers.length === 1} />
        </li>
      ))}
    </ul>
  );
}
