import stringWidth from 'fast-string-width';

/**
 * Rows in columns that line up on a terminal, full-width characters counting two: text at the left, the columns in `numbers` (by
 * index) at the right. Control characters in cells become spaces. Ends with a newline.
 */
export function table(rows: readonly (readonly string[])[], numbers: ReadonlySet<number> = new Set()): string {
  const clean = rows.map((cells) => cells.map((cell) => cell.replace(/\p{Cc}+/gu, ' ')));
  const widths: number[] = [];
  for (const cells of clean) {
    for (const [column, cell] of cells.entries()) widths[column] = Math.max(widths[column] ?? 0, stringWidth(cell));
  }
  const lines = clean.map((cells) =>
    cells
      .map((cell, column) => {
        const gap = ' '.repeat((widths[column] ?? 0) - stringWidth(cell));
        return numbers.has(column) ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}
