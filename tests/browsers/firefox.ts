import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needBrowser } from './find.ts';
import { Marionette } from './marionette.ts';

/** The id in the built manifest. */
export const EXTENSION = 'arrears-radar@arrears-radar.example';

export interface Firefox {
  readonly wire: Marionette;
  readonly gone: Promise<void>;
  kill(): Promise<void>;
  close(): Promise<void>;
}

export interface FirefoxOptions {
  readonly labPort: number;
  readonly headless?: boolean;
  readonly lang?: 'zh-CN' | 'en';
  /** Kept from one start to the next. */
  readonly profile?: string;
}

/** Nothing of Firefox's own may go out or get in the way; every host of the network leads to the lab, which is also the proxy. */
function preferences(options: FirefoxOptions): Record<string, string | number | boolean> {
  return {
    // Firefox draws notifications itself where the system has nothing to draw them with.
    'alerts.useSystemBackend': false,
    'app.normandy.enabled': false,
    'app.update.disabledForTesting': true,
    'browser.aboutwelcome.enabled': false,
    'browser.discovery.enabled': false,
    'browser.newtabpage.enabled': false,
    'browser.region.network.url': '',
    'browser.safebrowsing.downloads.enabled': false,
    'browser.safebrowsing.malware.enabled': false,
    'browser.safebrowsing.phishing.enabled': false,
    'browser.safebrowsing.update.enabled': false,
    'browser.search.update': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.homepage_override.mstone': 'ignore',
    'browser.startup.page': 0,
    'browser.topsites.contile.enabled': false,
    'browser.translations.enable': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'dom.push.connection.enabled': false,
    // An extension that is installed for the time of a test keeps its origin and its store in a profile that is started again.
    'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION]: '5f0c1d5e-7a4b-4c53-9a1e-0d2f3b6c8e71' }),
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    'extensions.getAddons.cache.enabled': false,
    'extensions.systemAddon.update.enabled': false,
    'extensions.update.enabled': false,
    'intl.accept_languages': options.lang === 'en' ? 'en' : 'zh-CN, zh',
    'marionette.port': 0,
    // A profile that was killed starts as any other.
    'toolkit.startup.max_resumed_crashes': -1,
    'media.gmp-manager.updateEnabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'network.dns.disablePrefetch': true,
    'network.http.speculative-parallel-limit': 0,
    'network.proxy.failover_direct': false,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': options.labPort,
    'network.proxy.share_proxy_settings': true,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': options.labPort,
    'network.proxy.type': 1,
    'security.remote_settings.crlite_filters.enabled': false,
    'security.remote_settings.intermediates.enabled': false,
    'services.settings.server': 'data:,',
    'signon.autofillForms': false,
    'telemetry.fog.test.localhost_port': -1,
    'toolkit.telemetry.server': '',
    // A popup stays open when another program takes the focus.
    'ui.popup.disable_autohide': true,
  };
}

/** The machine's own Firefox with a fresh profile unless one is given, closed to every network but loopback, and a line to its own window. */
export async function launchFirefox(options: FirefoxOptions): Promise<Firefox> {
  const program = needBrowser('firefox');
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'arrears-radar-firefox-')));
  // Written by the start before.
  await rm(join(profile, 'MarionetteActivePort'), { force: true });
  const lines = Object.entries(preferences(options)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  await writeFile(join(profile, 'user.js'), lines.join(''));
  const headless = options.headless ?? true;
  const child = spawn(
    program,
    [
      ...(headless ? ['--headless'] : []),
      '--marionette',
      '--remote-allow-system-access',
      '--no-remote',
      '--profile',
      profile,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1' } },
  );
  child.stderr?.resume();
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    const wire = await Marionette.connect(await marionettePort(child, profile));
    await wire.send('WebDriver:NewSession', { acceptInsecureCerts: true });
    return {
      wire,
      gone,
      kill: async () => {
        child.kill('SIGKILL');
        await gone;
        wire.close();
      },
      close: async () => {
        await wire.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => child.kill());
        wire.close();
        await gone;
        if (options.profile === undefined) await rm(profile, { recursive: true, force: true });
      },
    };
  } catch (error) {
    child.kill();
    throw error;
  }
}

const START_MS = 30_000;

/** Firefox chooses a free port (preference 0) and writes it into its profile. */
async function marionettePort(child: ChildProcess, profile: string): Promise<number> {
  const end = Date.now() + START_MS;
  while (Date.now() < end && child.exitCode === null) {
    const text = await readFile(join(profile, 'MarionetteActivePort'), 'utf8').catch(() => '');
    if (text !== '') return Number(text);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('Firefox did not start');
}
