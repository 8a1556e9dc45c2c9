import { PROVIDERS } from '../../src/providers/list.ts';
import type { Confidence, Provider, Said, Support } from '../../src/records/provider.ts';

const BEGIN = '<!-- directory: written by `npm run providers` -->';
const END = '<!-- /directory -->';

const MARKS: Readonly<Record<Confidence, string>> = {
  official: '**own**',
  'public-code': 'code',
  'third-party': 'third party',
  unconfirmed: 'unconfirmed',
};

const SUPPORT: Readonly<Record<Support, string>> = {
  'documented-page': 'documented page',
  'documented-file': 'file only',
  generic: 'generic reader',
  'app-only': 'app only',
};

/** The document with its part between the two marks written anew. Throws where a mark is missing. */
export function withDirectory(document: string): string {
  const [begin, end] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`docs/providers.md lacks ${BEGIN} or ${END}`);
  return `${document.slice(0, begin + BEGIN.length)}\n\n${directoryTable()}\n\n${document.slice(end)}`;
}

function directoryTable(): string {
  const head = [
    '| provider | kind | level | domains | pages for merchants | service line | SMS | source |',
    '|---|---|---|---|---|---|---|---|',
  ];
  return [...head, ...PROVIDERS.map(row)].join('\n');
}

function row(provider: Provider): string {
  const { id, names, kind, support, domains, domainsFrom, portals, serviceLines, smsSenders, notShown, source } =
    provider;
  const cells = [
    names.zh === names.en ? `${names.zh} (\`${id}\`)` : `${names.zh} ${names.en} (\`${id}\`)`,
    kind,
    SUPPORT[support],
    domains.length === 0 || domainsFrom === null ? '–' : `${domains.join(', ')} (${MARKS[domainsFrom.confidence]})`,
    listed(portals, ({ address, what }) => `${what.en}: ${address}`),
    listed(serviceLines, ({ number, what }) => (what ? `${what.en} ${number}` : number)),
    listed(smsSenders, ({ number }) => number),
    [source, ...notShown.map(({ what }) => `Not shown: ${what.en}.`)].join(' '),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** Each with the mark of how sure it is and its date. */
function listed<T extends Said>(all: readonly T[], text: (one: T) => string): string {
  if (all.length === 0) return '–';
  return all
    .map((one) => `${text(one)} (${MARKS[one.confidence]}${one.dated === null ? '' : `, ${one.dated}`})`)
    .join('<br>');
}
