import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatAmount } from '#money/amount.ts';
import { FILE_ERRORS, openFile } from '#tables/files/open.ts';
import { makeZip } from '../../bills/make.ts';
import { camt053, MT940, OFX_SGML, OFX_XML } from '../../bills/statements.ts';
import { readBytes, readText } from '../reading/read.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function opened(text: string) {
  const read = await openFile('statement', bytesOf(text), { at: '2026-06-07T00:00:00Z' });
  return read.ok ? read.value : read.error;
}

async function rowsOf(text: string) {
  const { entries } = await readText('statement', text);
  return entries.map(({ ledger, day, amount, currency, reference, words }) => [
    ledger,
    day,
    formatAmount(amount ?? 0),
    currency,
    reference,
    words,
  ]);
}

describe('MT940', () => {
  test('movements with their signs, business code words, and the balances as proof over both pages', async () => {
    const reading = await readText('statement.sta', MT940);
    expect(reading).toMatchObject({ outcome: 'read', rejected: [], coverage: { rows: 4, whole: true } });
    expect(reading.controls).toMatchObject([{ what: 'amount', stated: '82.60', computed: '82.60', agrees: true }]);
    expect(await rowsOf(MT940)).toEqual([
      [
        'bank',
        '2026-06-02',
        '250.50',
        'EUR',
        'B6F1',
        'GUTSCHRIFT · EREF+INV-2026-001 SVWZ+Rechnung 4711 vom 01.06.2026',
      ],
      ['bank', '2026-06-03', '-17.90', 'EUR', null, 'fee · Kontofuehrung Juni'],
      ['bank', '2026-06-04', '-50.00', 'EUR', 'B6F3', 'transfer · REF1'],
      ['bank', '2026-06-05', '-100.00', 'EUR', 'B6F4', 'LASTSCHRIFT · 123 Miete'],
    ]);
  });

  test('a bank’s own NONREF is no number of a row, and says nothing of two rows being one', async () => {
    const none = MT940.replace('//B6F1', '//NONREF').replace('//B6F3', '//NONREF');
    const { entries } = await readText('statement.sta', none);
    expect(entries.map(({ reference }) => reference)).not.toContain('NONREF');
    expect(entries).toHaveLength(4);
  });

  test('a missing movement shows in the balances', async () => {
    const reading = await readText('statement.sta', MT940.replace(/:61:260603[^:]*:86:[^:]*/, ''));
    expect(reading.controls).toMatchObject([{ stated: '82.60', computed: '100.50', agrees: false }]);
    expect(reading.coverage.whole).toBe(false);
  });

  test('statements that do not follow on each other stay apart', async () => {
    const gap = MT940.replace(':60F:C260604EUR1182,60', ':60F:C260604EUR1000,00').replace('EUR1082,60', 'EUR900,00');
    expect(await opened(gap)).toMatchObject([{ place: 'statement › 1' }, { place: 'statement › 2' }]);
  });

  test('a movement line that cannot be read is a rejected row, not a missing one', async () => {
    const reading = await readText('s.sta', MT940.replace(':61:260603DR17,9NCHGNONREF', ':61:26O603DR17,9NCHGNONREF'));
    expect(reading.entries).toHaveLength(3);
    expect(reading.rejected).toMatchObject([{ reason: expect.any(String) }]);
    expect(JSON.stringify(reading.rejected)).toContain('26O603DR17,9');
  });

  test('the entry day takes the year nearest to the value day', async () => {
    const turn = MT940.replace(':61:2606010602CR', ':61:2512311231CR').replace(':61:2606050605D', ':61:2512310102D');
    const days = (await rowsOf(turn)).map(([, day]) => day);
    expect([days[0], days[3]]).toEqual(['2025-12-31', '2026-01-02']);
  });

  test('an end that is missing is said', async () => {
    expect(await opened(MT940.slice(0, MT940.lastIndexOf(':62F')))).toMatchObject([{ cues: ['unreadable'] }]);
  });
});

describe('OFX and QFX', () => {
  test.each([
    ['SGML', OFX_SGML],
    ['XML', OFX_XML],
  ])('%s: signed movements, days of the bank’s clock, the id of each', async (_, text) => {
    const reading = await readText('statement.qfx', text);
    expect(reading).toMatchObject({
      outcome: 'read',
      rejected: [],
      coverage: { from: '2026-06-01', to: '2026-06-30', rows: 2, gaps: [{ gap: 'not-proved' }] },
    });
    expect(await rowsOf(text)).toEqual([
      ['bank', '2026-06-02', '200.00', 'USD', 'A1', 'CREDIT · PAYOUT & more'],
      ['bank', '2026-06-03', '-12.50', 'USD', 'A2', 'FEE'],
    ]);
  });

  test('two accounts of one file stay apart, each named by its last four places', async () => {
    const one = /<STMTTRNRS>[\s\S]*<\/STMTTRNRS>/.exec(OFX_SGML)?.[0] ?? '';
    const both = OFX_SGML.replace(one, `${one}\n${one.replace('000123456789', '000123450000')}`);
    const { accounts, entries } = await readText('statement.ofx', both);
    expect(accounts).toEqual(['other:*0000', 'other:*6789']);
    expect(entries.map(({ account }) => account)).toEqual(['other:*6789', 'other:*6789', 'other:*0000', 'other:*0000']);
  });

  test('the account is masked', async () => {
    const text = JSON.stringify(await opened(OFX_SGML));
    expect(text).toContain('********6789');
    expect(text).not.toContain('000123456789');
  });

  test('Windows-1252, as its header says', async () => {
    const latin = Uint8Array.from([...OFX_SGML.replace('SQUARE INC', 'CAFÉ SÃO')].map((char) => char.charCodeAt(0)));
    expect((await readBytes('statement.ofx', latin)).entries).toHaveLength(2);
  });

  test('cut in the middle: what was read is said to be unfinished', async () => {
    expect(await opened(OFX_SGML.slice(0, OFX_SGML.indexOf('A2')))).toMatchObject([{ cues: ['unreadable'] }]);
  });

  test('an entity that a document type would define stays text', async () => {
    const bomb = OFX_XML.replace('<OFX>', '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><OFX>').replace(
      'SQUARE INC',
      '&a;&a;',
    );
    expect(JSON.stringify(await opened(bomb))).not.toContain('aaaaaaaaaa');
  });
});

describe('CAMT.053', () => {
  test.each([
    ['02', ''],
    ['04', 'ns2'],
    ['08', ''],
    ['13', 'camt'],
  ])('version %s, prefix %j', async (version, prefix) => {
    const text = camt053({ version, prefix });
    const reading = await readText('statement.xml', text);
    expect(reading).toMatchObject({
      outcome: 'read',
      rejected: [],
      coverage: { from: '2026-06-01', to: '2026-06-02', rows: 2, statedRows: 2, whole: true, gaps: [] },
    });
    expect(reading.controls.map(({ what, stated, agrees }) => [what, stated, agrees])).toEqual([
      ['income', '50.00', true],
      ['expense', '20.00', true],
      ['rows', '2', true],
      ['amount', '30.00', true],
    ]);
    expect(await rowsOf(text)).toEqual([
      ['bank', '2026-06-01', '50.00', 'EUR', 'R1', 'E2E-1 Payout 1 & 2'],
      ['bank', '2026-06-02', '-20.00', 'EUR', null, 'Kontogebühr'],
    ]);
    expect(JSON.stringify(await opened(text))).toContain('Adyen N.V.');
  });

  test('balances that the entries do not explain are said', async () => {
    const reading = await readText('statement.xml', camt053({ opening: '90.00' }));
    expect(reading.controls.find(({ what }) => what === 'amount')).toMatchObject({ stated: '40.00', agrees: false });
    expect(reading.coverage.whole).toBe(false);
  });

  test('what is only announced is pending, and in no sum', async () => {
    const reading = await readText('statement.xml', camt053({ pending: true }));
    expect(reading.entries.map(({ state }) => state)).toEqual(['done', 'done', 'pending']);
    expect(reading.controls.every(({ agrees }) => agrees)).toBe(true);
  });

  test.each([
    ['a document type', '<!DOCTYPE Document [<!ENTITY a "x">]>', 'unsafe-xml'],
    ['a foreign document type', '<!DOCTYPE Document SYSTEM "http://127.0.0.1/x.dtd">', 'unsafe-xml'],
  ])('%s is refused', async (_, inside, error) => {
    expect(await opened(camt053({ inside }))).toBe(error);
  });

  test('an entity that nobody defined is damage', async () => {
    expect(await opened(camt053().replace('Adyen', '&lol9;'))).toBe('damaged');
  });

  test('cut: the entries before the cut are read, and said to be not all', async () => {
    const text = camt053();
    expect(await opened(text.slice(0, text.lastIndexOf('<Ntry>')))).toMatchObject([{ cues: ['unreadable'] }]);
    expect(await opened(text.slice(0, 300))).toBe('damaged');
  });

  test('depth without end is refused', async () => {
    expect(await opened(camt053().replace('<GrpHdr>', `<GrpHdr>${'<a>'.repeat(100_000)}`))).toBe('too-large');
  });

  test('any other XML is no table', async () => {
    expect(await opened('<?xml version="1.0"?><feed><entry/></feed>')).toBe('not-a-table');
  });
});

test('each of them in an archive', async () => {
  const zip = makeZip([
    { name: 'a.xml', data: bytesOf(camt053()) },
    { name: 'b.sta', data: bytesOf(MT940) },
    { name: 'c.ofx', data: bytesOf(OFX_SGML) },
  ]);
  const { entries, rejected } = await readBytes('all.zip', zip);
  expect([entries.length, rejected.length]).toEqual([8, 0]);
});

test('whatever is changed in them, a value or an error of the set, and no row vanishes without a word', async () => {
  const change = fc.record({
    from: fc.constantFrom(MT940, OFX_SGML, OFX_XML, camt053()),
    at: fc.nat(),
    put: fc.string(),
    size: fc.nat(20),
  });
  await fc.assert(
    fc.asyncProperty(change, async ({ from, at, put, size }) => {
      const place = at % from.length;
      const read = await opened(from.slice(0, place) + put + from.slice(place + size));
      return typeof read === 'string' ? FILE_ERRORS.some((error) => error === read) : read.length > 0;
    }),
    { numRuns: 300 },
  );
});
