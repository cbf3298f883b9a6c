import type { DigestOrder } from '../../src/digest/index.ts';
import { Rhythms, rhythmLabel } from '../../src/digest/index.ts';
import type { Bilingual } from '../../src/text/index.ts';

/** A field that is chosen from a few values. */
export type ChoiceField<Value extends string> = {
  readonly label: Bilingual;
  readonly choices: readonly { readonly value: Value; readonly label: Bilingual }[];
};

/** What a person chooses of a digest, the same on every platform: forms and command options are made from it. */
export const DIGEST_FIELDS = {
  rhythm: {
    label: { ja: '頻度', en: 'How often' },
    choices: Rhythms.map((value) => ({ value, label: rhythmLabel(value) })),
  },
  language: {
    label: { ja: '言語', en: 'Language' },
    choices: [
      { value: 'ja', label: { ja: '日本語', en: 'Japanese' } },
      { value: 'en', label: { ja: '英語', en: 'English' } },
      { value: 'both', label: { ja: '日本語と英語', en: 'Japanese and English' } },
    ],
  },
  quietDays: {
    label: { ja: '新しい内容がないとき', en: 'When there is nothing new' },
    choices: [
      { value: 'skip', label: { ja: '送らない', en: 'Send nothing' } },
      { value: 'say', label: { ja: '1行で知らせる', en: 'Say so in one line' } },
    ],
  },
} as const satisfies Record<string, ChoiceField<string>>;

export type DigestFieldName = keyof typeof DIGEST_FIELDS;

/** Filters of a digest: what each suggests, and its label. */
export const DIGEST_FILTERS = {
  frameworks: { kind: 'framework', label: { ja: '枠組み', en: 'Frameworks' } },
  topics: { kind: 'topic', label: { ja: '議題', en: 'Topics' } },
  people: { kind: 'person', label: { ja: '人物', en: 'People' } },
  countries: { kind: 'country', label: { ja: '国', en: 'Countries' } },
} as const;

/** The chosen values as an order; what is none of a field's choices is left out. */
export function chosenOrder(
  chosen: Readonly<Partial<Record<DigestFieldName, string | null | undefined>>>,
): Pick<DigestOrder, DigestFieldName> {
  return {
    rhythm: choiceOf(DIGEST_FIELDS.rhythm, chosen.rhythm),
    language: choiceOf(DIGEST_FIELDS.language, chosen.language),
    quietDays: choiceOf(DIGEST_FIELDS.quietDays, chosen.quietDays),
  };
}

function choiceOf<Value extends string>(
  field: ChoiceField<Value>,
  value: string | null | undefined,
): Value | undefined {
  return field.choices.find((choice) => choice.value === value)?.value;
}
