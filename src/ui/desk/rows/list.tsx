import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ListedRow } from '#book/book.ts';
import { useSay } from '#ui/parts/speak.ts';
import { Head, Line } from './line.tsx';
import type { RowStore } from './row-store.ts';
import {
  type Extent,
  isScaled,
  offsetShowing,
  type Position,
  ROW_PX,
  START,
  scrolled,
  shownRows,
  spaceHeight,
  topAt,
} from './scroll-map.ts';

/** The head is as tall as a row. */
const HEAD_PX = ROW_PX;
/** The scroll bar stands still for so long before it is put where the rows are, ms. */
const SETTLED = 150;

interface ListProps {
  readonly store: RowStore;
  readonly count: number;
  /** What to call each account; null where all rows are of one. */
  readonly names: ReadonlyMap<string, string> | null;
  readonly open: (row: ListedRow) => void;
}

/**
 * The rows that show, and no others, however many there are: a grid with one row in focus. The rows stand in a window that stays in place while the
 * empty space beneath it scrolls; so what is seen is always what was drawn for it, and never an empty stretch that the drawing has not yet reached.
 */
export function List({ store, count, names, open }: ListProps) {
  const say = useSay();
  const id = useId();
  const hint = useId();
  const box = useRef<HTMLDivElement>(null);
  const { position, extent, moveTo } = usePosition(box, count);
  const [chosen, setChosen] = useState(0);
  const active = Math.min(chosen, count - 1);
  const { first, end } = shownRows(position.offset, extent);
  useEffect(() => store.want(first, end), [store, first, end, count]);

  const choose = (index: number) => {
    const within = Math.min(Math.max(index, 0), count - 1);
    setChosen(within);
    moveTo(offsetShowing(within, position.offset, extent));
  };
  const openAt = (index: number) => {
    const row = store.seat(index)?.row;
    if (row) open(row);
  };
  const page = Math.max(1, Math.floor(extent.view / ROW_PX) - 1);
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => choose(active + 1),
    ArrowUp: () => choose(active - 1),
    PageDown: () => choose(active + page),
    PageUp: () => choose(active - page),
    Home: () => choose(0),
    End: () => choose(count - 1),
    Enter: () => openAt(active),
    ' ': () => openAt(active),
  };
  // Rows that scroll out make room for those that scroll in: as many as fit, each element used again.
  const pool = Math.ceil(extent.view / ROW_PX) + 1;
  const shown = Array.from({ length: end - first }, (_, at) => first + at).sort((a, b) => (a % pool) - (b % pool));
  return (
    <>
      <p id={hint} class="quiet">
        {say('list.keys')}
      </p>
      <div class={`list ${names === null ? '' : 'has-accounts'}`} ref={box} data-testid="row-list">
        <div style={{ height: `${spaceHeight(count) + HEAD_PX}px` }}>
          <table
            class="list-window"
            style={{ height: `${extent.view + HEAD_PX}px` }}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows the keys move over is a grid, and rows of a table need no roles
            role="grid"
            tabIndex={0}
            aria-label={say('list.title')}
            aria-describedby={hint}
            aria-rowcount={count + 1}
            aria-readonly="true"
            aria-activedescendant={active >= first && active < end ? `${id}-${active}` : undefined}
            data-testid="row-grid"
            onKeyDown={(event) => {
              const move = event.ctrlKey || event.altKey || event.metaKey ? undefined : keys[event.key];
              if (!move) return;
              event.preventDefault();
              move();
            }}
            onClick={(event) => {
              const row = event.target instanceof Element ? event.target.closest<HTMLElement>('tr[data-index]') : null;
              if (!row) return;
              setChosen(Number(row.dataset['index']));
              openAt(Number(row.dataset['index']));
            }}
          >
            <Head hasAccounts={names !== null} />
            <tbody>
              {shown.map((index) => (
                <Line
                  key={index % pool}
                  id={`${id}-${index}`}
                  seat={store.seat(index)}
                  names={names}
                  index={index}
                  top={index * ROW_PX - position.offset}
                  active={index === active}
                />
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </>
  );
}

/** Where the list stands: follows the scroll bar, and moves it. */
function usePosition(box: { readonly current: HTMLDivElement | null }, rows: number) {
  const [view, setView] = useState(ROW_PX * 10);
  const [position, setPosition] = useState(START);
  const extent: Extent = { rows, view };
  const now = useRef({ position, extent });
  now.current.extent = extent;

  const put = (next: Position) => {
    now.current.position = next;
    setPosition(next);
  };
  /** The browser may round where the bar stands: what it says then is what the next move is measured from. */
  const moveTo = (offset: number) => {
    if (!box.current) return;
    box.current.scrollTop = topAt(offset, now.current.extent);
    put({ top: box.current.scrollTop, offset });
  };
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setView(Math.max(ROW_PX, element.clientHeight - HEAD_PX));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const heard = () => {
      put(scrolled(now.current.position, element.scrollTop, now.current.extent));
      clearTimeout(timer);
      if (isScaled(now.current.extent.rows)) timer = setTimeout(() => moveTo(now.current.position.offset), SETTLED);
    };
    element.addEventListener('scroll', heard, { passive: true });
    return () => {
      observer.disconnect();
      clearTimeout(timer);
      element.removeEventListener('scroll', heard);
    };
  }, []);
  // A shorter list may end above where the longer one stood.
  const most = Math.max(0, rows * ROW_PX - view);
  useLayoutEffect(() => {
    if (now.current.position.offset > most) moveTo(most);
  }, [most]);
  return { position: position.offset > most ? { ...position, offset: most } : position, extent, moveTo };
}
