import { describe, expect, it } from 'vitest';
import { accountName, needsName, placeName, portalName, providerName } from './names.ts';

describe('what a provider is called', () => {
  it('is its name in the directory', () => {
    expect(providerName('chinaums', 'zh')).toBe('银联商务');
  });

  it('is the host of a portal outside the directory, and otherwise the id', () => {
    expect(providerName('site:portal.example.com', 'zh')).toBe('portal.example.com');
    expect(providerName('something-new', 'en')).toBe('something-new');
  });
});

describe('where the merchant is sent', () => {
  it('is a portal by its name, and never an unknown source', () => {
    expect(portalName('chinaums', 'zh')).toBe('银联商务');
    expect([portalName('other', 'zh'), portalName('?', 'en')]).toEqual(['它的来源平台', 'its portal']);
  });
});

describe('who must be asked for a name', () => {
  it('a portal outside the directory, and an account without a number, until somebody named it', () => {
    const site = { account: 'site:portal.example.com:?', provider: 'site:portal.example.com', name: null };
    expect(needsName(site)).toBe('provider');
    expect(needsName({ ...site, name: 'XX 支付' })).toBeNull();
    expect(needsName({ account: 'chinaums:?', provider: 'chinaums', name: null })).toBe('account');
    expect(needsName({ account: 'chinaums:8983', provider: 'chinaums', name: null })).toBeNull();
  });
});

describe('accounts and places in one line', () => {
  it('keeps a host apart from the number behind it', () => {
    expect(accountName('site:portal.example.com:8983', 'zh')).toBe('portal.example.com 8983');
    expect(accountName('chinaums:?', 'zh')).toBe('银联商务');
  });

  it('shows the host of an address, and a file by its name', () => {
    expect(placeName('https://service.chinaums.com/uisportal/detail')).toBe('service.chinaums.com');
    expect(placeName('bill: 2018-02.csv')).toBe('bill: 2018-02.csv');
    expect(placeName('https://')).toBe('https://');
  });
});
