import { describe, expect, it } from 'vitest';
import { BACKUP_ERRORS } from '#book/backup/types.ts';
import { BOOK_ERRORS } from '#book/book.ts';
import { BASES, CAUSES, CODES, type ItemState } from '#records/arrears.ts';
import { KINDS, Ledger, State } from '#records/entry.ts';
import { STANDINGS } from '#records/mark.ts';
import { GAPS, OUTCOMES, REJECTIONS } from '#records/reading.ts';
import { type Language, say, type TextKey } from '#text/index.ts';
import { gapText } from './gap-text.ts';
import { basisKey, causeKey, codeKey, fileOutcomeKey, kindKey, outcomeKey, outcomeNameKey, stateKey } from './keys.ts';
import { speaker } from './speak.ts';

const STATES: readonly ItemState[] = ['open', 'taken', 'due', 'claimable'];
const causes = Object.values(CAUSES).flat();

const keys: readonly TextKey[] = [
  ...OUTCOMES.flatMap((outcome) => [outcomeKey(outcome), outcomeNameKey(outcome), fileOutcomeKey(outcome)]),
  ...REJECTIONS.map((reason): TextKey => `rejection.${reason}`),
  ...BOOK_ERRORS.map((error): TextKey => `book.${error}`),
  ...BACKUP_ERRORS.map((error): TextKey => `backup-problem.${error}`),
  ...Ledger.options.map((ledger): TextKey => `export-ledger.${ledger}`),
  ...State.options.map((state): TextKey => `export-state.${state}`),
  ...STANDINGS.map((standing): TextKey => `export-standing.${standing}`),
  ...KINDS.map(kindKey),
  ...CODES.map(codeKey),
  ...BASES.map(basisKey),
  ...STATES.map(stateKey),
  ...causes.flatMap((cause) => [causeKey(cause, 'sentence'), causeKey(cause, 'step')]),
];

describe.each<Language>(['zh', 'en'])('every member of every closed set has its words in %s', (language) => {
  it.each([...new Set(keys)])('%s', (key) => {
    expect(say(language, key).trim()).not.toBe('');
  });

  it.each(GAPS)('gap %s, without params: no hole is left in the sentence', (gap) => {
    const sentence = gapText({ gap, params: {} }, speaker(language));
    expect(sentence).not.toBe('');
    expect(sentence).not.toMatch(/\{\w+\}/);
  });

  it('outcomes can be told apart', () => {
    expect(new Set(OUTCOMES.map((outcome) => say(language, outcomeKey(outcome)))).size).toBe(OUTCOMES.length);
  });
});

describe('a gap with figures', () => {
  const missing = { gap: 'pages-missing', params: { pages: '18–50', seen: '17', stated: '50' } } as const;

  it('says them', () => {
    expect(gapText(missing, speaker('zh'))).toContain('18–50');
    expect(gapText(missing, speaker('en'))).toBe('Read 17 of 50 pages; missing: 18–50. Check again, to the last page.');
  });

  it('says the plain sentence where one of them is missing', () => {
    expect(gapText({ gap: 'pages-missing', params: { seen: '17' } }, speaker('en'))).toBe(
      'Some pages were not read. Check again, to the last page.',
    );
  });

  it('tells to download a file again, not to check a page again', () => {
    const gap = { gap: 'rows-missing', params: { seen: '96', stated: '97' } } as const;
    expect(gapText(gap, speaker('en'), 'file')).toContain('Download');
    expect(gapText(gap, speaker('en'))).toContain('Check again');
    expect(gapText({ gap: 'file-truncated', params: {} }, speaker('zh'), 'file')).toContain('重新下载');
  });
});
