import { type Day, dayAt } from '../../src/money/day.ts';
import { selfSigned } from './certificate.ts';
import { ChinaumsPortal } from './chinaums/portal.ts';
import { ExampleAcquirerPortal } from './example-acquirer/portal.ts';
import { type Answer, type Ask, html, type Portal, script } from './portal.ts';
import { RECORDER } from './recorder.ts';
import { openDoor, openPlainDoor } from './server.ts';

export interface Asked {
  readonly host: string;
  readonly method: string;
  readonly path: string;
}

/** One press, change or submission that happened in a portal page, whoever did it. */
export interface Pressed {
  readonly host: string;
  readonly event: string;
  readonly tag: string;
  readonly id: string;
  readonly classes: string;
  readonly text: string;
}

/** The portal lab: stand-ins for portals under their real host names, on loopback, driven by tests from the inside. */
export interface Lab {
  readonly port: number;
  readonly today: Day;
  readonly chinaums: ChinaumsPortal;
  readonly acquirer: ExampleAcquirerPortal;
  /** Everything that was asked of any portal, in order. */
  readonly asked: readonly Asked[];
  /** Hosts that were asked for and are nobody's portal. */
  readonly strangers: readonly string[];
  readonly pressed: readonly Pressed[];
  /** A plain address of this machine for one portal, without signing in: `http://127.0.0.1:…`. */
  plain(host: string): Promise<string>;
  /** Forgets what was recorded and takes back every trouble; sessions end. */
  reset(): void;
  close(): Promise<void>;
}

export interface LabOptions {
  /** Bills end the day before. */
  readonly today?: Day;
  readonly seed?: number;
  readonly latencyMs?: number;
  /** How many rows the first merchant of 银联商务 has; at least 300. */
  readonly rows?: number;
}

const DEFAULT_SEED = 20_261_123;
const DEFAULT_LATENCY_MS = 8;

export async function startLab(options: LabOptions = {}): Promise<Lab> {
  const today = options.today ?? dayAt(Date.now(), 'Asia/Shanghai');
  const latencyMs = options.latencyMs ?? DEFAULT_LATENCY_MS;
  const chinaums = new ChinaumsPortal({
    today,
    seed: options.seed ?? DEFAULT_SEED,
    latencyMs,
    rows: options.rows ?? 5000,
  });
  const acquirer = new ExampleAcquirerPortal({ today, seed: options.seed ?? DEFAULT_SEED });
  const portals: readonly Portal[] = [chinaums, acquirer];
  const portalOf = (host: string): Portal | undefined => portals.find((portal) => portal.hosts.includes(host));
  const asked: Asked[] = [];
  const strangers: string[] = [];
  const pressed: Pressed[] = [];

  const answer = async (portal: Portal, ask: Ask): Promise<Answer> => {
    if (ask.path === RECORDER.script) return script(RECORDER.source);
    if (ask.path === RECORDER.report) {
      pressed.push({ host: ask.host, ...(JSON.parse(ask.body) as Omit<Pressed, 'host'>) });
      return { status: 204, headers: {}, body: '' };
    }
    asked.push({ host: ask.host, method: ask.method, path: ask.path });
    return (await portal.answer(ask)) ?? html('<!doctype html><title>404</title><h1>404 页面不存在</h1>', 404);
  };
  const door = await openDoor(
    async (ask) => {
      const portal = portalOf(ask.host);
      if (portal) return answer(portal, ask);
      strangers.push(ask.host);
      return html('nobody', 404);
    },
    selfSigned(portals.flatMap((portal) => portal.hosts)),
    (host) => {
      if (portalOf(host)) return true;
      strangers.push(host);
      return false;
    },
  );
  const plainDoors: { close(): Promise<void> }[] = [];
  return {
    port: door.port,
    today,
    chinaums,
    acquirer,
    asked,
    strangers,
    pressed,
    plain: async (host) => {
      const portal = portalOf(host);
      if (!portal) throw new Error(`no portal stands in for ${host}`);
      const plain = await openPlainDoor((ask) => answer(portal, { ...ask, host }));
      plainDoors.push(plain);
      return `http://127.0.0.1:${plain.port}`;
    },
    reset: () => {
      asked.length = 0;
      strangers.length = 0;
      pressed.length = 0;
      chinaums.reset();
    },
    close: async () => {
      await Promise.all([door, ...plainDoors].map((one) => one.close()));
    },
  };
}
