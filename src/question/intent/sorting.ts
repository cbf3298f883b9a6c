/** In what order by date an answer is asked for, and where the text says so. */
export type Sorting = { readonly sort: 'newest' | 'oldest'; readonly start: number; readonly end: number };

const NEWEST =
  /\b(?:sort(?:ed)? (?:by )?)?(?:newest|latest|most recent) (?:ones? )?(?:to (?:the )?oldest|first)\b(?! (?:meeting|summit|time))|\b(?:in )?(?:reverse[- ]chronological|descending)(?: order)?\b|(?:日付の)?(?:新しい|最新の?|最近の?)(?:もの|ほう|方|日付)?(?:の|から)?順(?:番)?(?:に|で)?|新しい(?:もの|ほう|方)から(?:順に)?|降順(?:に|で)?/i;
const OLDEST =
  /\b(?:sort(?:ed)? (?:by )?)?(?:oldest|earliest) (?:ones? )?(?:to (?:the )?newest|first)\b(?! (?:meeting|summit|time))|\bin ascending order\b|(?:日付の)?(?:古い|昔の)(?:もの|ほう|方|日付)?(?:の|から)?順(?:番)?(?:に|で)?|古い(?:もの|ほう|方)から(?:順に)?|日付順(?:に|で)?|昇順(?:に|で)?/i;

/** "Newest first", 古い順に; `undefined` when the text asks for no order. Linear in the text. */
export function sortingIn(text: string): Sorting | undefined {
  for (const [sort, pattern] of [
    ['newest', NEWEST],
    ['oldest', OLDEST],
  ] as const) {
    const found = pattern.exec(text);
    if (found) return { sort, start: found.index, end: found.index + found[0].length };
  }
  return undefined;
}

/** `text` with that stretch blank, every offset kept: "oldest first" asks for no first meeting. */
export function withoutSorting(text: string, sorting: Sorting | undefined): string {
  if (sorting === undefined) return text;
  return text.slice(0, sorting.start) + ' '.repeat(sorting.end - sorting.start) + text.slice(sorting.end);
}
