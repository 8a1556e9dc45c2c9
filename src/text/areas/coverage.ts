import type { Phrase } from '../phrase.ts';

/** Which days are proved, which are missing, and until when they can still be read. */
export const coverageText = {
  'coverage.title': { zh: '哪些日期读全了', en: 'Which days are complete' },
  'coverage.none': { zh: '还没有读过任何清单。', en: 'No list has been read yet.' },
  'coverage.failed': { zh: '没能打开日历。请刷新此页面。', en: 'The calendar could not be opened. Reload this page.' },
  'coverage.account': { zh: '账户', en: 'Account' },
  'coverage.list': { zh: '清单', en: 'List' },
  'coverage.list.trade': { zh: '交易', en: 'Transactions' },
  'coverage.list.funds': { zh: '资金流水', en: 'Movements of funds' },
  'coverage.list.settlement': { zh: '结算', en: 'Settlements' },
  'coverage.list.bank': { zh: '银行流水', en: 'Bank statement' },
  'coverage.list.notice': { zh: '平台提示', en: 'Notices' },
  'coverage.earlier': { zh: '更早', en: 'Earlier' },
  'coverage.later': { zh: '更晚', en: 'Later' },
  'coverage.keys': {
    zh: '方向键换日期，Page Up / Page Down 换月。',
    en: 'Arrow keys move by day, Page Up and Page Down by month.',
  },
  'coverage.weekdays': { zh: '一 二 三 四 五 六 日', en: 'Mo Tu We Th Fr Sa Su' },

  'day.whole': { zh: '读全了', en: 'complete' },
  'day.part': { zh: '只有一部分', en: 'in part' },
  'day.unknown': { zh: '没读过', en: 'not read' },
  'day.not-yet': { zh: '还没出账', en: 'not published yet' },
  'day.label': { zh: '{day}，{state}，{rows}', en: '{day}, {state}, {rows}' },
  'day.rows': { zh: '账本里有 {count} 行', en: '{count} rows in the book' },
  'day.rows-one': { zh: '账本里有 1 行', en: '1 row in the book' },
  'day.rows-none': { zh: '账本里没有行', en: 'no rows in the book' },
  'day.note.whole': { zh: '这一天已证明读全，不用再读。', en: 'This day is proved complete; nothing to do.' },
  'day.note.part': { zh: '这一天只读到一部分：', en: 'This day was read in part:' },
  'day.note.early': {
    zh: '这一天在结束之前就读了，之后发生的还没有读到。',
    en: 'This day was read before it was over; what came after has not been read.',
  },
  'day.note.unknown': {
    zh: '这一天还没有读过，有没有交易不知道。',
    en: 'This day has not been read; whether anything happened is not known.',
  },
  'day.note.not-yet': {
    zh: '平台还没有出这一天的账，不算缺。',
    en: 'The provider has not published this day yet, so nothing is missing.',
  },
  'day.do': {
    zh: '怎么补：打开{provider}，选 {from} 至 {to}，点扩展图标读一次；或下载这段日期的账单，拖到上面导入。',
    en: 'What to do: open {provider}, choose {from} to {to}, and press the extension’s icon; or download the bill of these days and drop it above.',
  },
  'day.do-one': {
    zh: '怎么补：打开{provider}，选 {from} 这一天，点扩展图标读一次；或下载这一天的账单，拖到上面导入。',
    en: 'What to do: open {provider}, choose {from}, and press the extension’s icon; or download the bill of that day and drop it above.',
  },
  'day.do-buyer': {
    zh: '怎么补：在{provider}里重新导出 {from} 至 {to} 的账单，拖到上面导入。',
    en: 'What to do: export the bill of {from} to {to} from {provider} again, and drop it above.',
  },
  'day.do-one-buyer': {
    zh: '怎么补：在{provider}里重新导出 {from} 的账单，拖到上面导入。',
    en: 'What to do: export the bill of {from} from {provider} again, and drop it above.',
  },
  'day.at-once': { zh: '一次最多 {days} 天。', en: 'No more than {days} days at once.' },
  'day.until': {
    zh: '最晚 {until} 前补读，之后平台不再提供。',
    en: 'Read it by {until}; after that the provider no longer shows it.',
  },
  'day.lost': {
    zh: '平台已不再提供这一天（只到 {until}）。需要时请向平台索要盖章对账单。',
    en: 'The provider no longer shows this day (it did until {until}). If you need it, ask for a stamped statement.',
  },

  'risk.title': { zh: '快要取不到的日期', en: 'Days that will soon be gone' },
  'risk.days': {
    zh: '{account} · {list}：{from} 至 {to} 还没读全，最晚 {until} 读（{left}），之后逐日取不到。',
    en: '{account} · {list}: {from} to {to} is not complete. Read it by {until} ({left}); after that the days go one by one.',
  },
  'risk.day': {
    zh: '{account} · {list}：{from} 还没读全，最晚 {until} 读（{left}），之后取不到。',
    en: '{account} · {list}: {from} is not complete. Read it by {until} ({left}); after that it is gone.',
  },
  'risk.left': { zh: '还有 {days} 天', en: '{days} days left' },
  'risk.left-one': { zh: '明天', en: 'tomorrow' },
  'risk.left-none': { zh: '就是今天', en: 'today' },
  'risk.none': { zh: '今后 {days} 天内没有会丢失的日期。', en: 'No day will be lost within {days} days.' },
  'risk.not-known': {
    zh: '{provider} 保留多久没有公开资料，请尽早读取。',
    en: 'How long {provider} keeps its records is not published; read early.',
  },

  'risk.not-known-source': {
    zh: '来源不明的账户：不知道平台保留多久，请尽早读取。',
    en: 'Of accounts whose portal is not known, nobody can say how long records are kept; read early.',
  },

  'keeping.title': {
    zh: '{provider} 保留多久：我们知道的，和出处',
    en: 'How long {provider} keeps records: what is known, and from where',
  },
  'keeping.months': { zh: '可查最近 {count} 个月', en: 'The last {count} months can be read' },
  'keeping.longest': { zh: '一次最多导出 {count} 天', en: 'One export holds {count} days at the most' },
  'keeping.hour': { zh: '次日 {count} 点后出账', en: 'A day is published after {count}:00 of the next day' },
  'keeping.months-unknown': { zh: '可查多久：不知道', en: 'How far back one can read: not known' },
  'keeping.longest-unknown': { zh: '一次最多导出几天：不知道', en: 'The longest export: not known' },
  'keeping.hour-unknown': { zh: '几点出账：不知道', en: 'The hour of publication: not known' },
  'keeping.official': { zh: '平台官方资料', en: 'the provider’s own page' },
  'keeping.public-code': { zh: '未经证实，来自公开代码', en: 'unverified, from public code' },
  'keeping.third-party': { zh: '未经证实，第三方说法', en: 'unverified, said by others' },
  'keeping.unconfirmed': { zh: '未经证实，一般所知', en: 'unverified, generally known' },
  'keeping.dated': { zh: '出处日期 {dated}', en: 'dated {dated}' },
} as const satisfies Record<string, Phrase>;
