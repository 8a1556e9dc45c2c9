import { createHash } from 'node:crypto';

/** One text of a page: where it begins, from the left and from the bottom, in points. */
export type Text = readonly [x: number, y: number, text: string];

interface Made {
  /** A user password: the file is then encrypted (PDF 1.4, revision 2, RC4 with 40 bits). */
  readonly password?: string;
  /** A page that is stored lying, and turned to be read. */
  readonly rotate?: 0 | 90;
}

const PAD = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex');
const ID = Buffer.from('0123456789abcdef');

/** A PDF as banks print them: letters 8 points high, in a Chinese font that is not in the file (STSong-Light, UniGB-UCS2-H). A page without texts is a picture. */
export function makePdf(pages: readonly (readonly Text[])[], { password, rotate = 0 }: Made = {}): Uint8Array {
  const seal = password === undefined ? null : sealOf(password);
  const objects: (string | Buffer)[] = [];
  const first = 5;
  const kids = pages.map((_, i) => `${first + i * 2} 0 R`).join(' ');
  objects[1] = '<< /Type /Catalog /Pages 2 0 R >>';
  objects[2] = `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`;
  objects[3] =
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 0 >> /DW 1000 /W [1 [207 270 342 467 462 797 710 239 374 374 423 605 238 375 238 334] 17 26 462 27 94 500] /FontDescriptor 4 0 R >>] >>';
  objects[4] =
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>';
  for (const [i, texts] of pages.entries()) {
    const page = first + i * 2;
    objects[page] =
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${rotate === 90 ? '840 600' : '600 840'}] /Rotate ${rotate} /Resources << /Font << /F1 3 0 R >> >> /Contents ${page + 1} 0 R >>`;
    const drawn = texts.map(([x, y, text]) => `BT /F1 8 Tf ${at(x, y, rotate)} Tm <${hex(text)}> Tj ET`).join('\n');
    const picture = 'q 500 0 0 700 50 70 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \u0000 EI Q';
    const stream = Buffer.from(texts.length > 0 ? drawn : picture, 'latin1');
    const sealed = seal ? rc4(seal.keyOf(page + 1), stream) : stream;
    objects[page + 1] = Buffer.concat([
      Buffer.from(`<< /Length ${sealed.length} >>\nstream\n`),
      sealed,
      Buffer.from('\nendstream'),
    ]);
  }
  if (seal) {
    // Strings of the font would have to be encrypted, too.
    objects[3] = String(objects[3])
      .replace('(Adobe)', sealedText(seal.keyOf(3), 'Adobe'))
      .replace('(GB1)', sealedText(seal.keyOf(3), 'GB1'));
  }
  return written(objects, seal?.dictionary ?? '');
}

const at = (x: number, y: number, rotate: 0 | 90): string =>
  rotate === 90 ? `0 1 -1 0 ${840 - y} ${x}` : `1 0 0 1 ${x} ${y}`;

const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

const sealedText = (key: Buffer, text: string): string => `<${rc4(key, Buffer.from(text)).toString('hex')}>`;

function written(objects: readonly (string | Buffer)[], encrypt: string): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let size = parts[0]?.length ?? 0;
  const add = (part: Buffer): void => {
    parts.push(part);
    size += part.length;
  };
  for (const [number, body] of objects.entries()) {
    if (body === undefined) continue;
    offsets[number] = size;
    add(Buffer.concat([Buffer.from(`${number} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')]));
  }
  const start = size;
  const rows = objects.map((_, number) =>
    number === 0 ? '' : `${String(offsets[number] ?? 0).padStart(10, '0')} 00000 n \n`,
  );
  add(Buffer.from(`xref\n0 ${objects.length}\n0000000000 65535 f \n${rows.join('')}`));
  add(Buffer.from(`trailer\n<< /Size ${objects.length} /Root 1 0 R ${encrypt} >>\nstartxref\n${start}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(parts));
}

/** PDF 1.7, §7.6.3, algorithms 1 to 4 for revision 2. */
function sealOf(password: string): { dictionary: string; keyOf: (object: number) => Buffer } {
  const md5 = (...parts: Buffer[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();
  const padded = Buffer.concat([Buffer.from(password), PAD]).subarray(0, 32);
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const rights = Buffer.alloc(4);
  rights.writeInt32LE(-4);
  const key = md5(padded, owner, rights, ID).subarray(0, 5);
  const user = rc4(key, PAD);
  return {
    dictionary: `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${owner.toString('hex')}> /U <${user.toString('hex')}> /P -4 >> /ID [<${ID.toString('hex')}> <${ID.toString('hex')}>]`,
    keyOf: (object) => md5(key, Buffer.from([object & 255, object >> 8, 0, 0, 0])).subarray(0, 10),
  };
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (a: number, b: number): void => {
    [state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + (state[i] ?? 0)) & 255;
      swap(i, j);
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
    }),
  );
}
