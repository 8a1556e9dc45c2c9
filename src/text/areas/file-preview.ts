import type { Phrase } from '../phrase.ts';

/** A dropped file between being read and being in the book. */
export const filePreviewText = {
  'files.taken': {
    zh: '已收进的文件和它们覆盖的日期，见“读取记录”',
    en: 'Files taken in, with the days that they cover',
  },
  'preview.read': { zh: '文件读完了，读懂的内容如下。', en: 'The file was read to the end. This is what it says.' },
  'preview.read-unproved': {
    zh: '文件读到末尾，读懂的内容如下；它没有写合计，无从核对是否读全。',
    en: 'The file was read to the end, and this is what it says; it states no totals to check against.',
  },
  'preview.rows': { zh: '可收进 {count} 行', en: '{count} rows to take in' },
  'preview.take': { zh: '收进账本', en: 'Take into the book' },
  'preview.take-to-teach': { zh: '留下来，教它怎么读', en: 'Keep it, to teach how it is read' },
  'preview.leave': { zh: '不要', en: 'Leave out' },
  'preview.of': { zh: '{deed}：{file}', en: '{deed}: {file}' },
  'preview.not-yet': { zh: '还没有记账。', en: 'Nothing is in the book yet.' },
  'preview.left': { zh: '没有收进账本，什么都没有留下。', en: 'Left out; nothing of it was kept.' },
  'preview.take-all': { zh: '全部收进（{count} 个文件）', en: 'Take all in ({count} files)' },
  'preview.take-all-note': {
    zh: '有疑问的（没见过的商户号、收过的内容、读不懂的）不在内，会逐个问您。',
    en: 'Without those that raise a question (a new merchant number, content already taken in, not understood): you are asked about each.',
  },
  'preview.strangers': {
    zh: '账本里没有这个账户：{accounts}；同一平台已有的是别的商户号。会不会是别家的账单？确认是自己的再收进。',
    en: 'The book does not know {accounts}, but knows other merchant numbers of the same provider. Is this somebody else’s bill? Take it in only if it is yours.',
  },
  'preview.strangers-more': {
    zh: '账本里没有这 {count} 个账户：{accounts} 等；同一平台已有的是别的商户号。会不会是别家的账单？确认是自己的再收进。',
    en: 'The book does not know these {count} accounts ({accounts} …), but knows other merchant numbers of the same provider. Is this somebody else’s bill? Take it in only if it is yours.',
  },
  'preview.same': {
    zh: '同样的内容已经收进过（第 {seq} 次读取），再收一次不会增加任何一行。',
    en: 'The same content is in the book already (reading no. {seq}). Taking it in again adds no row.',
  },
} as const satisfies Record<string, Phrase>;
