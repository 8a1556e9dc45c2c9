import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Driver, type Tab, until } from '../browsers/driver.ts';
import type { DRIVERS } from '../browsers/drivers.ts';
import { type Lab, type LabOptions, startLab } from '../portals/lab.ts';

export type BrowserSpec = (typeof DRIVERS)[number];

/** One lab and one fresh browser with the built extension. */
export interface World {
  readonly lab: Lab;
  readonly driver: Driver;
  /** Kills the browser and starts it again with the profile that it left. */
  killed(): Promise<void>;
  close(): Promise<void>;
}

export async function openWorld(
  spec: BrowserSpec,
  lang: 'zh-CN' | 'en' = 'zh-CN',
  options: LabOptions = {},
): Promise<World> {
  const lab = await startLab(options);
  try {
    const profile = await mkdtemp(join(tmpdir(), 'arrears-radar-profile-'));
    const start = () => spec.start({ extension: resolve(spec.build), labPort: lab.port, lang, profile });
    let driver = await start();
    return {
      lab,
      get driver() {
        return driver;
      },
      killed: async () => {
        await driver.kill();
        driver = await start();
      },
      close: async () => {
        await driver.close();
        await lab.close();
        await rm(profile, { recursive: true, force: true, maxRetries: 5 });
      },
    };
  } catch (error) {
    await lab.close();
    throw error;
  }
}

/** The desk in a tab of its own, drawn. */
export async function openDesk({ driver }: Pick<World, 'driver'>): Promise<Tab> {
  const desk = await driver.page('desk.html');
  await until('the desk', () => desk.run(() => document.querySelector('[data-testid="drop-zone"]') !== null), Boolean);
  return desk;
}

export const CHINAUMS = 'https://service.chinaums.com';
export const ACQUIRER = 'https://pos.example-acquirer.test';

/** Signs in to 银联商务 as its merchant does, up to the account home. */
export async function signIn(driver: Driver): Promise<Tab> {
  const tab = await driver.open(`${CHINAUMS}/uisportal/login`);
  await tab.run(() => document.querySelector('form')?.requestSubmit());
  await until(
    'the account home',
    () => tab.run(() => location.pathname + document.readyState),
    (at) => at === '/uisportal/index_rcomplete',
  );
  return tab;
}

/** Chooses a page of the portal's menu, and waits until its frame shows what `ready` counts. */
async function choose(tab: Tab, link: string, ready: string): Promise<void> {
  await tab.run((selector) => document.querySelector<HTMLElement>(selector)?.click(), `.top a[href*="${link}"]`);
  await until(
    `${link} to be drawn`,
    () =>
      tab.run((selector) => {
        const inside = document.querySelector('iframe')?.contentDocument;
        return (inside?.querySelectorAll(selector).length ?? 0) > 0 && !inside?.querySelector('.layui-layer-loading');
      }, ready),
    (drawn) => drawn,
  );
}

/** Opens 对账明细查询 in the portal's frame. */
export const openDetail = (tab: Tab, ready = '#detail tbody tr'): Promise<void> => choose(tab, 'toDetail', ready);

/** Opens the newer page, drawn by Element UI. */
export const openAudit = (tab: Tab): Promise<void> =>
  choose(tab, 'auditOfTrade2026', '.el-table__body-wrapper tbody tr');

/** The browsers' own services, which no extension asks for; the lab refuses them like every other host. */
const BROWSERS_OWN = /(^|\.)(google|googleapis|gstatic|mozilla|firefox)\.(com|org|net)$/;

/** Hosts that somebody asked for though they are no portal's. */
export const strangersOf = (lab: Lab): string[] => lab.strangers.filter((host) => !BROWSERS_OWN.test(host));

/** What was pressed in portal pages since `from`, apart from controls of a pager. */
export function pressedBesidesPager(lab: Lab, from: number): string[] {
  const pager = /layui-laypage-(next|prev|first)|btn-next|btn-prev|^number/;
  return lab.pressed
    .slice(from)
    .filter(({ event, classes, text, tag }) => {
      const number = (tag === 'a' || tag === 'li') && /^\d+$|^(上一页|下一页)$/.test(text);
      return !(event === 'click' && (pager.test(classes) || number));
    })
    .map(({ event, tag, id, text }) => `${event} ${tag}#${id} ${text}`);
}
