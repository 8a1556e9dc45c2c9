const NAMES: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  1201: 'utf-16be',
  10000: 'macintosh',
  54936: 'gb18030',
  65001: 'utf-8',
};

function decoderOf(codepage: number): TextDecoder {
  const known = NAMES[codepage] ?? (codepage >= 1250 && codepage <= 1258 ? `windows-${codepage}` : 'windows-1252');
  return new TextDecoder(known);
}

/**
 * The code pages that spreadsheets before Excel 97 are written in, from the platform's own decoders instead of half a megabyte of tables:
 * without them a Chinese BIFF5 sheet would be read as Latin letters. The shape is what the spreadsheet library asks of its tables.
 */
export const codepages = {
  utils: {
    decode: (codepage: number, data: ArrayLike<number> | string): string =>
      typeof data === 'string' ? data : decoderOf(codepage).decode(Uint8Array.from(data)),
    /** Only asked for when writing, which is never done here. */
    encode: (_codepage: number, text: string): Uint8Array => new TextEncoder().encode(text),
    hascp: (codepage: number): boolean => codepage in NAMES || (codepage >= 1250 && codepage <= 1258),
  },
};
