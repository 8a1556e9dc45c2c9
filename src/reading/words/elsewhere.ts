import type { Field } from '#records/provider.ts';

/** Latin letters without their accents: `Gebühr` and `gebuhr`, `Opłata` and `oplata` are one word. Takes plain text. */
export const unaccented = (plainText: string): string =>
  /[\u00c0-\u024f\u0386-\u03ce\u1e00-\u1eff]|[\u0300-\u036f]/.test(plainText)
    ? plainText
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .replace(/ł/g, 'l')
        .replace(/[øö]/g, 'o')
        .replace(/ß/g, 'ss')
        .replace(/ı/g, 'i')
        .replace(/đ/g, 'd')
    : plainText;

type Rule = readonly [Field, number, RegExp];

/**
 * Titles of lists in other languages than Chinese and English, by their stems, on plain text (traditional forms simplified, as `plain` does)
 * without accents: Japanese, Korean, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Turkish, Russian, Swedish, Danish, Indonesian, Vietnamese,
 * Thai, Arabic, Hebrew, Greek, Hindi.
 * As with the rules beside them, several may know a title, and the table decides.
 */
export const ELSEWHERE: readonly Rule[] = [
  [
    'settle-day',
    90,
    /^(?:入金予定日|入金日|お?振込(?:予定)?日|支払日|정산예정일|정산일|지급일|auszahlungsdatum|fechade(?:liquidacion|abono|pago|deposito)|data(?:de|di)?(?:pagamento|recebimento|accredito|wyplaty|przelewu)|datede(?:versement|reglement)|valortarihi|odemetarihi|дата(?:выплаты|зачисления)|tanggalpencairan|วันที่โอน|ngayquyettoan)$/,
  ],
  ['day', 55, /^(?:belegdatum|erteknap|datumprovedeni)$/],
  ['day', 60, /^(?:valuta|valutadatum|wertstellung|valeur|datevaleur|fechavalor|datavaluta|起算日)$/],
  [
    'day',
    90,
    /^(?:paivamaara|fecha|tarikh|tanggal|ngay|дата|거래일(?!시)자?|날짜|일자|결제일(?!시)자?|승인일(?!시)자?|日付|取引日|利用日|売上日|お?取扱日|年月日|วันที่)|^data(?:$|d[aeio]|op|cont|trans|reg|venda|ksieg)|(?:datum|tarihi?|dato|datuma|datumzauctovani)$|^buchungstag$/,
  ],
  [
    'at',
    92,
    /日时$|일시$|^(?:датаивремя|fechayhora|datae?ora|datae?hora|dateetheure|datumund(?:uhr)?zeit|datumentijd|zeitpunkt|waktu|thoigian|islemzamani)/,
  ],
  ['time', 60, /^(?:时刻|时间|时刻|时间|시간|시각|uhrzeit|hora|ora|heure|время|saat|tijd|godzina|jam|gio)$/],
  [
    'net',
    96,
    /^cist[ay]|^depositos?(?:neto)?$|netto|^neto|^nett?utar|neto$|^net$|liquid[oa]|^montantnet|^정산(?:예정)?금액|^지급(?:예정)?금?액|純合计|純额|差引(?!残高)|^入金(?:予定)?(?:金)?额|^振込(?:金)?额|к(?:выплате|зачислению|перечислению)|^дозарахування|^довиплати|^auszahlung(?:sbetrag)?$|^abrechnungsbetrag|^utbetal|^versement|^uitbetaling|dowyplaty|bersih|thucnhan|สุทธิ/,
  ],
  [
    'balance',
    96,
    /^zustatek|^zostatok|^egyenleg|^saldo|^solde|^kontostand|^остаток|^баланс|^잔[액고]|残高$|^bakiye|^sodu|คงเหลือ|saldo$/,
  ],
  [
    'fee',
    92,
    /mdr|poplat|palkkio|^dij|jutalek|comision|gebuhr|entgelt|provision|comiss?[aio]|commiss|^taxas?|^tarifas?|^ком[иі]с[сі]|수수료|手数料|kosten$|prowizj|^oplat|avgift|gebyr|komisyon|ucreti?$|^biaya|^phi(?!l)|ค่าธรรมเนียม|^frais|^spese|disagio|kommission|^caj(?:$|\W|bank|perkhid)/,
  ],
  [
    'income',
    90,
    /^(?:abonos?|haber?n?|gutschrift(?:en)?|credit(?:o|i)?|accredit[oi]|entrat[ae]|avere|приход|зачислен\S*|поступлен\S*|입금액?|お?预[入りけれ]+(?:金?额)?|入金(?:额)?|ingresos?|entradas?|recettes?|encaissements?|bijschrijving|uznania|alacak|kredit|bij)$/,
  ],
  [
    'expense',
    90,
    /^(?:cargos?|soll|lastschrift(?:en)?|debit(?:o|i)?|addebit[oi]|uscit[ae]|dare|debe|расход|списан\S*|출금액?|お?引[出きし]+(?:金?额)?|出金(?:额)?|gastos?|saidas?|depenses?|decaissements?|afschrijving|obciazenia|borc|debet|af)$/,
  ],
  [
    'refund-amount',
    90,
    /^(?:환불|취소)금?액|^返[金品]额|^(?:montant)?rembours(?:e|ement)$|^importereembolsado|^importorimborsato|^erstattungsbetrag/,
  ],
  ['amount', 96, /^buchungsbetrag$/],
  [
    'amount',
    92,
    /^ventas(?:brutas|totales)?$|^total(?:ttc|brut|bruto|lordo|general)?$|^castka|^suma$|^summa$|^nettosumma$|^osszeg|osszege?$|castka$|betrag$|^umsatz$|^brutto|^importe?o?(?:lordo|bruto|total|$|d)|^montant|^monto|^valor|^сумм?а|(?<![출입])금액$|^(?:取引|決済|决済|売上|売上|利用|支払|请求)?(?:金)?[额额]$|^総?売上(?:高|金额)?$|^总売上高?$|^ご?利用金额|^bedrag|^kwota|^belopp|^belob|^tutar|^jumlah|^nominal|^sotien|^giatri|ยอดเงิน|จำนวนเงิน/,
  ],
  [
    'state',
    92,
    /^(?:status\S{0,14}|statut\S{0,10}|stato\S{0,12})$|^estado|^situacao|^статус|^состояние|상태$|ステータス$|^durum|^trangthai|สถานะ|^stan$/,
  ],
  [
    'kind',
    92,
    /^(?:tipo|typ(?!e)|tyyppi|tipus|druh|type(?=$|de|d?op|trans)|art$|vorgang|buchungstext|concepto|causale|operaz|operac|nature|libelle|tur$|islemt(?:uru|ipi)|soort|rodzaj|jenis|loai)|^(?:тип|вид|операц[иі])|유형$|구분$|^종류$|^(?:取引)?(?:[种种][别类]|区分)$|ประเภท|umsatzart$|transa[ck]tionsart$/,
  ],
  [
    'kind',
    65,
    /^(?:popis|leiras|selite|descri|verwendungszweck|historico|назначени|описание|적요|거래내용|내용|お?取り?[引扱]い?内容|摘要|omschrijving|opis|aciklama|keterangan|mota|noidung|รายการ|te(?:ks|x)t$|(?:transaktions|posting|vorgangs|umsatz)text$|beskrivning|detalle|dettagli|details?$)/,
  ],
  [
    'card-type',
    82,
    /zahlungs(?:art|methode|mittel)|modedepaiement|moyendepaiement|m(?:e|ezzo)t?odo?d[ei]pag|formade?pag|способоплаты|결제(?:수단|방법)|카드사|(?:支払い?|決済|决済)方法|betaal(?:methode|wijze)|metodaplatnosci|odemeyontemi|metodepembayaran|phuongthuc|^ブランド|カード种别/,
  ],
  [
    'reference',
    85,
    /^(?:transa[kc]tions?(?:nummer|id|nr)|belegnummer|referen[zc](?:e|ia)?(?:nummer|nr)?$|riferimento|identific\w*|거래번호|승인번호|取引番号|取引id|[伝传]票番号|номер(?:операции|транзакции)?|n[.ºo°]?(?:de)?(?:transaccion|operacion)|idtransa\w*|islemno|magiaodich|odniesienie)/,
  ],
  ['day', 90, /^(?:ال)?تاريخ|^תאריך|^ημερομηνια|^दिनांक|^तारीख/],
  ['kind', 92, /^نوع|^(?:ال)?عملية$|^סוג|^τυπος|^प्रकार/],
  ['kind', 65, /^(?:ال)?(?:وصف|بيان)|^תיאור|^περιγραφη|^विवरण/],
  ['fee', 92, /رسوم|عمولة|עמלה|προμηθεια|शुल्क/],
  ['net', 96, /صافي|נטו|καθαρο|शुद्ध/],
  ['amount', 92, /^(?:ال)?(?:مبلغ|قيمة)|סכום|ποσο|राशि/],
  ['balance', 96, /^(?:ال)?رصيد|יתרה|υπολοιπο|शेष/],
  ['state', 92, /^(?:ال)?حالة|סטטוס|κατασταση|स्थिति/],
  ['income', 90, /^(?:ال)?(?:دائن|إيداع)$|^זכות$|^πιστωση$/],
  ['expense', 90, /^(?:ال)?(?:مدين|سحب)$|^חובה$|^χρεωση$/],
  ['reference', 85, /^(?:رقم|ال)(?:ال)?(?:مرجع\S*|عملية|معاملة)$|^אסמכתא|^αναφορα/],
  ['order', 80, /^(?:bestell|pedido|n?\S?(?:de)?commande|ordine|주문번호|注文番号|номерзаказа|siparis|madonhang)/],
  // The currency in the north, the day of value in Germany.
  ['currency', 70, /^valuta$/],
  ['day', 55, /^valuta$/],
  [
    'currency',
    92,
    /^(?:wahrung|devise|moneda|moeda|munt|divisa|mena|menauctu|devizanem|tranzakciodevizaneme|валюта|통화|通货|通货|waluta|parabirimi|matauang|tiente)$/,
  ],
  [
    'arrears',
    98,
    /^(?:montantdu|restedu|importe(?:pendiente|adeudado)|saldopendiente|(?:falliger|offener|ausstehender)betrag|valor(?:devido|emaberto)|importodovuto|(?:сумма)?задолженност[ьи]|未払い?(?:金额)?|未纳(?:金额)?|미납금?액?|연체금?액?|(?:jumlah)?tunggakan|kwotadozaplaty|zaleglosc|borctutari|ยอดค้างชำระ|المبلغالمستحق)$/,
  ],
  [
    'due',
    95,
    /^(?:date|data|fecha|datum)?(?:limite)?(?:d[ei]?|del|der)?(?:falligkeit|echeance|vencimiento|vencimento|scadenza|paiement|срок|납부기한|支払期限|お支払期限)/,
  ],
];
