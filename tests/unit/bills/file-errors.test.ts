import { expect, test } from 'vitest';
import { FILE_ERRORS } from '#tables/files/errors.ts';
import { filesText } from '#text/areas/files.ts';

test('every reason has its sentence in both languages, and no sentence is without a reason', () => {
  expect(Object.keys(filesText).sort()).toEqual(FILE_ERRORS.map((error) => `file.${error}`).sort());
  for (const { zh, en } of Object.values(filesText)) {
    expect(zh).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(en).toMatch(/\.$/);
  }
});
