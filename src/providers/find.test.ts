import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostIn, lookAlikeOf, providersNamed } from './find.ts';
import { PROVIDERS, providerOfHost } from './list.ts';

const ids = (text: string): string[] => providersNamed(text).map(({ id }) => id);

describe('a provider is found', () => {
  test.each([
    ['银联商务', ['chinaums']],
    ['shengpay', ['shengpay']],
    ['中国工商银行', ['icbc']],
    ['95534', ['chinaums']],
    ['1010 8989', ['ysepay']],
    ['+86 400-820-2819', ['huifu']],
    ['https://service.chinaums.com/uisportal/', ['chinaums']],
    ['user@pay.weixin.qq.com', ['wechatpay']],
    // A part of a number proves nothing.
    ['955', []],
    ['9553', []],
    ['13800138000', []],
  ])('by %s', (text, expected) => expect(ids(text)).toEqual(expected));

  test('all of them by nothing', () => expect(providersNamed('  ')).toHaveLength(PROVIDERS.length));

  test('by any of its own hosts, and by no host that only holds its domain', () => {
    const domains = PROVIDERS.flatMap((provider) => provider.domains.map((domain) => ({ provider, domain })));
    fc.assert(
      fc.property(fc.constantFrom(...domains), fc.stringMatching(/^[a-z]{1,8}$/), ({ provider, domain }, word) => {
        expect(providersNamed(`https://${word}.${domain}/login?x=1`)).toEqual([provider]);
        for (const other of [`${word}${domain}`, `${domain}.${word}.example`]) {
          if (providerOfHost(other) === null) expect(providersNamed(other)).toEqual([]);
        }
      }),
    );
  });
});

describe('a look-alike is told', () => {
  test.each([
    ['dev.baishengpay.com', 'shengpay'],
    ['chinaums.com.example.net', 'chinaums'],
    ['lakaIa.com', 'lakala'],
    ['shengpey.com', 'shengpay'],
    ['ccb.com.example.net', 'ccb'],
  ])('%s is like %s', (text, id) => expect(lookAlikeOf(text)?.provider.id).toBe(id));

  test.each(['service.chinaums.com', 'portal.example.com', 'abc.com', '盛付通', '95534', ''])(
    '%s is like nobody',
    (text) => expect(lookAlikeOf(text)).toBeNull(),
  );
});

test('a host is taken from an address however it is typed', () => {
  expect(hostIn(' HTTPS://a:b@Pay.Weixin.QQ.com:8443/x?y#z ')).toBe('pay.weixin.qq.com');
  expect(hostIn('支付宝')).toBeNull();
  expect(hostIn('1.2.3')).toBeNull();
});
