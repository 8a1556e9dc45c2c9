import type { Phrase } from '../phrase.ts';

/** Why a dropped file gave nothing, one sentence per member of `FILE_ERRORS`: what is wrong, and what to do. */
export const filesText = {
  'file.empty': {
    zh: '文件是空的，里面没有任何内容。请到平台重新下载账单。',
    en: 'The file is empty. Download the bill from the portal again.',
  },
  'file.too-large': {
    zh: '文件太大，为免浏览器卡死没有打开。请把账单按月或按周分开下载。',
    en: 'The file is too large and was not opened, so that the browser does not freeze. Download the bill month by month or week by week.',
  },
  'file.not-a-table': {
    zh: '文件里没有找到表格。请选择从平台下载的账单明细（CSV、Excel、PDF 或 ZIP）。',
    en: 'No table was found in the file. Choose the bill details downloaded from the portal (CSV, Excel, PDF or ZIP).',
  },
  'file.unknown-container': {
    zh: '不认识这种文件。能读的是 CSV、TXT、XLS、XLSX、PDF、OFX、MT940、CAMT、网页表格和 ZIP；如果是 RAR、7Z 等压缩包，请先解压。',
    en: 'This kind of file is not known. CSV, TXT, XLS, XLSX, PDF, OFX, MT940, CAMT, HTML tables and ZIP can be read; unpack RAR, 7Z and the like first.',
  },
  'file.needs-password': {
    zh: '文件有密码。请输入压缩包或 PDF 的密码（通常在平台的通知、短信或公众号消息里），密码不会被保存。',
    en: 'The file has a password. Enter that of the archive or PDF (it is usually in the portal’s notice, SMS or message); it is not kept.',
  },
  'file.wrong-password': {
    zh: '密码不对，什么都没有读。请核对后重新输入，注意大小写和空格。',
    en: 'The password does not open the file, so nothing was read. Check capitals and blanks, then enter it again.',
  },
  'file.locked-workbook': {
    zh: '这个表格文件加了打开密码。请用 Excel 或 WPS 打开，另存一份不带密码的再导入。',
    en: 'This spreadsheet is locked with a password of its own. Open it in Excel or WPS, save a copy without a password, and drop that.',
  },
  'file.damaged': {
    zh: '文件已损坏或没有下载完整，为免读错没有记账。请重新下载，不要用其他软件改过再导入。',
    en: 'The file is damaged or its download was not finished, so nothing was kept rather than misread. Download it again and drop it unchanged.',
  },
  'file.wrong-encoding': {
    zh: '文件里的文字已变成乱码，读出来会错，所以没有记账。请从平台重新下载原始文件，不要先打开另存。',
    en: 'The text in the file is garbled and would be misread, so nothing was kept. Download the original again and do not re-save it first.',
  },
  'file.scanned-pdf': {
    zh: '这个 PDF 是扫描的图片，里面没有文字可读。请向平台或银行索取电子账单（CSV 或 Excel）。',
    en: 'This PDF is a scanned picture without text. Ask the provider or the bank for an electronic statement (CSV or Excel).',
  },
  'file.unsupported-pdf': {
    zh: '这个 PDF 的排版读不准，为免读错没有记账。请改下载 CSV 或 Excel 格式。',
    en: 'The layout of this PDF cannot be read with certainty, so nothing was kept. Download the bill as CSV or Excel instead.',
  },
  'file.unsafe-xml': {
    zh: '这个 XML 文件带有文档类型定义（DTD），银行的对账单不会有，可能有害，所以没有打开。请从网上银行重新下载。',
    en: 'This XML file defines a document type (DTD). No bank’s statement does, and it may be harmful, so it was not opened. Download it from the bank again.',
  },
  'file.stopped': {
    zh: '您中途停止了，这个文件没有记账。需要时再导入一次即可。',
    en: 'You stopped it, so nothing of this file was kept. Drop it again when you like.',
  },
} as const satisfies Record<string, Phrase>;
