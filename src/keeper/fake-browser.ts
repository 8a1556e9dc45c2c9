import type { Sighting } from '#records/sighting.ts';

/** As much of a browser as the keeper uses, in memory. */

type Changed = (changes: Record<string, { newValue?: unknown }>, area: string) => void;

class FakeArea {
  readonly data = new Map<string, unknown>();
  readonly #name: string;
  constructor(name: string) {
    this.#name = name;
  }
  get = async (key: string): Promise<Record<string, unknown>> =>
    this.data.has(key) ? { [key]: structuredClone(this.data.get(key)) } : {};
  set = async (values: Record<string, unknown>): Promise<void> => {
    for (const [key, value] of Object.entries(values)) this.data.set(key, structuredClone(value));
    const changes = Object.fromEntries(Object.entries(values).map(([key, newValue]) => [key, { newValue }]));
    for (const heard of state.changed) heard(changes, this.#name);
  };
  remove = async (keys: string | readonly string[]): Promise<void> => {
    const gone = typeof keys === 'string' ? [keys] : keys;
    for (const key of gone) this.data.delete(key);
    for (const heard of state.changed) heard(Object.fromEntries(gone.map((key) => [key, {}])), this.#name);
  };
}

/** One frame of the fake tab: what `look` answers, and what `walk` does. */
export interface FakeFrame {
  look(): Sighting | null;
  walk?(jobId: string, seen: number): Promise<unknown>;
  document?(): number;
  press?(): boolean;
}

export const state = {
  local: new FakeArea('local'),
  session: new FakeArea('session'),
  changed: [] as Changed[],
  frames: new Map<number, FakeFrame>(),
  /** The tab is one that no extension may read. */
  forbidden: false,
  asked: [] as string[],
  /** Scripts that were put into frames. */
  put: [] as string[],
  alarms: new Map<string, unknown>(),
  notifications: new Map<string, { message: string }>(),
  opened: [] as string[],
  badge: { text: '', title: '' },
  url: 'https://service.chinaums.com/uisportal/index_r?token=secret#x',
};

export function reset(): void {
  state.local.data.clear();
  state.session.data.clear();
  state.changed.length = 0;
  state.frames.clear();
  state.forbidden = false;
  state.asked.length = 0;
  state.put.length = 0;
  state.alarms.clear();
  state.notifications.clear();
  state.opened.length = 0;
  state.badge = { text: '', title: '' };
}

interface Injection {
  readonly target: { readonly allFrames?: boolean; readonly frameIds?: readonly number[] };
  readonly func?: () => unknown;
  readonly files?: readonly string[];
  readonly world?: 'MAIN';
  readonly args?: readonly unknown[];
}

interface Message {
  readonly arrearsRadar: string;
  readonly body: { readonly jobId: string; readonly seen: number };
}

const executeScript = async ({ target, func, files = [], world, args }: Injection) => {
  if (state.forbidden) throw new Error('Cannot access a chrome:// URL');
  const ids = target.frameIds ?? [...state.frames.keys()];
  return ids.map((frameId) => {
    const frame = state.frames.get(frameId);
    if (!frame) throw new Error('No frame with that id');
    if (world === 'MAIN') {
      state.asked.push(`press ${frameId} ${JSON.stringify(args)}`);
      return { frameId, result: frame.press?.() };
    }
    state.put.push(...files.map((file) => `${file} ${frameId}`));
    return { frameId, result: func ? { origin: frame.document?.() ?? 1, complete: true } : undefined };
  });
};

const sendMessage = async (_: number, { arrearsRadar, body }: Message, { frameId }: { frameId: number }) => {
  const frame = state.frames.get(frameId);
  if (!frame) throw new Error('Could not establish connection. Receiving end does not exist.');
  state.asked.push(`${arrearsRadar} ${frameId}`);
  if (arrearsRadar === 'look') return { sighting: await frame.look(), more: false, goesOn: -1 };
  if (arrearsRadar === 'walk') return frame.walk?.(body.jobId, body.seen);
  return {};
};

export const browser = {
  storage: {
    local: state.local,
    session: state.session,
    onChanged: { addListener: (heard: Changed) => state.changed.push(heard) },
  },
  scripting: { executeScript },
  tabs: {
    get: async (id: number) => ({ id, url: state.url }),
    sendMessage,
    create: async ({ url }: { url: string }) => void state.opened.push(url),
  },
  alarms: {
    get: async (name: string) => state.alarms.get(name),
    create: async (name: string, info: unknown) => void state.alarms.set(name, info),
    clear: async (name: string) => state.alarms.delete(name),
  },
  notifications: {
    create: async (id: string, options: { message: string }) => void state.notifications.set(id, options),
    clear: async (id: string) => state.notifications.delete(id),
  },
  action: {
    setBadgeText: async ({ text }: { text: string }) => {
      state.badge.text = text;
    },
    setBadgeBackgroundColor: async () => undefined,
    setTitle: async ({ title }: { title: string }) => {
      state.badge.title = title;
    },
  },
  i18n: { getUILanguage: () => 'zh-CN' },
  runtime: { getURL: (path: string) => `chrome-extension://ours${path}`, getManifest: () => ({ version: '0' }) },
};
