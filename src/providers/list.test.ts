import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PROVIDERS, providerById, providerOfHost } from './list.ts';

test('the list and the folder agree', () => {
  const files = readdirSync(new URL('.', import.meta.url))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => name.replace(/\.ts$/, ''))
    .filter((name) => !['list', 'find', 'sources'].includes(name));
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

test('what is said of addresses, lines and pages bears a source in both languages; an official one is the provider’s own', () => {
  for (const { domains, domainsFrom, portals, serviceLines, smsSenders, notShown, licence } of PROVIDERS) {
    const said = [domainsFrom, ...portals, ...serviceLines, ...smsSenders, ...notShown, licence].filter(
      (one) => one !== null,
    );
    for (const { source, confidence } of said) {
      expect(source.zh).toMatch(HAN);
      expect(source.en).not.toMatch(HAN);
      expect(source.en.length).toBeGreaterThan(20);
      if (confidence === 'official') expect(domains.some((domain) => source.en.includes(domain))).toBe(true);
    }
    // Nobody's address without a word on how it is known.
    expect(domainsFrom === null).toBe(domains.length === 0);
    for (const { address } of portals) expect(providerOfHost(new URL(address).host)?.domains).toEqual(domains);
    for (const { number } of [...serviceLines, ...smsSenders]) expect(number).toMatch(/^\d[\d-]{3,14}\d$/);
  }
});

test('no domain belongs to two providers, and none to a part of another’s', () => {
  const all = PROVIDERS.flatMap(({ domains }) => domains);
  for (const domain of all)
    expect(all.filter((other) => other === domain || other.endsWith(`.${domain}`))).toEqual([domain]);
});

test('those that merchants ask for first stand first', () => {
  expect(PROVIDERS.slice(0, 5).map(({ id }) => id)).toEqual(['chinaums', 'lakala', 'shengpay', 'alipay', 'wechatpay']);
});

describe('providerOfHost', () => {
  test.each([
    ['service.chinaums.com', 'chinaums'],
    ['chinaums.com', 'chinaums'],
    ['SERVICE.ChinaUMS.com:8443', 'chinaums'],
    ['b.alipay.com', 'alipay'],
    ['mbillexprod.alipay.com', 'alipay'],
    ['pay.weixin.qq.com', 'wechatpay'],
    ['b.shengpay.com', 'shengpay'],
    ['mybank.icbc.com.cn', 'icbc'],
    ['dashboard.stripe.com', 'stripe'],
  ])('%s belongs to %s', (host, id) => expect(providerOfHost(host)?.id).toBe(id));

  test.each([
    'dev.baishengpay.com',
    'pingan.com',
    'notchinaums.com',
    'chinaums.com.example.net',
    'chinaums.cn',
    'weixin.qq.com',
    '',
    'com',
  ])('%s belongs to nobody', (host) => expect(providerOfHost(host)).toBeNull());
});

test('providerById', () => {
  expect(providerById('alipay')?.names.zh).toBe('支付宝');
  expect(providerById('site:portal.example.com')).toBeNull();
});
