/** The words that stand in a draft where the curator is to write. */
export const unwritten = { ja: '（自分の言葉で書く）', en: '(to be written in our own words)' } as const;
