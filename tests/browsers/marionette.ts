import { connect, type Socket } from 'node:net';

/** Firefox's answer to a command it could not do. */
export class MarionetteError extends Error {
  readonly kind: string;
  constructor(kind: string, message: string) {
    super(`${kind}: ${message}`);
    this.kind = kind;
  }
}

type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void };

/**
 * The smallest client of Firefox's own automation protocol (Marionette, protocol 3: `length:[type, id, command, parameters]` over TCP).
 * It is used because it reaches what pages' protocols do not: the browser's own window, hence the real toolbar button and the real popup.
 */
export class Marionette {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #buffer: Buffer = Buffer.alloc(0);
  #next = 1;
  #greeted: () => void = () => {};

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => this.#take(chunk));
    const end = () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('Firefox is gone'));
      this.#waiting.clear();
    };
    socket.on('close', end);
    socket.on('error', end);
  }

  /** Resolves when Firefox has greeted. */
  static async connect(port: number): Promise<Marionette> {
    const socket = connect({ host: '127.0.0.1', port });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    const client = new Marionette(socket);
    await new Promise<void>((resolve) => {
      client.#greeted = resolve;
    });
    return client;
  }

  /** One command; its answer's `value` where it has one. */
  async send(command: string, parameters: Record<string, unknown> = {}): Promise<unknown> {
    const id = this.#next++;
    const text = JSON.stringify([0, id, command, parameters]);
    const answer = new Promise<unknown>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#socket.write(`${Buffer.byteLength(text)}:${text}`);
    const result = await answer;
    return isRecord(result) && 'value' in result ? result['value'] : result;
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const colon = this.#buffer.indexOf(0x3a);
      if (colon < 0) return;
      const start = colon + 1;
      const end = start + Number(this.#buffer.subarray(0, colon).toString());
      if (this.#buffer.length < end) return;
      const message: unknown = JSON.parse(this.#buffer.subarray(start, end).toString());
      this.#buffer = this.#buffer.subarray(end);
      this.#answer(message);
    }
  }

  #answer(message: unknown): void {
    if (!Array.isArray(message)) {
      this.#greeted();
      return;
    }
    const [, id, error, result]: unknown[] = message;
    const waiting = this.#waiting.get(Number(id));
    this.#waiting.delete(Number(id));
    if (isRecord(error)) waiting?.reject(new MarionetteError(String(error['error']), String(error['message'])));
    else waiting?.resolve(result);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
