import type { Provider } from '#records/provider.ts';
import { adyen } from './adyen.ts';
import { alipay } from './alipay.ts';
import { allinpay } from './allinpay.ts';
import { bmo } from './bmo.ts';
import { chinaums } from './chinaums.ts';
import { cmb } from './cmb.ts';
import { hsbc } from './hsbc.ts';
import { jd } from './jd.ts';
import { lakala } from './lakala.ts';
import { lcsw } from './lcsw.ts';
import { leshua } from './leshua.ts';
import { meituan } from './meituan.ts';
import { paypal } from './paypal.ts';
import { square } from './square.ts';
import { stripe } from './stripe.ts';
import { sumup } from './sumup.ts';
import { wechatpay } from './wechatpay.ts';

/** Every provider of the directory. One file each in this folder; a test holds list and folder together. */
export const PROVIDERS: readonly Provider[] = [
  chinaums,
  wechatpay,
  alipay,
  lakala,
  leshua,
  lcsw,
  allinpay,
  stripe,
  paypal,
  adyen,
  square,
  sumup,
  hsbc,
  bmo,
  cmb,
  jd,
  meituan,
];

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
