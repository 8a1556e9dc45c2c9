/** Bytes hashed at once: WebCrypto hashes whole messages only, and a book is too large for one. */
const BLOCK = 1024 * 1024;

/**
 * SHA-256 over a stream: of 32 zero bytes and the first block, then of that hash and the next block, and so on. Every block has 1 MiB but the
 * last, which has what is left (a stream without bytes has the 32 zero bytes themselves).
 */
export class StreamDigest {
  #hash = new Uint8Array(32);
  readonly #block = new Uint8Array(32 + BLOCK);
  #length = 0;

  async add(bytes: Uint8Array): Promise<void> {
    let at = 0;
    while (at < bytes.length) {
      const part = bytes.subarray(at, at + BLOCK - this.#length);
      this.#block.set(part, 32 + this.#length);
      this.#length += part.length;
      at += part.length;
      if (this.#length === BLOCK) await this.#close();
    }
  }

  /** In hex. */
  async end(): Promise<string> {
    if (this.#length > 0) await this.#close();
    return Array.from(this.#hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  async #close(): Promise<void> {
    this.#block.set(this.#hash);
    const full = this.#block.subarray(0, 32 + this.#length);
    this.#hash = new Uint8Array(await crypto.subtle.digest('SHA-256', full));
    this.#length = 0;
  }
}
