import { readCell } from '../cell.ts';
import { toFound } from '../found.ts';
import { Grid, plainCell } from '../grid.ts';
import { isSeen } from '../show.ts';
import { bareLabel } from '../words.ts';
import { nestedTable, type Way } from './way.ts';

const NAME =
  'dt, .el-descriptions-item__label, .ant-descriptions-item-label, .el-descriptions__label, .van-cell__title';
const VALUE =
  'dd, .el-descriptions-item__content, .ant-descriptions-item-content, .el-descriptions__content, .van-cell__value';
const MOST_PAIRS = 200;

/** Names and values in a list (`dl`, Element's and Ant's descriptions, Vant's cells): the names are the header, the values the one row. A name that comes again begins a new row. */
export const descriptionsWay: Way = {
  name: 'key-value',
  claims: (el) => el.tagName === 'DL' || el.matches('.el-descriptions, .ant-descriptions, .van-cell-group'),
  async read(el, looking) {
    const names: string[] = [];
    const rows: string[][] = [];
    let name: string | null = null;
    let row: string[] = [];
    for (const part of el.querySelectorAll(`${NAME}, ${VALUE}`)) {
      if (rows.length * names.length > MOST_PAIRS || !isSeen(part)) continue;
      const isName = part.matches(NAME);
      const text = readCell(part, { header: isName, ghosts: false, nested: nestedTable });
      if (isName) name = bareLabel(text);
      else if (name !== null && name !== '') {
        let at = names.indexOf(name);
        if (at < 0) at = names.push(name) - 1;
        if (row[at] !== undefined) {
          rows.push(row);
          row = [];
        }
        row[at] = text;
        name = null;
      }
    }
    if (names.length === 0) return null;
    rows.push(row);
    for (const part of [el, ...el.querySelectorAll('table')]) looking.taken.add(part);
    const grid = new Grid();
    grid.add(
      names.map((text) => plainCell(text, true)),
      'head',
    );
    for (const values of rows)
      grid.add(
        names.map((_, at) => plainCell(values[at] ?? '', false)),
        'body',
      );
    return toFound(
      {
        element: el,
        way: 'key-value',
        where: looking.where(el),
        grid,
      },
      looking.turns,
    );
  },
};
