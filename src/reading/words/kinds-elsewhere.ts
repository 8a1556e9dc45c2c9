import type { Kind } from '#records/entry.ts';

type Rule = readonly [RegExp, Kind, 1 | -1 | null];

/** Kinds of rows in other languages than Chinese and English, by their stems, on plain text without accents. First match wins. */
export const KINDS_ELSEWHERE: readonly Rule[] = [
  [
    /수수료.{0,2}(?:환불|환급)|手数料.{0,2}返[金还还]|(?:rembours|reembols|erstatt|rimbors)\S*(?:de|der|di|la)?\S*(?:frais|comis|gebuhr|commiss)/,
    'fee',
    1,
  ],
  [/チャージバック|contracargo|rucklastschrift|чарджбэк|contestation|impay[eé]/, 'chargeback', -1],
  [
    /^vracen|palautus|visszaterit|rambursare|返品|返金|払い?戻|환불|환급|rimborso|rembours|erstatt|reembols|devol|estorno|возврат|повернення|zwrot|iade|terugbetal|aterbetal|refund|refusi|refusjon|pengembalian|bayaranbalik|pulangan|hoantien|คืนเงิน|استرداد|استرجاع|مرتجع|החזר|זיכוי|povrat|ramburs|възстанов|επιστροφη|धनवापसी|रिफंड/,
    'refund',
    -1,
  ],
  [
    /取[消り]|取消し?|キャンセル|취소|storno|stornier|annul|anula|cancela|отмена|anulowan|iptal|إلغاء|ביטול|ακυρωση/,
    'reversal',
    null,
  ],
  [
    /수수료|[이사]용료|[임대]대료|手数料|利用料|رسوم|عمولة|עמלה|προμηθεια|शुल्क|月额|poplat|palkkio|gebuhr|entgelt|comiss?[aio]|commiss|spese|^frais|tarifa|^taxas?|ком[иі]с[сі]|prowizj|oplata|avgift|gebyr|komisyon|ucret|^biaya|^phi(?!eu)|miete|kosten|canone?|aluguel|mensualid|mensalid|abonn|^alquiler|^cuota|обслуживан/,
    'fee',
    -1,
  ],
  [/^(?:recarga|ricarica|aufladung|пополнение|충전|doladowanie)|チャージ$/, 'top-up', 1],
  [
    /auszahlung|versement|liquidacion|выплата|перечисление|wyplata|utbetal|uitbetal|정산|지급|振[込込]|^入金|출금|pencairan|ruttien|repasse|saque|retiro|prelievo|payout|تسوية|سحب|משיכה|αναληψη|निपटान/,
    'settlement',
    null,
  ],
  [/transfer|uberweisung|bonifico|virement|перевод|이체|przelew|havale|振替/, 'transfer', null],
  [
    /^(?:vent[ae]|vend[ai]|satis|pagos?|cobro|compra|achat|acquist|kauf|aankoop|ostos|vasarl|fizet|nakup|platba|plata|kupnja|kupovina|placanje|maksu|kjop|prodaj)|ชำระ|ขาย|prodej|predaj|myynti|eladas|vanzare|売上|支払|決済|购入|购入|결제|승인|판매|매출|verkauf|verkoop|paiement|pagamento|zahlung|betaling|оплата|продажа|покупка|эквайринг|sprzedaz|zakup|platnosc|odeme|penjualan|jualan|pembayaran|bayaran|thanhtoan|incasso|encaissement|forsaljning|^salg|^kop|بيع|شراء|دفع|מכירה|תשלום|πωληση|πληρωμη|αγορα|बिक्री|भुगतान/,
    'sale',
    null,
  ],
];

export const FAILED_ELSEWHERE =
  /fehlgeschlagen|abgelehnt|storniert|echou|echec|refuse|annul|fallid|rechazad|recusad|cancelad|fallit|rifiutat|negad|отклон|ошибк|отмен|неусп|실패|거절|취소|失败|取消|キャンセル|エラー|mislukt|geweigerd|nieudan|odrzucon|basarisiz|iptal|gagal|فشل|مرفوض|נכשל|απετυχ|विफल|thatbai|ล้มเหลว|misslyckad/;
export const PENDING_ELSEWHERE =
  /ausstehend|offen$|inbearbeitung|geplant|enattente|encours|pendiente|pendente|agendad|inattesa|incorso|lavorazione|ожида|обработк|대기|처리중|예정|保留|[処处]理中|予定|未[入确]|inbehandeling|oczekuj|bekle|tertunda|menunggu|معلق|ממתין|εκκρεμ|लंबित|dangxuly|choxuly|รอ/;
export const DONE_ELSEWHERE =
  /erfolg|abgeschlossen|gebucht|bezahlt|ausgezahlt|reussi|terminee?$|payee?$|exito|completad|completat|conclui|aprovad|aprobad|riuscit|eseguit|accreditat|^pag[oa]d?[oa]?$|abonad|liquidad|успеш|выполн|исполн|проведен|оплачен|зачислен|완료|성공|승인|정상|完了|成功|[済济]み?$|承认|voltooid|geslaagd|zrealizowan|zakoncz|مكتمل|ناجح|הושלם|ολοκληρω|सफल|tamamlan|basarili|onaylan|berhasil|sukses|thanhcong|hoantat|สำเร็จ|genomford|gennemfort/;
