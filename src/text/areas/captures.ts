import type { Phrase } from '../phrase.ts';

/** Every act of reading, opened: what it saw, taking it back, and the chain that proves it. */
export const capturesText = {
  'capture.number': { zh: '编号', en: 'No.' },
  'capture.open': { zh: '查看', en: 'Open' },
  'capture.open-of': { zh: '查看第 {seq} 次读取', en: 'Open reading no. {seq}' },
  'capture.close': { zh: '收起', en: 'Close' },
  'capture.close-of': { zh: '收起第 {seq} 次读取', en: 'Close reading no. {seq}' },
  'capture.undone': { zh: '已撤回', en: 'Undone' },
  'capture.erased': { zh: '已删除', en: 'Erased' },
  'capture.sight-erased': {
    zh: '它看到的内容里还有您在 {when} 删除的账户，已随之删除；其余账户的行仍在账本里。',
    en: 'What it saw also showed an account that you erased on {when}, and was erased with it; the rows of the other accounts are still in the book.',
  },
  'capture.erased-at': {
    zh: '您在 {when} 删除了这次读取的全部内容，只留下它在证据链中的位置。',
    en: 'You erased all of this reading on {when}; only its place in the chain is left.',
  },
  'capture.place': { zh: '来源', en: 'Where' },
  'capture.at': { zh: '读取时间', en: 'When' },
  'capture.accounts': { zh: '账户', en: 'Accounts' },
  'capture.accounts-none': { zh: '没有', en: 'none' },
  'capture.pages': { zh: '页数', en: 'Pages' },
  'capture.stated': { zh: '来源写明的行数', en: 'Rows stated' },
  'capture.stated-none': { zh: '未写明', en: 'not stated' },
  'capture.rows': { zh: '读到的行数', en: 'Rows read' },
  'capture.added': { zh: '新增', en: 'Added' },
  'capture.existing': { zh: '已有', en: 'Already kept' },
  'capture.linked': { zh: '由处理中转为完成', en: 'Pending, now settled' },
  'capture.superseded': { zh: '重读时已不在', en: 'No longer there' },
  'capture.rejected': { zh: '读不懂', en: 'Unreadable' },
  'capture.controls-none': {
    zh: '来源没有写合计，无法核对是否完整。',
    en: 'The source states no totals, so its completeness cannot be checked.',
  },
  'capture.hash': { zh: 'SHA-256（与上一次读取相连）', en: 'SHA-256 (chained to the reading before)' },
  'capture.previous': { zh: '上一次读取的 SHA-256', en: 'SHA-256 of the reading before' },
  'capture.same': {
    zh: '看到的内容与第 {seq} 次读取完全相同，只存一份。',
    en: 'It saw exactly what reading no. {seq} saw; both share one copy.',
  },

  'seen.title': { zh: '当时看到的内容', en: 'What it saw' },
  'seen.show': { zh: '显示当时看到的内容', en: 'Show what it saw' },
  'seen.loading': { zh: '正在取出…', en: 'Fetching…' },
  'seen.none': { zh: '没有留下当时看到的内容。', en: 'Nothing of what it saw is left.' },
  'seen.failed': { zh: '没能取出当时看到的内容。请再试一次。', en: 'What it saw could not be fetched. Try again.' },
  'seen.choose': { zh: '哪一张表', en: 'Which table' },
  'seen.table': { zh: '第 {page} 页，第 {table} 张表（{rows} 行）', en: 'Page {page}, table {table} ({rows} rows)' },
  'seen.table-beside': {
    zh: '清单之外，第 {table} 张表（{rows} 行）',
    en: 'Beside the list, table {table} ({rows} rows)',
  },
  'seen.texts': { zh: '第 {page} 页，表外的文字（{rows} 行）', en: 'Page {page}, text outside tables ({rows} lines)' },
  'seen.texts-beside': { zh: '清单之外的文字（{rows} 行）', en: 'Text beside the list ({rows} lines)' },
  'seen.column': { zh: '第 {count} 列', en: 'Column {count}' },
  'seen.rows': { zh: '第 {from}–{to} 行，共 {count} 行', en: 'Rows {from}–{to} of {count}' },
  'seen.no-rows': { zh: '这张表没有行。', en: 'This table has no rows.' },
  'seen.before': { zh: '上一段', en: 'Earlier rows' },
  'seen.after': { zh: '下一段', en: 'Later rows' },
  'seen.columns-cut': {
    zh: '共 {count} 列，这里列出前 {shown} 列。',
    en: '{count} columns; the first {shown} are listed.',
  },
  'seen.line': { zh: '文字', en: 'Text' },

  'undo.button': { zh: '撤回这次读取', en: 'Undo this reading' },
  'undo.title': { zh: '撤回第 {seq} 次读取？', en: 'Undo reading no. {seq}?' },
  'undo.what': {
    zh: '只有这次读到的行会移出账本（这次新增了 {added} 行），被它改过的行恢复原样，欠费随之重算。当时看到的内容仍留作证据。以后再读一次同样的内容，就会重新记入。',
    en: 'Rows that only this reading showed leave the book (it added {added}), rows that it changed say again what they said before, and what is owed is worked out anew. What it saw is kept as proof. Reading the same again takes it in again.',
  },
  'undo.yes': { zh: '撤回', en: 'Undo it' },
  'undo.no': { zh: '不撤回', en: 'Keep it' },
  'undo.working': { zh: '正在撤回…', en: 'Undoing…' },
  'undo.done': {
    zh: '已撤回：{removed} 行移出账本，{restored} 行恢复原样。',
    en: 'Undone: {removed} rows left the book, {restored} say again what they said before.',
  },
  'undo.done-none': {
    zh: '已撤回。它读到的行在别的读取里也有，账本里的行没有变。',
    en: 'Undone. Other readings show the same rows, so the rows in the book are as they were.',
  },
  'undo.was': {
    zh: '这次读取已在 {when} 撤回，当时看到的内容仍在。',
    en: 'This reading was undone on {when}; what it saw is still kept.',
  },
  'undo.gone': {
    zh: '这次读取已经撤回或删除，没有可撤回的了。',
    en: 'This reading was undone or erased before; there is nothing left to undo.',
  },
  'undo.failed': {
    zh: '没能撤回，账本没有改动。请再试一次。',
    en: 'It could not be undone; the book is as it was. Try again.',
  },

  'chain.check': { zh: '核对证据链', en: 'Check the chain' },
  'chain.what': {
    zh: '每次读取都用 SHA-256 连着上一次：改动任何一次，从那里起就对不上。',
    en: 'Every reading is chained to the one before by SHA-256: change one, and the chain breaks there.',
  },
  'chain.progress': { zh: '正在核对第 {done} 次，共 {of} 次', en: 'Checking {done} of {of}' },
  'chain.stop': { zh: '停止', en: 'Stop' },
  'chain.empty': { zh: '还没有读取过，没有可核对的。', en: 'Nothing has been read yet; there is nothing to check.' },
  'chain.unbroken': { zh: '证据链完好，共 {links} 次读取。', en: 'The chain is unbroken: {links} readings.' },
  'chain.unbroken-erased': {
    zh: '证据链完好，共 {links} 次读取，其中 {erased} 次您已删除内容。',
    en: 'The chain is unbroken: {links} readings, {erased} of which you erased.',
  },
  'chain.broken': {
    zh: '证据链从第 {seq} 次读取（{place}，{when}）起断开：它缺失或被改动过。之前的仍然可信。',
    en: 'The chain breaks at reading no. {seq} ({place}, {when}): it is missing or was changed. Those before it still hold.',
  },
  'chain.broken-unknown': {
    zh: '证据链从第 {seq} 次读取起断开：它缺失或被改动过。之前的仍然可信。',
    en: 'The chain breaks at reading no. {seq}: it is missing or was changed. Those before it still hold.',
  },
  'chain.damaged-rows': {
    zh: '账户 {account} 在 {at} 的记录已损坏，读不出来。',
    en: 'The records of account {account} on {at} are damaged and cannot be read.',
  },
  'chain.damaged-trace': {
    zh: '账户 {account} 在 {at} 的行被某次读取改动前的样子已损坏，读不出来：那次读取无法撤销，各行本身不受影响。',
    en: 'What rows of account {account} on {at} said before some reading changed them is damaged: that reading cannot be undone; the rows are not affected.',
  },
  'chain.damaged-seen': {
    zh: '第 {at} 次读取（账户 {account}）看到的原文已损坏，读不出来；它的行不受影响。',
    en: 'What reading no. {at} (account {account}) saw is damaged and cannot be read; its rows are not affected.',
  },
  'chain.unbroken-lost': {
    zh: '证据链完好，共 {links} 次读取；其中 {lost} 次的原文在备份前已损坏，只剩环节本身可证，{erased} 次您已删除内容。',
    en: 'The chain is unbroken: {links} readings. What {lost} of them saw was damaged before it was backed up, so only their links are proved; {erased} you erased.',
  },
  'capture.sight-lost': {
    zh: '它看到的原文在备份之前已损坏，没有恢复；它的行仍在账本里。',
    en: 'What it saw was damaged before it was backed up and was not restored; its rows are in the book.',
  },
  'chain.damaged-figures': {
    zh: '账户 {account} 在 {at} 的合计已损坏，已改由各行重新算出；各行记录不受影响。',
    en: 'The totals of account {account} for {at} are damaged; they are worked out from the rows, which are not affected.',
  },
  'chain.stopped': {
    zh: '已停止，前 {checked} 次读取核对无误。',
    en: 'Stopped; the first {checked} readings were found intact.',
  },
  'chain.failed': { zh: '没能核对。请再试一次。', en: 'The chain could not be checked. Try again.' },
} as const satisfies Record<string, Phrase>;
