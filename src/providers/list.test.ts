import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PROVIDERS, providerById, providerOfHost } from './list.ts';

test('the list and the folder agree', () => {
  const files = readdirSync(new URL('.', import.meta.url))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'list.ts')
    .map((name) => name.replace(/\.ts$/, ''));
  expect(PROVIDERS.map((provider) => provider.id).sort()).toEqual(files.sort());
});

test('every provider and format tells its source, and ids are well formed', () => {
  for (const provider of PROVIDERS) {
    expect(provider.source.length).toBeGreaterThan(20);
    for (const format of provider.formats) {
      expect(format.id).toMatch(/^[a-z]+(?:-[a-z]+)+$/);
      expect(format.title.zh).not.toBe('');
      expect(format.title.en).toMatch(/^[ -~]+$/);
      expect(format.source.length).toBeGreaterThan(20);
      expect(format.needs.length).toBeGreaterThan(1);
    }
  }
});

const HAN = /\p{Script=Han}/u;

test('what is said of retention is a whole number with a source, and an official figure has the provider’s own page', () => {
  for (const { retention, domains } of PROVIDERS) {
    for (const fact of Object.values(retention)) {
      expect(fact.value).toBeGreaterThan(0);
      expect(Number.isInteger(fact.value)).toBe(true);
      for (const source of [fact.source.zh, fact.source.en]) {
        expect(source.length).toBeGreaterThan(20);
        if (fact.confidence === 'official') expect(domains.some((domain) => source.includes(domain))).toBe(true);
      }
      expect(fact.source.en).not.toMatch(HAN);
      expect(fact.source.zh).toMatch(HAN);
    }
    expect(retention.publishedHour?.value ?? 0).toBeLessThan(24);
  }
});

describe('providerOfHost', () => {
  test.each([
    ['service.chinaums.com', 'chinaums'],
    ['chinaums.com', 'chinaums'],
    ['SERVICE.ChinaUMS.com:8443', 'chinaums'],
    ['b.alipay.com', 'alipay'],
    ['mbillexprod.alipay.com', 'alipay'],
    ['pay.weixin.qq.com', 'wechatpay'],
  ])('%s belongs to %s', (host, id) => expect(providerOfHost(host)?.id).toBe(id));

  test.each(['notchinaums.com', 'chinaums.com.example.net', 'chinaums.cn', 'weixin.qq.com', '', 'com'])(
    '%s belongs to nobody',
    (host) => expect(providerOfHost(host)).toBeNull(),
  );
});

test('providerById', () => {
  expect(providerById('alipay')?.names.zh).toBe('支付宝');
  expect(providerById('site:portal.example.com')).toBeNull();
});
