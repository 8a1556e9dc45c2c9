/* React: libraries that only place what is in view. What a row and its cells are made of is the portal's own: here div and span. */
const LINE = 40;

window.mountScene = async (scene, box) => {
  const { React, ReactDOM, ReactWindow, ReactVirtualized } = window;
  const { createElement: h, useRef } = React ?? window.library;
  const { rows, columns, height } = scene;
  const wide = columns.reduce((sum, c) => sum + c.width, 0);
  const cell = (c, text) => h('span', { className: 'cell', key: c.key, style: { flex: `0 0 ${c.width}px` } }, text);
  const line = (index, key, style) =>
    h(
      'div',
      { className: 'line', key, style: { ...style, display: 'flex' } },
      columns.map((c) => cell(c, rows[index].cells[c.key])),
    );
  const Virtual = () => {
    const parent = useRef(null);
    const list = window.library.useVirtualizer({
      count: rows.length,
      getScrollElement: () => parent.current,
      estimateSize: () => LINE,
    });
    const placed = (one) => ({
      position: 'absolute',
      top: 0,
      left: 0,
      width: '100%',
      transform: `translateY(${one.start}px)`,
    });
    const lines = list.getVirtualItems().map((one) => line(one.index, one.key, placed(one)));
    const inner = h('div', { style: { height: list.getTotalSize(), position: 'relative' } }, lines);
    return h('div', { ref: parent, style: { height, overflow: 'auto', width: wide } }, inner);
  };
  const body = () => {
    if (ReactWindow)
      return h(
        ReactWindow.FixedSizeList,
        { height, width: wide, itemSize: LINE, itemCount: rows.length },
        ({ index, style }) => line(index, index, style),
      );
    // Every cell is placed by itself.
    if (ReactVirtualized)
      return h(ReactVirtualized.Grid, {
        height,
        width: wide + 20,
        rowHeight: LINE,
        rowCount: rows.length,
        columnCount: columns.length,
        columnWidth: ({ index }) => columns[index].width,
        cellRenderer: ({ rowIndex, columnIndex, key, style }) => {
          const c = columns[columnIndex];
          return h('div', { className: 'cell', key, style }, rows[rowIndex].cells[c.key]);
        },
      });
    return h(Virtual);
  };
  const head = h(
    'div',
    { className: 'line head', style: { display: 'flex' } },
    columns.map((c) => cell(c, c.title)),
  );
  const list = h('section', {}, head, body());
  const createRoot = ReactDOM?.createRoot ?? window.library?.createRoot;
  if (createRoot) createRoot(box).render(list);
  else ReactDOM.render(list, box);
};
