import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const Manifest = z.looseObject({
  manifest_version: z.literal(3),
  permissions: z.array(z.string()),
  host_permissions: z.array(z.string()).optional(),
  optional_host_permissions: z.array(z.string()).optional(),
  content_scripts: z.array(z.unknown()).optional(),
  content_security_policy: z.object({ extension_pages: z.string() }),
  web_accessible_resources: z.array(z.unknown()).optional(),
});

const ALLOWED = ['activeTab', 'scripting', 'storage', 'unlimitedStorage', 'alarms', 'notifications'];

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

describe.each(['chrome-mv3', 'firefox-mv3'])('the built extension in .output/%s', (target) => {
  const folder = `.output/${target}`;
  const manifest = Manifest.parse(JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')));

  test('asks for no host and for no permission beyond the agreed six', () => {
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.content_scripts ?? []).toEqual([]);
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
    expect(manifest.permissions.filter((p) => !ALLOWED.includes(p))).toEqual([]);
  });

  test('its pages and its worker can connect nowhere and run nothing that is not shipped', () => {
    const directives = new Map(
      manifest.content_security_policy.extension_pages.split(';').map((directive) => {
        const [name = '', ...values] = directive.trim().split(/\s+/);
        return [name, values.join(' ')];
      }),
    );
    expect(directives.get('connect-src')).toBe("'none'");
    expect(directives.get('default-src')).toBe("'none'");
    expect(directives.get('script-src')).toBe("'self'");
  });

  test('no code in it speaks to a network', () => {
    for (const file of filesUnder(folder).filter((path) => path.endsWith('.js'))) {
      const code = readFileSync(file, 'utf8');
      // A method of that name (pdf.js has some, for objects of a file) is defined with a body and calls nothing.
      expect(
        code.match(
          /\bXMLHttpRequest\b|sendBeacon\(|\bWebSocket\b|\bEventSource\b|importScripts\(|(?<![.\w])fetch\((?![^()]*\)\s*\{)/,
        )?.[0] ?? null,
        file,
      ).toBe(null);
    }
  });

  test.each(['reader', 'walker'])(
    'the %s is small and carries neither database, nor screens, nor validation',
    (name) => {
      const script = readFileSync(`${folder}/${name}.js`);
      expect(gzipSync(script).length).toBeLessThanOrEqual(25 * 1024);
      expect(script.toString()).not.toMatch(/dexie|preact|zod/i);
    },
  );

  test('the popup paints without database and validation: its script graph holds neither', () => {
    const html = readFileSync(`${folder}/popup.html`, 'utf8');
    const waiting = [...html.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map((m) => m[1] ?? '');
    expect(waiting.length).toBeGreaterThan(0);
    const seen = new Set<string>();
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (seen.has(file)) continue;
      seen.add(file);
      const code = readFileSync(join(folder, file), 'utf8');
      expect(code, file).not.toMatch(/Dexie|ZodError|indexedDB/);
      for (const m of code.matchAll(/from\s*["']\.\/([^"']+\.js)["']|import\s*["']\.\/([^"']+\.js)["']/g)) {
        waiting.push(join('chunks', m[1] ?? m[2] ?? ''));
      }
    }
  });
});
