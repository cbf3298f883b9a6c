import type { Answer } from './answer/answer.ts';
import type { Annotation } from './reading/annotation.ts';
import type { Candidate } from './reading/candidates.ts';
import type { Constraint, Query } from './reading/query.ts';
import type { Understood } from './reading/understand.ts';
import type { Finding, Found } from './search/found.ts';

/** How a question came to its answer, as data: for curators, and for reports of what was misread. */
export type Explanation = {
  readonly text: string;
  readonly annotations: readonly { readonly text: string; readonly kind: Annotation['kind']; readonly is: string }[];
  /** The readings compared, best first. */
  readonly readings: readonly ReadingExplained[];
  readonly answer: {
    readonly ask: Query['ask'];
    readonly status: Answer['status'];
    readonly disclosures: readonly string[];
    readonly found: readonly FindingExplained[];
  };
  /** The further questions of the same text. */
  readonly further?: readonly Explanation[];
};

type ReadingExplained = {
  readonly score: number;
  /** Likelihood by wording alone, and the share of the question that the record holds, 0..1. */
  readonly prior: number;
  readonly explained: number;
  readonly frame: Query['frame'];
  readonly ask: Query['ask'];
  readonly period: Query['period'];
  /** Order, number and the like. */
  readonly modifiers: Readonly<Record<string, unknown>>;
  readonly constraints: readonly ConstraintExplained[];
  readonly findings: number;
};

type ConstraintExplained = {
  readonly role: Constraint['role'];
  readonly is: readonly string[];
  readonly typed: string;
  readonly strength: Constraint['strength'];
  readonly subject: boolean;
  readonly negated: boolean;
  readonly origin: Constraint['origin'];
  /** Whether what was found holds it, it was given up, or nothing within the firm ones holds it. */
  readonly became: 'held' | 'dropped' | 'unheld' | 'unmet';
};

type FindingExplained = {
  readonly consultation: string;
  readonly score: number;
  /** The leading statement, by its place in the record, with the share of the subject that it holds. */
  readonly statement: { readonly index: number; readonly fit: number; readonly score: number } | null;
};

const MODIFIERS = [
  'order',
  'nths',
  'sort',
  'by',
  'measure',
  'direction',
  'threshold',
  'succession',
  'aspect',
  'reason',
  'whose',
  'yesNo',
  'also',
] as const satisfies readonly (keyof Query)[];
const MOST_READINGS = 5;
const MOST_FINDINGS = 5;

/** Puts together how `answer` came about. `found` is what the record holds for its query. */
export function explain({ candidates }: Understood, found: Found, answer: Answer): Explanation {
  const [best] = candidates;
  return {
    text: answer.question.text,
    annotations: (best?.annotated.all ?? []).map((one) => ({ text: one.text, kind: one.kind, is: meaningOf(one) })),
    readings: candidates.slice(0, MOST_READINGS).map(readingOf),
    answer: {
      ask: answer.question.ask,
      status: answer.status,
      disclosures: answer.notes,
      found: found.chosen.slice(0, MOST_FINDINGS).map(findingOf),
    },
  };
}

function meaningOf(one: Annotation): string {
  switch (one.kind) {
    case 'time':
      return `${one.mention.relation} ${one.mention.period?.from ?? '…'} – ${one.mention.period?.to ?? '…'} (${one.mention.granularity})`;
    case 'name':
      return one.entities.map(({ kind, id }) => `${kind}:${id}`).join(' | ');
    case 'cue':
      return one.ids.join(' ');
    case 'number':
      return `${one.value}${one.unit === null ? '' : ` ${one.unit}`}`;
    case 'word':
      return one.terms.join(' ');
  }
}

function readingOf({ reading, found, score }: Candidate): ReadingExplained {
  const { query, prior } = reading;
  const isEmpty = found.findings.length === 0;
  const became = (one: Constraint) =>
    found.dropped.includes(one) ? 'dropped' : found.unheld.includes(one) ? 'unheld' : isEmpty ? 'unmet' : 'held';
  return {
    score: rounded(score),
    prior: rounded(prior),
    explained: rounded(found.explained),
    frame: query.frame,
    ask: query.ask,
    period: query.period,
    modifiers: Object.fromEntries(
      MODIFIERS.flatMap((key) => {
        const value = query[key];
        const isSet = value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0);
        return isSet ? [[key, value]] : [];
      }),
    ),
    constraints: query.constraints.map((one) => ({
      role: one.role,
      is: one.anyOf,
      typed: one.label,
      strength: one.strength,
      subject: one.subject,
      negated: one.negated,
      origin: one.origin,
      became: became(one),
    })),
    findings: found.findings.length,
  };
}

function findingOf({ consultation, score, outcomes }: Finding): FindingExplained {
  const [lead] = outcomes;
  return {
    consultation: consultation.id,
    score: rounded(score),
    statement: lead === undefined ? null : { index: lead.index, fit: rounded(lead.fit), score: rounded(lead.score) },
  };
}

const rounded = (value: number) => Math.round(value * 100) / 100;

/** The same in words, for a terminal. Ends without a newline. */
export function explanationText({ annotations, readings, answer, further = [] }: Explanation): string {
  const width = Math.max(0, ...annotations.map(({ text }) => text.length));
  return [
    'Annotations',
    ...annotations.map(({ text, kind, is }) => `  ${text.padEnd(width)}  ${kind.padEnd(6)}  ${is}`),
    '',
    'Readings, best first (score = likelihood by wording + what the record explains)',
    ...readings.flatMap(readingText),
    '',
    `Answer: ${answer.ask}, ${answer.status}`,
    ...answer.disclosures.map((line) => `  note: ${line}`),
    ...answer.found.map(({ consultation, score, statement }) => {
      const lead =
        statement === null
          ? ''
          : `, statement ${statement.index + 1} leads (fit ${statement.fit}, score ${statement.score})`;
      return `  ${consultation} (score ${score}${lead})`;
    }),
    ...further.flatMap((each) => ['', `Then: ${each.text}`, '', explanationText(each)]),
  ].join('\n');
}

function readingText(one: ReadingExplained, place: number): readonly string[] {
  const { from, to } = one.period ?? { from: null, to: null };
  const period = one.period === null ? '' : `, ${from ?? '…'} – ${to ?? '…'}`;
  const modifiers = Object.entries(one.modifiers).map(([key, value]) => `${key} ${JSON.stringify(value)}`);
  return [
    `  ${place + 1}. ${one.ask}${period} · frame ${one.frame} · score ${one.score} = wording ${one.prior}, explained ${one.explained}, ${one.findings} found`,
    ...(modifiers.length === 0 ? [] : [`     ${modifiers.join(' · ')}`]),
    ...one.constraints.map(({ role, is, typed, strength, subject, negated, origin, became }) => {
      const traits = [
        strength,
        ...(subject ? ['subject'] : []),
        ...(negated ? ['left out'] : []),
        ...(origin === 'typed' ? [] : [origin]),
      ];
      return `     ${became.padEnd(7)} ${role} ${is.slice(0, 6).join(' | ')}${typed === '' ? '' : ` “${typed}”`} (${traits.join(', ')})`;
    }),
  ];
}
