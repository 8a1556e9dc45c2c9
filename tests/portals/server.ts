import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, createServer as createTcp, type Server, type Socket } from 'node:net';
import type { KeyAndCertificate } from './certificate.ts';
import type { Answer, Ask } from './portal.ts';

export type Handle = (ask: Ask) => Promise<Answer>;

export interface Door {
  readonly port: number;
  close(): Promise<void>;
}

const TLS_HANDSHAKE = 0x16;
const MAX_BODY = 1_000_000;

/**
 * One port of loopback that speaks HTTPS, HTTP, and `CONNECT` as a proxy does, told apart by the first byte.
 * Chromium is led here by its resolver rules, Firefox by its proxy preferences; either way the portals keep their real host names.
 * @param mayConnect asked for every host a client wants to be connected to through the proxy.
 */
export async function openDoor(
  handle: Handle,
  identity: KeyAndCertificate,
  mayConnect: (host: string) => boolean,
): Promise<Door> {
  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    void respond(request, response, handle, false);
  };
  const secure = createHttps(identity, serve);
  const open = createHttp(serve);
  open.on('connect', (request: IncomingMessage, socket: Socket) => {
    if (!mayConnect(hostOf(request.url ?? ''))) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    sort(socket);
  });
  const sort = (socket: Socket): void => {
    socket.on('error', () => socket.destroy());
    socket.once('data', (first: Buffer) => {
      socket.pause();
      socket.unshift(first);
      (first[0] === TLS_HANDSHAKE ? secure : open).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  };
  return listen(createTcp(sort));
}

/** A plain HTTP port for programs that open an address of this machine: no certificate, no signing in. */
export async function openPlainDoor(handle: Handle): Promise<Door> {
  return listen(createHttp((request, response) => void respond(request, response, handle, true)));
}

async function listen(server: Server): Promise<Door> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  handle: Handle,
  plain: boolean,
): Promise<void> {
  const address = request.url ?? '/';
  // A proxied plain request names the whole address.
  const url = new URL(address.startsWith('/') ? `http://${request.headers.host ?? 'unknown'}${address}` : address);
  try {
    const answer = await handle({
      host: url.hostname,
      method: request.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      cookies: cookiesOf(request.headers.cookie ?? ''),
      body: await bodyOf(request),
      plain,
    });
    response.writeHead(answer.status, answer.headers);
    response.end(answer.body);
  } catch {
    // The client went away in the middle.
    response.destroy();
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) throw new Error('too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function cookiesOf(header: string): Map<string, string> {
  const pairs = header.split(';').map((pair) => pair.trim().split('='));
  return new Map(pairs.map(([name = '', value = '']) => [name, value]));
}

const hostOf = (authority: string): string => authority.replace(/:\d+$/, '');
