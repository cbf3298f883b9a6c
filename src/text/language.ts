/** The two languages in which everything is asked and answered. */
export type Language = 'ja' | 'en';

/** A text in both languages. */
export type Bilingual = { readonly ja: string; readonly en: string };
