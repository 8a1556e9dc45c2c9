import { defineConfig } from 'wxt';
import { bundledCmaps } from './tools/build/bundled-cmaps.ts';
import { smallScripts } from './tools/build/small-scripts.ts';

/** WXT wraps each script that is put into a page in a logger of its own: ours are called, and nothing else. */
const bareScripts = {
  name: 'bare-scripts',
  enforce: 'pre' as const,
  transform: (code: string) => {
    const script = /^import definition from ("[^"]+");.*The unlisted script/s.exec(code)?.[1];
    return script === undefined ? null : `import script from ${script}; export default script.main();`;
  },
};

/** The extension's whole surface towards the browser. `tests/unit/manifest.test.ts` reads what is built from it. */
export default defineConfig({
  srcDir: 'src',
  entrypointsDir: '../entrypoints',
  publicDir: 'public',
  outDir: '.output',
  // Firefox would silently get manifest version 2, and lose `optional_host_permissions`.
  manifestVersion: 3,
  imports: false,
  vite: () => ({
    plugins: [bareScripts, bundledCmaps, smallScripts],
    // Libraries bring loaders of their own. What is shipped has no way to a network, before the policy below even comes to forbid it.
    define: { XMLHttpRequest: 'undefined', WebSocket: 'undefined', EventSource: 'undefined', fetch: 'undefined' },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { target: 'es2022', rolldownOptions: { checks: { pluginTimings: false } } },
    // A worker is built by itself, in parts as a page is: what it imports comes at its first use.
    worker: { format: 'es', plugins: () => [bundledCmaps] },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'zh_CN',
    permissions: ['activeTab', 'scripting', 'storage', 'unlimitedStorage', 'alarms', 'notifications'],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'none'; worker-src 'self'; base-uri 'none'; form-action 'none'",
    },
    action: { default_title: '__MSG_name__' },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'arrears-radar@arrears-radar.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
});
