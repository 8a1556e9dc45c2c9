import { fail, ok, type Result } from '#money/result.ts';
import { hasTwoEncodings } from './mixed.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  /** The last character is cut in the middle: the file is shorter than it was. */
  readonly cut: boolean;
}

/** How much of a file is looked at to tell encodings apart. */
const SAMPLE = 1 << 20;
const PART = 1 << 16;

/**
 * Bytes as text: byte order mark → UTF-16 without mark by its zeros → strict UTF-8 → GB18030 or Big5 by how common the characters are →
 * Windows code page of a western file; an XML declaration is believed where its encoding explains the bytes. Text that is damaged already (U+FFFD in it) or that no encoding explains is `wrong-encoding`;
 * control characters that no text has are `unknown-container`; zeros inside text are `damaged` (a download that was never finished).
 */
export function decode(bytes: Uint8Array): Result<Decoded, 'wrong-encoding' | 'unknown-container' | 'damaged'> {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return checked(bytes.subarray(3), 'utf-8');
  if (a === 0xff && b === 0xfe) return checked(bytes.subarray(2), 'utf-16le');
  if (a === 0xfe && b === 0xff) return checked(bytes.subarray(2), 'utf-16be');
  const sample = bytes.subarray(0, SAMPLE);
  const counts = census(sample);
  const wide = wideEncoding(counts, sample.length);
  if (wide) return checked(bytes, wide);
  if (counts.control > 0) return fail('unknown-container');
  if (counts.evenZeros + counts.oddZeros > 0 || bytes.includes(0)) return fail('damaged');

  const utf8 = strict(bytes, 'utf-8');
  if (utf8) return replaced(utf8.text) ? fail('wrong-encoding') : ok(utf8);
  const score = hanziScore(sample);
  // Almost all of it is valid UTF-8: a UTF-8 file that something broke. Read as GBK it would be other words.
  if (score.utf8 > 0.8 || hasTwoEncodings(bytes)) return fail('wrong-encoding');
  const declared = declaredEncoding(sample);
  if (declared) {
    const said = strict(bytes, declared);
    if (said) return ok(said);
  }
  if (score.big5 > 0.95 && score.gb < 0.8) {
    const big5 = strict(bytes, 'big5');
    if (big5 && /日期|金額|交易|帳|餘額|摘要/.test(big5.text)) return ok(big5);
  }
  if (score.gb >= 0.6) {
    const gb = strict(bytes, 'gb18030');
    if (gb) return ok(gb);
  }
  if (score.utf8 > 0.5 || score.gb > 0.3) return fail('wrong-encoding');
  const western = strict(bytes, slavic(sample) ? 'windows-1250' : 'windows-1252');
  return western && !/[\u0080-\u009f]/.test(western.text) ? ok(western) : fail('wrong-encoding');
}

function checked(bytes: Uint8Array, encoding: string): Result<Decoded, 'wrong-encoding' | 'damaged'> {
  const decoded = strict(bytes, encoding);
  if (!decoded || replaced(decoded.text)) return fail('wrong-encoding');
  return decoded.text.includes('\0') ? fail('damaged') : ok(decoded);
}

/** Streaming lets an unfinished last character pass, so that a cut file is still read up to the cut. */
function strict(bytes: Uint8Array, encoding: string): Decoded | null {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let text: string;
  try {
    text = inParts(bytes, decoder);
  } catch {
    return null;
  }
  try {
    return { text: text + decoder.decode(), encoding, cut: false };
  } catch {
    return { text, encoding, cut: true };
  }
}

/**
 * What a browser decodes at one go lies outside of the memory of scripts, where every look at a sign takes several times as long. Joined from parts it
 * lies inside.
 */
function inParts(bytes: Uint8Array, decoder: TextDecoder): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += PART) {
    parts.push(decoder.decode(bytes.subarray(at, at + PART), { stream: true }));
  }
  return parts.join('');
}

function replaced(text: string): boolean {
  return text.includes('\ufffd');
}

interface Census {
  evenZeros: number;
  oddZeros: number;
  control: number;
}

function census(sample: Uint8Array): Census {
  const counts: Census = { evenZeros: 0, oddZeros: 0, control: 0 };
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i] ?? 0;
    if (byte === 0) {
      if (i % 2 === 0) counts.evenZeros++;
      else counts.oddZeros++;
    } else if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 0x1a)
      counts.control++;
  }
  return counts;
}

/** In UTF-16 the high bytes of digits, separators and line ends are zeros, nearly all on one side. */
function wideEncoding(counts: Census, length: number): 'utf-16le' | 'utf-16be' | null {
  const enough = length / 10;
  if (counts.oddZeros > enough && counts.oddZeros > counts.evenZeros * 8) return 'utf-16le';
  if (counts.evenZeros > enough && counts.evenZeros > counts.oddZeros * 8) return 'utf-16be';
  return null;
}

/** Shares of the multi-byte pairs that are everyday characters in GB 2312 and in Big5, and of high bytes that stand in valid UTF-8 sequences. */
function hanziScore(sample: Uint8Array): { gb: number; big5: number; utf8: number } {
  let pairs = 0;
  let gb = 0;
  let big5 = 0;
  for (let i = 0; i < sample.length; i++) {
    const lead = sample[i] ?? 0;
    if (lead < 0x80) continue;
    const trail = sample[i + 1] ?? 0;
    // The four bytes of a rare character in GB18030 say nothing for or against: names of places and persons hold such.
    if (trail >= 0x30 && trail <= 0x39 && (sample[i + 2] ?? 0) >= 0x81 && isDigit(sample[i + 3])) {
      i += 3;
      continue;
    }
    pairs++;
    const commonGb = trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3));
    const commonBig5 = lead >= 0xa1 && lead <= 0xc6 && ((trail >= 0x40 && trail <= 0x7e) || trail >= 0xa1);
    if (commonGb) gb++;
    if (commonBig5) big5++;
    if (trail >= 0x40) i++;
  }
  return pairs === 0 ? { gb: 0, big5: 0, utf8: 0 } : { gb: gb / pairs, big5: big5 / pairs, utf8: utf8Share(sample) };
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** What an XML declaration says of its own file. A page of HTML is not asked: what portals write there is often the encoding of another page. */
function declaredEncoding(sample: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(sample.subarray(0, 200));
  const label = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]{1,30})["']/.exec(head)?.[1];
  if (label === undefined) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function utf8Share(sample: Uint8Array): number {
  let high = 0;
  let inside = 0;
  for (let i = 0; i < sample.length; i++) {
    const lead = sample[i] ?? 0;
    if (lead < 0x80) continue;
    high++;
    const more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : 0;
    let follows = 0;
    while (follows < more && ((sample[i + follows + 1] ?? 0) & 0xc0) === 0x80) follows++;
    if (more === 0 || follows < more) continue;
    inside += more + 1;
    high += more;
    i += more;
  }
  return high === 0 ? 0 : inside / high;
}

/** Words that Czech and Polish statements hold, spelled in Windows-1250; read as 1252 they would be other letters. */
function slavic(sample: Uint8Array): boolean {
  return /[uú]čt|částk|čísl|měn[ay]|převod|płatn|wpłat|księg|název proti/i.test(
    new TextDecoder('windows-1250').decode(sample),
  );
}
