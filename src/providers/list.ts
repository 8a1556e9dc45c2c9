import type { Provider } from '#records/provider.ts';
import { alipay } from './alipay.ts';
import { chinaums } from './chinaums.ts';
import { wechatpay } from './wechatpay.ts';

/** Every provider of the directory. One file each in this folder; a test holds list and folder together. */
export const PROVIDERS: readonly Provider[] = [chinaums, wechatpay, alipay];

/**
 * The provider whose domain this host equals or ends with after a dot; null for every other host.
 * `chinaums.com.example` and `notchinaums.com` belong to nobody.
 */
export function providerOfHost(host: string): Provider | null {
  const name = host.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');
  return (
    PROVIDERS.find(({ domains }) => domains.some((domain) => name === domain || name.endsWith(`.${domain}`))) ?? null
  );
}

export function providerById(id: string): Provider | null {
  return PROVIDERS.find((provider) => provider.id === id) ?? null;
}
