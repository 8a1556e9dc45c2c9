import type { Eyes } from '#look/eyes.ts';

const PAGE = '(?:page|página|pagina|seite|strona|sayfa|stránka|oldal|sida|side|sivu|halaman|страница)';
const turning = (words: string): string =>
  `^(?:[‹«<←›»>→] ?)?(?:(?:\\p{L}{1,4}|${PAGE}) ){0,2}(?:${words})(?: ${PAGE})?(?: ?[‹«<←›»>→])?$`;

/** Words of pagers in languages for which the reader has no room: German, Dutch, Polish, Turkish, Russian, Nordic, Czech, Hungarian, Japanese, Korean and others; and the names of icons. */
const NEXT = turning(
  'chevron_right|navigate_next|keyboard_arrow_right|arrow_forward(?:_ios)?|следующая|次へ?|다음|weiter|volgende|nast[ęe]pn[ay]|sonraki|вперёд|вперед|далее|наступна|nästa|neste|næste|seuraava|další|ďalšia|následující|következő|următoarea|sljedeća|berikutnya|seterusnya|(?:trang )?(?:sau|tiếp)|ถัดไป|επόμεν[ηο]|التالي|הבא|次の?ページ(?:へ)?|次の\\d+件|다음 ?페이지|下一個|siguientes|avanti|avançar',
);
const PREVIOUS = turning(
  'chevron_left|navigate_before|keyboard_arrow_left|arrow_back(?:_ios)?|zurück|vorherige|précédente?|anterior|precedente|vorige|poprzedni[ae]?|önceki|назад|предыдущая|попередня|föregående|forrige|edellinen|předchozí|predošlá|előző|sebelumnya|(?:trang )?trước|ก่อนหน้า|προηγούμεν[ηο]|السابق|הקודם|前の?ページ(?:へ)?|前[への]|이전(?: ?페이지)?',
);
/** More of the same list; what may as well mean the details of something (`Ver más`, `Voir plus`) is not pressed. */
const MORE =
  '^(?:mehr (?:laden|anzeigen)|(?:afficher|charger) plus|(?:cargar|mostrar) más|(?:carregar|mostrar) mais|(?:carica|mostra) altr[io]|meer laden|(?:показать|загрузить) ещ[ёе]|daha fazla (?:göster|yükle)|muat lebih banyak|tải thêm|загрузити ще|na[čc]íst další|załaduj więcej|pokaż więcej|ladda fler|もっと(?:見る|読み込む)|さらに表示|더 ?보기)\\s*[.…]*$';

/** Teaches the eyes of a reader the words of more languages; more than once changes nothing. */
export function teach({ words }: Eyes): void {
  if (words.more.test('Mehr laden')) return;
  words.next = new RegExp(`${words.next.source}|${NEXT}`, 'iu');
  words.previous = new RegExp(`${words.previous.source}|${PREVIOUS}`, 'iu');
  words.more = new RegExp(`${words.more.source}|${MORE}`, 'i');
}
