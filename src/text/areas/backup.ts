import type { Phrase } from '../phrase.ts';

/** Backing up, restoring, exporting and erasing the book. */
export const backupText = {
  'care.title': { zh: '备份、恢复与导出', en: 'Backup, restore and export' },
  'care.failed': {
    zh: '出了意外，没有完成。请刷新此页面后重试。',
    en: 'Something went wrong and it was not finished. Reload this page and try again.',
  },
  'care.stop': { zh: '停止', en: 'Stop' },
  'care.holds': {
    zh: '账本现有 {rows} 行、{captures} 次读取、{marks} 条您的标注。',
    en: 'In the book now: rows {rows}, readings {captures}, your notes {marks}.',
  },

  'backup.title': { zh: '备份整个账本', en: 'Back up the whole book' },
  'backup.what': {
    zh: '所有行、读取记录与证据、您的标注和附件、教会的读法、约定的收费标准，存成一个文件。文件只保存在您选的地方。',
    en: 'All rows, what was read and its proof, your notes and papers, what you taught, and your agreed terms, in one file. It is saved where you choose and nowhere else.',
  },
  'backup.passphrase': { zh: '口令（可不填）', en: 'Passphrase (optional)' },
  'backup.passphrase-again': { zh: '再输一次口令', en: 'Passphrase again' },
  'backup.passphrase-why': {
    zh: '填了口令，文件会加密；口令丢失后谁也打不开。不填，拿到文件的人都能看。',
    en: 'With a passphrase the file is encrypted, and nobody can open it if it is lost. Without one, whoever has the file can read it.',
  },
  'backup.passphrases-differ': { zh: '两次口令不一样。', en: 'The two passphrases differ.' },
  'backup.make': { zh: '备份', en: 'Back up' },
  'backup.running': { zh: '正在备份…', en: 'Backing up…' },
  'backup.done': {
    zh: '已备份 {rows} 行、{captures} 次读取，文件 {size}。请确认它已保存好。',
    en: 'Backed up: rows {rows}, readings {captures}, file {size}. Make sure that the file is where you want it.',
  },
  'backup.stopped': { zh: '已停止，没有生成备份文件。', en: 'Stopped; no backup was made.' },
  'backup.last': { zh: '上次备份：{when}。', en: 'Last backup: {when}.' },
  'backup.last-older': {
    zh: '上次备份：{when}；之后账本有变动（新的读取、标注、撤销、删除，或改了约定）。',
    en: 'Last backup: {when}; the book has changed since (by readings, notes, undoing, erasing, or other terms).',
  },
  'backup.never': { zh: '还没有备份过。', en: 'There is no backup yet.' },
  'backup.file-name': { zh: '欠费雷达-备份-{day}.arbackup', en: 'arrears-radar-backup-{day}.arbackup' },

  'restore.title': { zh: '从备份恢复', en: 'Restore from a backup' },
  'restore.what': {
    zh: '账本为空时，恢复成备份时的样子；已有内容时，只补上账本里没有的，不会重复；约定的收费标准以保存得晚的为准。',
    en: 'An empty book becomes the one that was backed up. To a book with rows only what it lacks is added, nothing twice; of two agreed terms the ones saved later hold.',
  },
  'restore.choose': { zh: '选择备份文件', en: 'Choose a backup file' },
  'restore.looking': { zh: '正在检查备份…', en: 'Looking into the backup…' },
  'restore.passphrase': {
    zh: '这个备份有口令。请输入备份时设的口令。',
    en: 'This backup has a passphrase. Enter the one it was made with.',
  },
  'restore.passphrase-label': { zh: '备份口令', en: 'Passphrase of the backup' },
  'restore.open': { zh: '打开', en: 'Open' },
  'restore.made': { zh: '备份于', en: 'Made' },
  'restore.period': { zh: '日期', en: 'Days' },
  'restore.rows': { zh: '行数', en: 'Rows' },
  'restore.captures': { zh: '读取次数', en: 'Readings' },
  'restore.said': { zh: '标注与附件', en: 'Notes and papers' },
  'restore.said-count': { zh: '{marks} 条标注、{papers} 个附件', en: 'notes {marks}, papers {papers}' },
  'restore.recipes': { zh: '教会的读法', en: 'Recipes taught' },
  'restore.terms': { zh: '有约定的商户号', en: 'Accounts with terms' },
  'restore.accounts': { zh: '账户', en: 'Accounts' },
  'restore.nothing-yet': {
    zh: '备份完整。还没有改动账本。',
    en: 'The backup is whole. Nothing in the book has changed yet.',
  },
  'restore.start': { zh: '恢复到账本', en: 'Restore into the book' },
  'restore.leave': { zh: '不恢复', en: 'Do not restore' },
  'restore.running': { zh: '正在恢复…', en: 'Restoring…' },
  'restore.done': {
    zh: '已恢复：新增 {added} 行，{existing} 行账本里已有；新增 {captures} 次读取、{marks} 条标注。',
    en: 'Restored. Rows added: {added}; there already: {existing}. Readings added: {captures}; notes: {marks}.',
  },
  'restore.terms-taken': {
    zh: '恢复了 {count} 个商户号的约定收费标准。',
    en: 'Agreed terms restored, in accounts: {count}.',
  },
  'restore.terms-left': {
    zh: '有 {count} 个商户号这里的约定保存得更晚，保留了这里的。',
    en: 'Accounts whose terms here were saved later, and stay as they are: {count}.',
  },
  'restore.terms-failed': {
    zh: '备份里的约定没能存进浏览器（可能磁盘已满）。请腾出空间后再恢复一次。',
    en: 'The terms in the backup could not be kept (the disk may be full). Make room and restore once more.',
  },
  'restore.undone': {
    zh: '有 {count} 次读取没有恢复：它们在备份里有效，但您在这个账本里撤销过。',
    en: 'Readings left out because you undid them in this book: {count}. In the backup they count.',
  },
  'restore.undone-too': { zh: '把撤销过的也恢复', en: 'Restore what was undone too' },
  'restore.left.no-such-row': {
    zh: '有 {count} 条标注没有恢复，因为账本里没有它们所标的行：{rows}。那次读取可能被撤销或删除了，或还没读到。重新读取这些日子，或恢复撤销过的读取后，再恢复一次这个备份即可补上。',
    en: 'Notes left out because the book does not have their rows: {count}. {rows}. Their reading may have been undone or erased, or is still to be made. Read these days again, or restore what was undone, and then restore this backup once more.',
  },
  'restore.left.no-original': {
    zh: '有 {count} 条“与另一行相同”的标注没有恢复，因为账本里没有那另一行：{rows}。读到那一行后，再恢复一次这个备份，或在行列表里重新标注。',
    en: 'Notes that call a row the same as another one, left out because the book does not have that other one: {count}. {rows}. When it has been read, restore this backup once more, or say it again in the list of rows.',
  },
  'restore.left.parts-differ': {
    zh: '有 {count} 条拆分没有恢复，因为各部分之和不等于这一行现在的金额：{rows}。请在行列表里重新拆分。',
    en: 'Splits left out because their parts do not add up to what the row is now: {count}. {rows}. Split these rows again in the list of rows.',
  },
  'restore.left.same-as-itself': {
    zh: '有 {count} 条“与另一行相同”的标注没有恢复，因为在这个账本里它们本来就是同一行：{rows}。不需要做什么。',
    en: 'Notes that call a row the same as another one, left out because in this book the two are one row: {count}. {rows}. Nothing needs to be done.',
  },
  'restore.left.same-as-a-double': {
    zh: '有 {count} 条“与另一行相同”的标注没有恢复，因为这里已把另一行标为重复：{rows}。请在行列表里看这几行，决定算哪一行。',
    en: 'Notes that call a row the same as another one, left out because here that other one is a double itself: {count}. {rows}. Look at these rows in the list and say which one counts.',
  },
  'restore.left.too-much': {
    zh: '有 {count} 条标注没有恢复，因为与这里已有的备注或附件合起来太长、太多：{rows}。请删短这些行的备注或去掉一些附件，再恢复一次这个备份。',
    en: 'Notes left out because together with the note or the papers here they would be too long or too many: {count}. {rows}. Shorten the notes of these rows or take papers away, and restore this backup once more.',
  },
  'restore.unbroken': {
    zh: '证据链完好，共 {links} 次读取。',
    en: 'The chain of readings is unbroken (links: {links}).',
  },
  'restore.broken': {
    zh: '读取链条在第 {at} 环断开：从这里起的内容，备份之前就被改动过。',
    en: 'The chain of readings is broken at link {at}: what stands from there on was changed before it was backed up.',
  },

  'backup-problem.not-a-backup': { zh: '这不是欠费雷达的备份文件。', en: 'This is not a backup of Arrears Radar.' },
  'backup-problem.newer-format': {
    zh: '这个备份由更新版本的欠费雷达生成。请更新扩展程序后再恢复。',
    en: 'This backup was made by a newer version of Arrears Radar. Update the extension and restore it then.',
  },
  'backup-problem.passphrase-needed': {
    zh: '这个备份有口令，没有口令打不开。',
    en: 'This backup has a passphrase and does not open without it.',
  },
  'backup-problem.passphrase-wrong': {
    zh: '口令不对，请再输一次。',
    en: 'That passphrase does not open it. Try again.',
  },
  'backup-problem.cut-short': {
    zh: '备份文件不完整，后面的内容缺失。账本没有改动。请重新复制这个文件，或换一个备份。',
    en: 'The backup is not whole: its end is missing. The book was not changed. Copy the file again, or use another backup.',
  },
  'backup-problem.altered': {
    zh: '备份文件的内容与写入时不一致。账本没有改动。请换一个备份。',
    en: 'What stands in this backup is not what was written. The book was not changed. Use another backup.',
  },
  'backup-problem.too-large': {
    zh: '这个文件展开后大得不合情理，没有打开。账本没有改动。',
    en: 'This file unpacks to more than any book holds, so it was not opened. The book was not changed.',
  },
  'backup-problem.chain-broken': {
    zh: '备份里的读取证据与它的链条对不上，不能并入账本；账本没有改动。只能恢复到空账本，并会标明断点。',
    en: 'What the readings in this backup saw is not what their chain says, so they are not added; the book was not changed. It can be restored into an empty book, which will say where it breaks.',
  },
  'backup-problem.unreadable': {
    zh: '浏览器读不到这个文件，可能已被移动或改名。请重新选择。',
    en: 'The browser cannot read this file; it may have been moved. Choose it again.',
  },
  'backup-problem.stopped': {
    zh: '已停止。空账本仍为空；若是并入，已并入的读取是完整的，可再次恢复补上其余。',
    en: 'Stopped. An empty book is still empty; readings already added to a book are whole, and restoring again adds the rest.',
  },

  'export.title': { zh: '导出所有行', en: 'Export all rows' },
  'export.what': {
    zh: '每行一笔，含您的标注。卡号在读取时已打码。CSV 里全是数字的单号写成 ="…"，Excel 才不会丢位。',
    en: 'One line for each row, with your notes. Card numbers were masked when they were read. In CSV, numbers that name something stand as ="…", so that Excel keeps every digit.',
  },
  'export.csv': { zh: '导出 CSV', en: 'Export CSV' },
  'export.xlsx': { zh: '导出 Excel', en: 'Export Excel' },
  'export.json': { zh: '导出 JSON', en: 'Export JSON' },
  'export.running': { zh: '正在导出…', en: 'Exporting…' },
  'export.done': { zh: '已导出 {rows} 行。', en: 'Rows exported: {rows}.' },
  'export.stopped': { zh: '已停止，没有生成文件。', en: 'Stopped; no file was made.' },
  'export.too-many-rows': {
    zh: '超过 10 万行，Excel 文件放不下全部。请导出 CSV，它没有上限。',
    en: 'There are more than 100,000 rows, too many for one Excel file. Export CSV, which takes any number.',
  },
  'export.file-name': { zh: '欠费雷达-{day}', en: 'arrears-radar-{day}' },
  'export-column.zone': { zh: '时区', en: 'Time zone' },
  'export-column.links': { zh: '其他号码', en: 'Other numbers' },
  'export-column.standing': { zh: '您的标记', en: 'Your mark' },
  'export-column.captures': { zh: '读取编号', en: 'Readings' },
  'export-superseded.yes': { zh: '是', en: 'Yes' },

  'erase.title': { zh: '删除', en: 'Erase' },
  'erase.what': {
    zh: '删除后无法撤回，只能从备份恢复。',
    en: 'What is erased is gone; only a backup brings it back.',
  },
  'erase.provider': { zh: '删除“{provider}”…', en: 'Erase “{provider}”…' },
  'erase.all': { zh: '删除整个账本…', en: 'Erase the whole book…' },
  'erase.lost-provider': {
    zh: '将删除“{provider}”的 {rows} 行，连同它们的读取证据、标注和附件。',
    en: 'What “{provider}” has in the book will be erased (rows: {rows}), with the proof of reading it, your notes and papers.',
  },
  'erase.shared': {
    zh: '其中 {count} 次读取还看到了其他平台的行：那些行会留下，但这些读取看到的原文无法分开，会一并删除。',
    en: 'Readings that also showed rows of other providers: {count}. Those rows stay, but what these readings saw cannot be told apart and is erased with it.',
  },
  'erase.lost-all': {
    zh: '将删除全部 {rows} 行、{captures} 次读取、{marks} 条标注及附件、教会的读法和提醒记录。',
    en: 'Everything will be erased: rows {rows}, readings {captures}, notes {marks} with their papers, what you taught, and what you were reminded of.',
  },
  'erase.lost-all-unknown': {
    zh: '将删除账本里的全部内容（现在读不出有多少）、教会的读法和提醒记录。',
    en: 'Everything in the book will be erased (how much it is cannot be read now), with what you taught and what you were reminded of.',
  },
  'erase.confirm': { zh: '确认删除', en: 'Erase' },
  'erase.keep': { zh: '不删除', en: 'Keep' },
  'erase.running': { zh: '正在删除…', en: 'Erasing…' },
  'erase.done': { zh: '已删除 {rows} 行。', en: 'Rows erased: {rows}.' },
  'erase.done-all': { zh: '账本已清空。', en: 'The book is empty.' },
} as const satisfies Record<string, Phrase>;
