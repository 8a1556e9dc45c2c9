/* What every mount script needs of a scene. */

/** Top columns: a group of columns is one, with its `columns`. */
window.tops = (scene) => {
  const out = [];
  for (const column of scene.columns) {
    if (column.hidden) continue;
    const last = out.at(-1);
    if (column.group === undefined) out.push(column);
    else if (last?.title === column.group) last.columns.push(column);
    else out.push({ title: column.group, columns: [column] });
  }
  return out;
};

/** Rows as flat objects. */
window.records = (rows) =>
  rows.map(({ id, cells, details, children }) => ({
    id,
    ...cells,
    details,
    ...(children ? { children: window.records(children) } : {}),
  }));
