import type { Format, Provider } from '#records/provider.ts';
import { COMMON } from './sources.ts';

const card = {
  id: 'cmb-card',
  title: { zh: '招商银行 信用卡账单', en: 'China Merchants Bank credit card' },
  ledger: 'bank',
  signs: 'owed',
  monthFrom: /信用卡.*?(20\d{2})年(\d{1,2})月/,
  source: 'Samples of double-entry-generator (with its result) and preciouss: what is printed is what the holder owes.',
} as const satisfies Partial<Format>;

/** 招商银行, the holder's own credit card statement. Its account statement is read by its words. */
export const cmb: Provider = {
  id: 'cmb',
  names: { zh: '招商银行', en: 'China Merchants Bank' },
  domains: ['cmbchina.com'],
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  formats: [
    {
      ...card,
      needs: ['交易日', '记账日', '交易摘要', '人民币金额', '卡号末四位'],
      columns: {
        交易日: 'day',
        记账日: 'day',
        交易摘要: 'kind',
        人民币金额: 'amount',
        卡号末四位: 'ignore',
        交易地金额: 'ignore',
      },
    },
    {
      ...card,
      needs: ['交易日', '记账日', '交易摘要', '人民币金额', '卡号后四位'],
      columns: { 交易日: 'day', 记账日: 'day', 交易摘要: 'kind', 人民币金额: 'amount', 卡号后四位: 'ignore' },
    },
  ],
  retention: {},
  kind: 'bank',
  domainsFrom: COMMON,
  portals: [],
  serviceLines: [{ number: '95555', ...COMMON }],
  smsSenders: [{ number: '95555', ...COMMON }],
  notShown: [],
  licence: null,
  support: 'documented-file',
  source: 'Sample exports of public projects.',
};
