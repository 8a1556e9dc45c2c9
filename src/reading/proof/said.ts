import type { Cue, Sighting } from '#records/sighting.ts';

/** What pages without any list say of themselves in other words than the reader of a page knows. */
const SAID: readonly (readonly [Cue, RegExp])[] = [
  [
    'session-expired',
    /セッション.{0,12}(?:切れ|タイムアウト)|(?:再度|再)ログイン|ログインしてください|세션.{0,8}만료|다시 로그인|로그인이 필요|登入(?:已)?逾時|請(?:先|重新)登入|(?:session|sitzung|sesi[óo]n|sessão|sessione).{0,12}(?:expir|abgelaufen|caducad|scadut)|veuillez vous (?:re)?connecter|bitte .{0,20}(?:anmelden|einloggen)|сессия.{0,12}истекла|войдите (?:снова|в систему)/i,
  ],
  [
    'throttled',
    /(?:過於|太過|過度)頻繁|zu viele anfragen|trop de requêtes|demasiadas (?:solicitudes|peticiones)|muitas (?:solicitações|requisições)|リクエストが多|アクセスが集中|요청이 너무 많|слишком много запросов/i,
  ],
  [
    'maintenance',
    /メンテナンス(?:中|のため)|점검 ?중|wartungsarbeiten|en (?:cours de )?maintenance|en mantenimiento|em manutenção|in manutenzione|технические работы|bakımda|bakım çalışması|正在進行.{0,6}維護/i,
  ],
];
const LONGEST = 160;

/** The cues that the short lines of a page give in other languages. */
export const saidBy = ({ texts }: Sighting): Cue[] =>
  SAID.flatMap(([cue, words]) => (texts.some((text) => text.length <= LONGEST && words.test(text)) ? [cue] : []));

const MORE =
  /^(?:mehr (?:laden|anzeigen)|(?:afficher|charger|voir) plus|(?:cargar|mostrar|ver) más|(?:carregar|mostrar|ver) mais|(?:carica|mostra) altr[io]|meer laden|(?:показать|загрузить) ещ[ёе]|もっと見る|さらに表示|더 ?보기|daha fazla(?: göster| yükle)?|xem thêm|muat lebih banyak)\s*[.…]*$/i;

/**
 * Whether a page has a button for more of a list in other words than those that are pressed.
 * @param notes lines among the rows: a pager may stand in the list itself
 */
export const saysMore = ({ texts, pager }: Sighting, notes: readonly string[]): boolean =>
  texts.some((text) => text.length <= 30 && MORE.test(text)) ||
  (pager === null && (turnsPages(texts) || notes.some((note) => Number(IN_PAGES.exec(note)?.[1]) > 1)));

const IN_PAGES = / in (\d{1,6}) pages?$/i;

/** `Sonraki`, `次へ`, alone on its line; and page numbers, each on a line of its own. Nothing was recognised as a pager, and there is one. */
const turnsPages = (texts: readonly string[]): boolean =>
  texts.some((text, at) => NEXT.test(text) || (text === '1' && texts[at + 1] === '2'));
const NEXT =
  /^(?:[[(\d][\d\s|()[\]]{0,40})?(?:(?:go to )?next(?: page)?|下一?页|下一頁|次へ|次のページ|다음|weiter|nächste(?: seite)?|suivante?|page suivante|siguiente|próxim[ao]|successiv[ao]|volgende|sonraki|nast[ęe]pna|следующая|вперёд|далее|nästa|berikutnya|chevron_right|navigate_next)(?: ?[›»>→])?$/i;
