import { fail, ok, type Result } from '#money/result.ts';

export async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return through(new TextEncoder().encode(text), new CompressionStream('gzip'));
}

/** The text of `gzip`; `damaged` where the bytes are not what `gzip` gave. */
export async function gunzip(bytes: Uint8Array): Promise<Result<string, 'damaged'>> {
  try {
    const plain = await through(new Uint8Array(bytes), new DecompressionStream('gzip'));
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(plain));
  } catch {
    return fail('damaged');
  }
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const answer = new Response(stream.readable).arrayBuffer();
  const writer = stream.writable.getWriter();
  // A damaged stream rejects both ends; the reading end is the one that tells.
  writer.write(bytes).catch(() => undefined);
  writer.close().catch(() => undefined);
  return new Uint8Array(await answer);
}
