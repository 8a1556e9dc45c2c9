import type { Phrase } from '../phrase.ts';

/** One sentence for each `BookError`: what happened, and what the merchant does now. */
export const bookText = {
  'book.disk-full': {
    zh: '磁盘空间不足，本次读到的内容没有保存，之前的账本完好。请清理磁盘后再查一次。',
    en: 'The disk is full, so what was just read was not kept; the book from before is intact. Free some space and check again.',
  },
  'book.blocked': {
    zh: '另一个仍打开着的旧版欠费雷达页面占用着账本。请关闭它的所有页面，再重试。',
    en: 'An older Arrears Radar page is still open and holds the book. Close all its pages and try again.',
  },
  'book.newer-version': {
    zh: '账本由更新版本的欠费雷达写入，当前版本不能打开，以免损坏。请更新扩展程序。',
    en: 'The book was written by a newer version of Arrears Radar; this version leaves it alone so as not to damage it. Update the extension.',
  },
  'book.damaged': {
    zh: '账本中有一条记录已损坏，无法读出，因此没有改动任何内容。请不要卸载扩展程序，先导出仍可读的内容，再联系支持。',
    en: 'A record in the book is damaged and cannot be read, so nothing was changed. Do not remove the extension; save what can still be read and ask for support.',
  },
  'book.closed': {
    zh: '欠费雷达已更新，这个页面与账本的连接已断开。请刷新此页面。',
    en: 'Arrears Radar was updated and this page lost its hold on the book. Reload this page.',
  },
  'book.lost': {
    zh: '账本里少了以前读到的内容：浏览器清空了它，或它退回了较早的样子。下面的数字不完整或已过时，请勿当作现在的数字。请用备份恢复，或重新读取各个平台。',
    en: 'The book has lost what was read before: the browser emptied it, or set it back. The figures below are incomplete or out of date; do not take them for today’s. Restore a backup, or read your portals again.',
  },
  'book.accept': { zh: '知道了，按现在的账本显示', en: 'Understood: show the book as it is now' },
  'book.failed': {
    zh: '浏览器拒绝了账本的读写，没有改动任何内容。请关闭再打开浏览器后重试；若在无痕窗口中，请改用普通窗口。',
    en: 'The browser refused to read or write the book; nothing was changed. Restart the browser and try again; in a private window, use a normal one.',
  },
} as const satisfies Record<string, Phrase>;
