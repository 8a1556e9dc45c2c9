/** Statements in banks' own formats, written by hand to their published definitions (SWIFT MT940, OFX 1.0.2 and 2.x, ISO 20022 camt.053). */

/** Two pages of one account, a German bank's structured field 86, a reversal, a charge with a folded remark. Moves 82.60. */
export const MT940 = `{1:F01DEUTDEFFXXXX0000000000}{2:O9400000000000DEUTDEFFXXXX00000000000000000000N}{4:
:20:STARTUMSE
:25:50070010/1234567890
:28C:00001/001
:60F:C260531EUR1000,00
:61:2606010602CR250,50NTRFNONREF//B6F1
:86:166?00GUTSCHRIFT?109251?20EREF+INV-2026-001 ?21SVWZ+Rechnung 4711 vom ?22
01.06.2026?30DEUTDEFF?31DE89370400440532013000?32Mustermann GmbH &?33 Co KG
:61:260603DR17,9NCHGNONREF
:86:Kontofuehrung
 Juni
:61:260604RC50,NTRFREF1//B6F3
:62F:C260604EUR1182,60
-}
{4:
:20:STARTUMSE
:25:50070010/1234567890
:28C:00002/001
:60F:C260604EUR1182,60
:61:2606050605D100,NDDT123//B6F4
:86:105?00LASTSCHRIFT?20Miete
:62F:C260605EUR1082,60
-}
`;

const ofxBody = (close: (tag: string) => string): string => {
  const leaf = (tag: string, value: string) => `<${tag}>${value}${close(tag)}\n`;
  return `<OFX>
<SIGNONMSGSRSV1><SONRS><STATUS>${leaf('CODE', '0')}${leaf('SEVERITY', 'INFO')}</STATUS>${leaf('LANGUAGE', 'ENG')}</SONRS></SIGNONMSGSRSV1>
<BANKMSGSRSV1><STMTTRNRS>${leaf('TRNUID', '1')}<STMTRS>${leaf('CURDEF', 'USD')}<BANKACCTFROM>${leaf('BANKID', '121000358')}${leaf('ACCTID', '000123456789')}${leaf('ACCTTYPE', 'CHECKING')}</BANKACCTFROM>
<BANKTRANLIST>${leaf('DTSTART', '20260601')}${leaf('DTEND', '20260630')}
<STMTTRN>${leaf('TRNTYPE', 'CREDIT')}${leaf('DTPOSTED', '20260602120000[0:GMT]')}${leaf('TRNAMT', '200.00')}${leaf('FITID', 'A1')}${leaf('NAME', 'SQUARE INC')}${leaf('MEMO', 'PAYOUT &amp; more')}</STMTTRN>
<STMTTRN>${leaf('TRNTYPE', 'FEE')}${leaf('DTPOSTED', '20260603')}${leaf('TRNAMT', '-12.5')}${leaf('FITID', 'A2')}${leaf('NAME', 'Monthly fee')}${leaf('MEMO', '')}</STMTTRN>
</BANKTRANLIST><LEDGERBAL>${leaf('BALAMT', '1187.50')}${leaf('DTASOF', '20260630')}</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1>
</OFX>`;
};

/** Version 1: SGML, whose values have no closing tags. */
export const OFX_SGML = `OFXHEADER:100
DATA:OFXSGML
VERSION:102
SECURITY:NONE
ENCODING:USASCII
CHARSET:1252

${ofxBody(() => '')}`;

/** Version 2: XML. */
export const OFX_XML = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>
${ofxBody((tag) => `</${tag}>`)}`;

const balance = (p: string, code: string, amount: string, day: string): string =>
  `<${p}Bal><${p}Tp><${p}CdOrPrtry><${p}Cd>${code}</${p}Cd></${p}CdOrPrtry></${p}Tp><${p}Amt Ccy="EUR">${amount}</${p}Amt><${p}CdtDbtInd>CRDT</${p}CdtDbtInd><${p}Dt><${p}Dt>${day}</${p}Dt></${p}Dt></${p}Bal>`;

/** camt.053 of a version, with or without a prefix for its namespace. `pending` adds an entry that is not booked yet. Moves 30.00. */
export function camt053({
  version = '02',
  prefix = '',
  pending = false,
  opening = '100.00',
  inside = '',
} = {}): string {
  const p = prefix === '' ? '' : `${prefix}:`;
  const status = (code: string) =>
    Number(version) >= 8 ? `<${p}Sts><${p}Cd>${code}</${p}Cd></${p}Sts>` : `<${p}Sts>${code}</${p}Sts>`;
  const party = (name: string) =>
    Number(version) >= 8 ? `<${p}Pty><${p}Nm>${name}</${p}Nm></${p}Pty>` : `<${p}Nm>${name}</${p}Nm>`;
  return `<?xml version="1.0" encoding="UTF-8"?>${inside}
<${p}Document xmlns${prefix === '' ? '' : `:${prefix}`}="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><${p}BkToCstmrStmt><${p}GrpHdr><${p}MsgId>1</${p}MsgId></${p}GrpHdr><${p}Stmt><${p}Id>S1</${p}Id>
<${p}FrToDt><${p}FrDtTm>2026-06-01T00:00:00</${p}FrDtTm><${p}ToDtTm>2026-06-02T23:59:59</${p}ToDtTm></${p}FrToDt>
<${p}Acct><${p}Id><${p}IBAN>DE89370400440532013000</${p}IBAN></${p}Id><${p}Ccy>EUR</${p}Ccy></${p}Acct>
${balance(p, 'OPBD', opening, '2026-06-01')}${balance(p, 'CLBD', '130.00', '2026-06-02')}
<${p}TxsSummry><${p}TtlNtries><${p}NbOfNtries>2</${p}NbOfNtries></${p}TtlNtries><${p}TtlCdtNtries><${p}NbOfNtries>1</${p}NbOfNtries><${p}Sum>50.00</${p}Sum></${p}TtlCdtNtries><${p}TtlDbtNtries><${p}NbOfNtries>1</${p}NbOfNtries><${p}Sum>20.00</${p}Sum></${p}TtlDbtNtries></${p}TxsSummry>
<${p}Ntry><${p}Amt Ccy="EUR">50.00</${p}Amt><${p}CdtDbtInd>CRDT</${p}CdtDbtInd>${status('BOOK')}<${p}BookgDt><${p}Dt>2026-06-01</${p}Dt></${p}BookgDt><${p}ValDt><${p}Dt>2026-06-01</${p}Dt></${p}ValDt><${p}AcctSvcrRef>R1</${p}AcctSvcrRef><${p}NtryDtls><${p}TxDtls><${p}Refs><${p}EndToEndId>E2E-1</${p}EndToEndId></${p}Refs><${p}RltdPties><${p}Dbtr>${party('Adyen N.V.')}</${p}Dbtr></${p}RltdPties><${p}RmtInf><${p}Ustrd>Payout 1 &amp; 2</${p}Ustrd></${p}RmtInf></${p}TxDtls></${p}NtryDtls></${p}Ntry>
<${p}Ntry><${p}Amt Ccy="EUR">20.00</${p}Amt><${p}CdtDbtInd>DBIT</${p}CdtDbtInd>${status('BOOK')}<${p}BookgDt><${p}DtTm>2026-06-02T10:00:00+02:00</${p}DtTm></${p}BookgDt><${p}AddtlNtryInf>Kontogebühr</${p}AddtlNtryInf></${p}Ntry>
${pending ? `<${p}Ntry><${p}Amt Ccy="EUR">7.00</${p}Amt><${p}CdtDbtInd>DBIT</${p}CdtDbtInd>${status('PDNG')}<${p}ValDt><${p}Dt>2026-06-03</${p}Dt></${p}ValDt></${p}Ntry>` : ''}
</${p}Stmt></${p}BkToCstmrStmt></${p}Document>`;
}
