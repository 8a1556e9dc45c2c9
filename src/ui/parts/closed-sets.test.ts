import { describe, expect, it } from 'vitest';
import { BACKUP_ERRORS, LEFT_REASONS } from '#book/backup/types.ts';
import { BOOK_ERRORS } from '#book/book.ts';
import { BASES, CAUSES, CODES, type ItemState } from '#records/arrears.ts';
import { Entry, KINDS, Ledger, State } from '#records/entry.ts';
import { STANDINGS } from '#records/mark.ts';
import { GAPS, OUTCOMES, REJECTIONS } from '#records/reading.ts';
import { EXPORT_COLUMNS, exportWord } from '#text/export-words.ts';
import { type Language, say, type TextKey } from '#text/index.ts';
import { gapText } from './gap-text.ts';
import { basisKey, causeKey, codeKey, kindKey, outcomeKey, outcomeNameKey, stateKey } from './keys.ts';
import { speaker } from './speak.ts';

const STATES: readonly ItemState[] = ['open', 'paid', 'taken', 'due', 'claimable'];
const causes = Object.values(CAUSES).flat();

function exported(...word: Parameters<typeof exportWord>): TextKey {
  const key = exportWord(...word);
  if (key === null) throw new Error(`no word for ${word.join(' ')}`);
  return key;
}

const keys: readonly TextKey[] = [
  ...OUTCOMES.flatMap((outcome) => [outcomeKey(outcome, 'page'), outcomeNameKey(outcome), outcomeKey(outcome, 'file')]),
  ...REJECTIONS.map((reason): TextKey => `rejection.${reason}`),
  ...BOOK_ERRORS.map((error): TextKey => `book.${error}`),
  ...LEFT_REASONS.map((why): TextKey => `restore.left.${why}`),
  ...BACKUP_ERRORS.map((error): TextKey => `backup-problem.${error}`),
  ...Ledger.options.map((ledger) => exported('ledger', ledger)),
  ...State.options.map((state) => exported('state', state)),
  ...STANDINGS.map((standing) => exported('standing', standing)),
  ...Entry.shape.card.unwrap().options.map((card) => exported('card', card)),
  ...['order', 'rrn', 'trace', 'batch', 'original'].map((link) => exported('link', link)),
  ...Object.values(EXPORT_COLUMNS),
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
    expect(new Set(OUTCOMES.map((outcome) => say(language, outcomeKey(outcome, 'page')))).size).toBe(OUTCOMES.length);
  });
});

describe('a source that was read to its end and states no totals', () => {
  const gaps = [{ gap: 'not-proved' }] as const;

  it.each(['page', 'file'] as const)('is not called complete: %s', (source) => {
    expect(say('zh', outcomeKey('read', source, gaps))).toMatch(/读到末尾.*没有写/);
    expect(say('en', outcomeKey('read', source, gaps))).toMatch(/to the end.*states no totals to check against/);
    expect(say('en', outcomeNameKey('read', gaps))).not.toBe(say('en', outcomeNameKey('read')));
  });

  it('leaves other ends as they are', () => {
    expect(outcomeKey('part', 'file', gaps)).toBe('outcome.file.part');
    expect(outcomeNameKey('empty', gaps)).toBe('outcome-name.empty');
  });
});

describe('a gap with figures', () => {
  const missing = { gap: 'pages-missing', params: { pages: '18–50', seen: '17', stated: '50' } } as const;

  it('says them', () => {
    expect(gapText(missing, speaker('zh'))).toContain('18–50');
    expect(gapText(missing, speaker('en'))).toBe('Read 17 of 50 pages; missing: 18–50. Check again, to the last page.');
  });

  it('names one day once', () => {
    const gap = { gap: 'not-proved', params: { from: '2026-11-03', to: '2026-11-03' } } as const;
    expect(gapText(gap, speaker('zh'))).toBe('2026-11-03 还没有读过。请在平台上选这一天再查一次。');
    expect(gapText({ ...gap, params: { ...gap.params, to: '2026-11-05' } }, speaker('zh'))).toContain('2026-11-05');
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
