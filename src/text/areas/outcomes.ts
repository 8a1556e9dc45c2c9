import type { Phrase } from '../phrase.ts';

/** One sentence per outcome, gap and rejection: what happened, and what to do about it. */
export const outcomesText = {
  'outcome.read': {
    zh: '读完了，账本已是最新。',
    en: 'Read to the end. The book is up to date.',
  },
  'outcome.read-unproved': {
    zh: '读到末尾，账本已更新；来源没有写总数，无从核对是否读全。',
    en: 'Read to the end and kept in the book; the source states no totals to check against.',
  },
  'outcome.part': {
    zh: '只读到一部分：金额只能算到“至少”。请按下面的提示补读。',
    en: 'Only part was read, so amounts are “at least”. Follow the notes below to read the rest.',
  },
  'outcome.empty': {
    zh: '平台明确显示这里没有记录。换一个日期范围或栏目再查一次，才能确定没有欠费。',
    en: 'The portal says there are no records here. Try another date range or section before taking it as nothing owed.',
  },
  'outcome.signed-out': {
    zh: '平台已退出登录，什么都没读到。请先在页面上重新登录，再查一次。',
    en: 'You are signed out of the portal, so nothing was read. Sign in on the page, then check again.',
  },
  'outcome.not-settled': {
    zh: '页面一直在加载，读不到可靠的内容。请等页面显示完整后再查一次。',
    en: 'The page kept loading and could not be read reliably. Wait until it is complete, then check again.',
  },
  'outcome.changed': {
    zh: '页面和已知的样子不一样，为免读错没有记账。请下载账单文件，拖进“账本”页导入。',
    en: 'The page is not as it was known, so nothing was kept rather than misread. Download the bill file and drop it into the desk.',
  },
  'outcome.maintenance': {
    zh: '平台正在维护，查不到不等于没有欠费。请稍后再查。',
    en: 'The portal is under maintenance. That does not mean nothing is owed: check again later.',
  },
  'outcome.not-a-known-page': {
    zh: '这一页没有交易或费用表格。请打开平台的对账明细、交易记录或账单页面，再查一次。',
    en: 'There is no transaction or fee table on this page. Open the portal’s statement or transaction list, then check again.',
  },

  'outcome.file.read': {
    zh: '文件读完了，已记入账本。',
    en: 'The file was read to the end and is in the book.',
  },
  'outcome.file.read-unproved': {
    zh: '文件读到末尾，已记入账本；它没有写合计，无从核对是否读全。',
    en: 'The file was read to the end and is in the book; it states no totals to check against.',
  },
  'outcome.file.part': {
    zh: '文件只读到一部分：金额只能算到“至少”。请看下面的原因，必要时重新下载文件。',
    en: 'Only part of the file was read, so amounts are “at least”. See why below; download the file again if needed.',
  },
  'outcome.file.empty': {
    zh: '文件写明这段时间没有记录。换一个日期范围再下载，才能确定没有欠费。',
    en: 'The file says that there are no records in its period. Download another period before taking it as nothing owed.',
  },
  'outcome.file.changed': {
    zh: '文件格式和已知的不一样，为免读错没有记账。请换一种账单格式（如 CSV 或 Excel）重新下载。',
    en: 'The file is not in the form it is known to have, so nothing was kept rather than misread. Download it in another format (CSV or Excel).',
  },
  'outcome.file.not-a-known-page': {
    zh: '这个文件里没有交易或费用表格。请选择从平台下载的账单文件。',
    en: 'There is no transaction or fee table in this file. Choose a bill file downloaded from the portal.',
  },

  'gap.stopped': {
    zh: '您中途停止了，后面的页没有读。再查一次就能补上。',
    en: 'You stopped before the end; later pages were not read. Check again to read them.',
  },
  'gap.pages-missing': {
    zh: '有几页没有读到。请再查一次，读到最后一页。',
    en: 'Some pages were not read. Check again, to the last page.',
  },
  'gap.pages-missing.counted': {
    zh: '共 {stated} 页，读到 {seen} 页，缺第 {pages} 页。请再查一次，读到最后一页。',
    en: 'Read {seen} of {stated} pages; missing: {pages}. Check again, to the last page.',
  },
  'gap.rows-missing': {
    zh: '读到的行数比来源写明的少。请再查一次。',
    en: 'Fewer rows were read than the source says it has. Check again.',
  },
  'gap.rows-missing.counted': {
    zh: '来源写明共 {stated} 条，只读到 {seen} 条。请再查一次。',
    en: 'The source says {stated} rows, {seen} were read. Check again.',
  },
  'gap.more-pages': {
    zh: '后面还有没读到的页，或要往下滚动才出现的行。请再查一次，读到最后。',
    en: 'There is more that was not read: further pages, or rows that only scrolling shows. Check again, to the end.',
  },
  'gap.totals-differ': {
    zh: '合计数和逐行相加对不上。请再查一次；还对不上就找平台核对。',
    en: 'The stated total is not the sum of the rows. Check again; if it still differs, ask the provider.',
  },
  'gap.totals-differ.figures': {
    zh: '“{words}”写的是 {stated}，逐行相加是 {computed}。请再查一次；还对不上就找平台核对。',
    en: '“{words}” is stated as {stated}, the rows give {computed}. Check again; if it still differs, ask the provider.',
  },
  'gap.totals-differ.balance': {
    zh: '“{words}”有 {computed} 处前后接不上：可能缺行，也可能有金额或正负号读错。请再查一次，或和平台核对。',
    en: '“{words}” does not follow from one row to the next in {computed} places: rows may be missing, or an amount or sign misread. Check again, or compare with the provider.',
  },
  'gap.totals-differ.fees': {
    zh: '“{words}”：手续费加起来是 {stated}，按费率算是 {computed}。有的行差一百倍，或者正负号相反，金额单位可能读错了。请和平台核对。',
    en: '“{words}”: the fees add up to {stated}, the rate gives {computed}. Some rows are off by a hundred, or have the opposite sign: a unit may have been misread. Compare with the provider.',
  },
  'gap.rows-rejected': {
    zh: '有几行读不懂，没有算进金额。请在“账本”页看是哪几行。',
    en: 'Some rows could not be read and are in no amount. See which ones in the desk.',
  },
  'gap.rows-rejected.counted': {
    zh: '有 {count} 行读不懂，没有算进金额。请在“账本”页看是哪几行。',
    en: '{count} rows could not be read and are in no amount. See which ones in the desk.',
  },
  'gap.session-ended': {
    zh: '读到一半，平台的登录过期了。请重新登录后再查一次。',
    en: 'The portal’s sign-in ran out half-way. Sign in again, then check again.',
  },
  'gap.throttled': {
    zh: '平台提示操作太频繁，先停下了。请过几分钟再查一次。',
    en: 'The portal asked to slow down, so reading stopped. Check again in a few minutes.',
  },
  'gap.page-changed': {
    zh: '读的过程中页面变了（换了条件或刷新了）。请不要动页面，再查一次。',
    en: 'The page changed while it was being read. Leave it alone and check again.',
  },
  'gap.merchant-changed': {
    zh: '读的过程中页面换了商户，分不清哪一行是谁的，所以一行都没有记账。请在平台上选定一个商户，再查一次。',
    en: 'The page changed to another merchant while it was read. Whose rows are whose is not certain, so none was kept. Choose one merchant on the portal, then check again.',
  },
  'gap.merchant-changed.numbers': {
    zh: '读的过程中页面从商户 {from} 换成了 {to}，分不清哪一行是谁的，所以一行都没有记账。请在平台上选定一个商户，再查一次。',
    en: 'The page changed from merchant {from} to {to} while it was read. Whose rows are whose is not certain, so none was kept. Choose one merchant on the portal, then check again.',
  },
  'gap.frame-out-of-reach': {
    zh: '页面里有一块属于另一个网站，读不到。请在单独的标签页里打开那一块再查。',
    en: 'Part of this page belongs to another site and is out of reach. Open that part in its own tab and check there.',
  },
  'gap.frame-out-of-reach.named': {
    zh: '页面里有一块属于 {origin}，读不到。请在单独的标签页里打开它再查。',
    en: 'Part of this page belongs to {origin} and is out of reach. Open it in its own tab and check there.',
  },
  'gap.frame-out-of-reach.top': {
    zh: '浏览器不允许扩展读取这一页（浏览器自带页面、扩展商店等）。请打开平台的网页再查。',
    en: 'The browser lets no extension read this page (its own pages, its store). Open the portal’s page and check there.',
  },
  'gap.hidden-rows': {
    zh: '表格里有没显示出来的行，没有读。请在页面上全部展开后再查一次。',
    en: 'The table has rows that are not shown; they were not read. Show them all on the page, then check again.',
  },
  'gap.hidden-rows.counted': {
    zh: '表格里有 {count} 行没有显示出来，没有读。请全部展开后再查一次。',
    en: 'The table has {count} rows that are not shown; they were not read. Show them all, then check again.',
  },
  'gap.file-truncated': {
    zh: '文件在末尾断掉了。请重新下载完整的文件再导入。',
    en: 'The file breaks off before its end. Download it again and take it in again.',
  },
  'gap.interrupted': {
    zh: '读的过程被打断了（如标签页关闭、浏览器退出、页面没加载完）。已读的保留着，请再查一次。',
    en: 'Reading was interrupted (the tab was closed, the browser quit, or a page did not finish loading). What was read is kept; check again.',
  },
  'gap.interrupted.new-page': {
    zh: '翻页后换了整个网页，浏览器收回了读取许可。已读的保留着；请在现在这一页再点扩展图标，继续查。',
    en: 'The next page was a whole new page, and the browser took back the leave to read. What was read is kept; press the extension’s icon on the page you see now to go on.',
  },
  'gap.not-proved': {
    zh: '来源没有写明总数，不能证明已经读全。请核对读到的日期范围是否是您要查的。',
    en: 'The source states no count or total, so it is not proved that this is all. Make sure that the date range is the one you want.',
  },
  'gap.not-proved.day': {
    zh: '{from} 还没有读过。请在平台上选这一天再查一次。',
    en: '{from} has not been read. Choose that day on the portal, then check again.',
  },
  'gap.not-proved.days': {
    zh: '{from} 至 {to} 还没有读过。请在平台上选这段日期再查一次。',
    en: '{from} to {to} has not been read. Choose that period on the portal, then check again.',
  },

  'gap.currency-unknown': {
    zh: '网页没有写明是哪种货币，金额按原数记下，标为 ¤，不与其他货币相加。',
    en: 'Nothing here says which currency it is. The figures are kept as printed, marked ¤, and never added to those of another currency.',
  },

  'gap.recipe-drift': {
    zh: '您教过的表变了样，为免读错没有按原来的教法读。请打开账本，再教一次。',
    en: 'A table that you taught looks different now, so it was not read the way you taught. Teach it again in the desk.',
  },
  'gap.recipe-drift.titles': {
    zh: '您教过的表“{name}”变了样（少了：{gone}；多了：{fresh}），为免读错没有按原来的教法读。请打开账本，再教一次。',
    en: 'The table you taught as “{name}” has changed (gone: {gone}; new: {fresh}), so it was not read that way. Teach it again in the desk.',
  },

  'gap.rows-damaged': {
    zh: '账本中有几天的记录已损坏、读不出来，数字里没有它们。请用备份恢复，不要卸载扩展程序。',
    en: 'The records of some days in the book are damaged and cannot be read; the figures are without them. Restore a backup, and keep the extension installed.',
  },
  'gap.rows-damaged.days': {
    zh: '账本中这些天的记录已损坏、读不出来，数字里没有它们：{days}。请用备份恢复，不要卸载扩展程序。',
    en: 'The records of these days are damaged and cannot be read; the figures are without them: {days}. Restore a backup, and keep the extension installed.',
  },
  'gap.file.rows-missing': {
    zh: '文件写明共 {stated} 条，只读到 {seen} 条。请重新下载完整的文件再导入。',
    en: 'The file says {stated} rows, {seen} were read. Download the whole file again and take it in.',
  },
  'gap.file.totals-differ': {
    zh: '文件的“{words}”写的是 {stated}，逐行相加是 {computed}。请重新下载再导入；还对不上就找平台核对。',
    en: 'The file states {stated} for “{words}”, the rows give {computed}. Download it again; if it still differs, ask the provider.',
  },
  'gap.file.rows-rejected': {
    zh: '有 {count} 行读不懂，没有算进金额。是哪几行、为什么，都列在下面。',
    en: '{count} rows could not be read and are in no amount. Which ones and why stands below.',
  },
  'gap.file.hidden-rows': {
    zh: '表格里有 {count} 行是隐藏的，没有读。请取消隐藏并保存后再导入。',
    en: 'The sheet has {count} hidden rows; they were not read. Unhide them, save, and take the file in again.',
  },
  'gap.file.not-proved': {
    zh: '文件没有写明总数，不能证明是全部。请核对文件的日期范围是否是您要查的。',
    en: 'The file states no count or total, so it is not proved that this is all. Make sure that its period is the one you want.',
  },

  'rejection.no-day': { zh: '没有日期', en: 'no date' },
  'rejection.bad-day': { zh: '日期读不懂', en: 'the date cannot be read' },
  'rejection.no-amount': { zh: '没有金额', en: 'no amount' },
  'rejection.bad-amount': { zh: '金额读不懂', en: 'the amount cannot be read' },
  'rejection.ambiguous-amount': {
    zh: '金额有两种读法，不猜',
    en: 'the amount can be read in two ways; it is not guessed',
  },
  'rejection.damaged-number': {
    zh: '数字已被表格软件改坏（如 4.2E+27），请重新下载原文件',
    en: 'a spreadsheet damaged the number (like 4.2E+27); download the original file again',
  },
  'rejection.too-few-cells': { zh: '这一行缺格子', en: 'the row lacks cells' },
  'rejection.unit-conflict': { zh: '元和分互相矛盾', en: 'the units contradict each other' },
  'rejection.not-data': { zh: '不是交易行', en: 'not a row of data' },
} as const satisfies Record<string, Phrase>;
