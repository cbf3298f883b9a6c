/** What may stand between the two sides of a range. より is one only when まで follows; "and" only after "between". */
export const RANGE_MARK = /^ ?(?:から|より|以降|~+|-+|ー|\.\.+|to|through|thru|until|till|up to)(?: the)? ?$/;
const LONGEST_MARK = 14;

/** Whether a range mark stands right before or right after a stretch of the folded text. */
export function besideRange(folded: string, start: number, end: number): boolean {
  return (
    /^ ?(?:から|より|~|-|ー|\.\.|to |through |thru |until |till |and |, ?\d|& |と|・|、)/.test(
      folded.slice(end, end + LONGEST_MARK),
    ) ||
    /(?:から|より|以降|~|-|ー|\.\.|to|through|thru|until|till|and|,|&|と|・|、) ?(?:the )?$/.test(
      folded.slice(Math.max(0, start - LONGEST_MARK), start),
    )
  );
}
