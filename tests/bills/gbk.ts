let table: Map<string, readonly number[]> | null = null;

/** Every two-byte character of GBK, by turning the platform's own decoder round. */
function gbkTable(): Map<string, readonly number[]> {
  const map = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (char.length === 1 && char !== '\ufffd' && !map.has(char)) map.set(char, [lead, trail]);
    }
  }
  return map;
}

/** Text in GBK, as the Chinese exporters write it. A character that GBK lacks is a mistake in the test. */
export function toGbk(text: string): Uint8Array {
  table ??= gbkTable();
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const pair = table.get(char);
    if (code < 0x80) bytes.push(code);
    else if (pair) bytes.push(...pair);
    else throw new Error(`not in GBK: ${char}`);
  }
  return Uint8Array.from(bytes);
}
