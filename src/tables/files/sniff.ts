import type { StatementWay } from './statements/statement.ts';

/** What a file is, by its first bytes; its name and extension are not asked. */
export type Container = 'zip' | 'workbook' | 'pdf' | 'other' | 'text';

const OTHERS: readonly (readonly number[])[] = [
  [0x1f, 0x8b], // gzip
  [0x52, 0x61, 0x72, 0x21], // RAR
  [0x37, 0x7a, 0xbc, 0xaf], // 7-Zip
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x7b, 0x5c, 0x72, 0x74, 0x66], // RTF
];

export function sniff(bytes: Uint8Array): Container {
  const starts = (...magic: readonly number[]) => magic.every((byte, i) => bytes[i] === byte);
  if (starts(0x50, 0x4b, 3, 4) || starts(0x50, 0x4b, 5, 6) || starts(0x50, 0x4b, 7, 8)) return 'zip';
  if (starts(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return 'workbook';
  // A bare BIFF stream of Excel 2–4: record BOF, its length, then the version.
  if (bytes[0] === 9 && [0, 2, 4, 8].includes(bytes[1] ?? -1) && bytes[3] === 0) return 'workbook';
  // The mark may stand anywhere in the first kilobyte.
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (/%PDF-\d/.test(head)) return 'pdf';
  return OTHERS.some((magic) => starts(...magic)) ? 'other' : 'text';
}

/** What a text holds: a bank's statement in a format of its own, a page of HTML, Excel's XML of 2003, another language, or lines. */
export function sniffText(text: string): StatementWay | 'html' | 'xml-workbook' | 'other' | 'lines' {
  const head = text.slice(0, 8192).trimStart();
  if (/^(?:OFXHEADER\s*:|<\?xml[^>]*\?>\s*<\?OFX\b|<\?OFX\b)/i.test(head) || /^(?:<\?xml[^>]*\?>\s*)?<OFX>/i.test(head))
    return 'ofx';
  if (/^(?:\{1:[^\n]*\{4:\s*)?:20:/m.test(head) && /^:60[FM]:/m.test(head)) return 'mt940';
  if (/<(?:\w+:)?Document\s[^>]*urn:iso:std:iso:20022:tech:xsd:camt\.05[234]\./.test(head)) return 'camt';
  if (head.startsWith('<')) {
    if (/urn:schemas-microsoft-com:office:spreadsheet/.test(head) && /<(?:\w+:)?Workbook[\s>]/.test(head))
      return 'xml-workbook';
    if (/<(?:!doctype html|html|head|body|table|meta|style|div|center|font|script|thead|tr)[\s>]/i.test(head))
      return 'html';
    return /^<END>/i.test(head) ? 'lines' : 'other';
  }
  return /^(?:\{\s*["}]|\[\s*[{["\]])/.test(head) ? 'other' : 'lines';
}
