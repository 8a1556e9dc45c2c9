import type { ComponentChildren } from 'preact';
import type { Line, Provider, Said } from '#records/provider.ts';
import { useLanguage, useSay } from '#ui/parts/speak.ts';
import { RetentionFacts } from '../coverage/facts.tsx';
import { SaidBy } from '../said-by.tsx';

/** What the directory says of one provider, each with its source; what is not the provider's own word is quiet. */
export function ProviderFacts({ provider, open }: { provider: Provider; open: boolean }) {
  const say = useSay();
  const language = useLanguage();
  const { names, kind, support, domains, domainsFrom, portals, serviceLines, smsSenders, notShown, licence } = provider;
  return (
    <details class="panel directory-provider" open={open} data-testid="directory-provider" data-provider={provider.id}>
      <summary>
        <strong>{names[language]}</strong> <span class="quiet">{say(`provider-kind.${kind}`)}</span>
      </summary>
      <dl class="directory-facts">
        <dt>{say('directory.support')}</dt>
        <dd data-testid="directory-support">{say(`support.${support}`)}</dd>
        <dt>{say('directory.domains')}</dt>
        <dd>
          {domainsFrom === null || domains.length === 0 ? (
            <span class="quiet">{say('directory.domains-none')}</span>
          ) : (
            <Told said={domainsFrom}>{domains.join(' · ')}</Told>
          )}
        </dd>
        <dt>{say('directory.portals')}</dt>
        <dd>
          {portals.length === 0 && <span class="quiet">{say('directory.portals-none')}</span>}
          {portals.map((portal) => (
            <Told key={portal.address} said={portal}>
              <a href={portal.address} target="_blank" rel="noopener noreferrer">
                {portal.what[language]}
              </a>{' '}
              <span class="directory-address">{portal.address}</span>
            </Told>
          ))}
        </dd>
        <dt>{say('directory.lines')}</dt>
        <dd data-testid="directory-lines">
          {serviceLines.length === 0 && <span class="quiet">{say('directory.lines-none')}</span>}
          <Lines lines={serviceLines} />
        </dd>
        {smsSenders.length > 0 && (
          <>
            <dt>{say('directory.sms')}</dt>
            <dd>
              <Lines lines={smsSenders} />
            </dd>
          </>
        )}
        {notShown.length > 0 && (
          <>
            <dt>{say('directory.not-shown')}</dt>
            <dd>
              {notShown.map((one) => (
                <Told key={one.what.en} said={one}>
                  {one.what[language]}
                </Told>
              ))}
            </dd>
          </>
        )}
        <dt>{say('directory.licence')}</dt>
        <dd>
          {licence === null ? (
            <span class="quiet">{say('directory.licence-unknown')}</span>
          ) : (
            <Told said={licence}>{licence.what[language]}</Told>
          )}
        </dd>
        <dt>{say('directory.formats')}</dt>
        <dd>
          {provider.formats.length === 0 ? (
            <span class="quiet">{say('directory.formats-none')}</span>
          ) : (
            [...new Set(provider.formats.map(({ title }) => title[language]))].join(language === 'zh' ? '、' : ', ')
          )}
        </dd>
        <dt>{say('directory.keeping')}</dt>
        <dd>
          <RetentionFacts retention={provider.retention} />
        </dd>
      </dl>
    </details>
  );
}

function Lines({ lines }: { lines: readonly Line[] }) {
  const language = useLanguage();
  return (
    <>
      {lines.map((line) => (
        <Told key={line.number} said={line}>
          <span class="directory-number">{line.number}</span>
          {line.what !== undefined && ` ${line.what[language]}`}
        </Told>
      ))}
    </>
  );
}

function Told({ said, children }: { said: Said; children: ComponentChildren }) {
  return (
    <div class={said.confidence === 'official' ? '' : 'quiet'} data-confidence={said.confidence}>
      {children} <SaidBy said={said} />
    </div>
  );
}
