import { createHash } from 'node:crypto';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Act, Consultation, Outcome } from '../knowledge/schema.ts';
import type { Bilingual, Language } from '../text/language.ts';
import type { PlainDate } from '../time/period.ts';

/** A record as a channel saw it. `facts` are absent where an earlier version of the program kept the date alone. */
export type SeenRecord = { readonly changed: PlainDate; readonly facts?: RecordFacts };

/** What can later be told apart: short facts as they are, to be quoted; sentences and lists by hashes. */
export type RecordFacts = {
  readonly title: Bilingual;
  readonly date: string;
  readonly framework: string;
  readonly format: Consultation['format'] | null;
  readonly place: Bilingual | null;
  readonly minutes: number | null;
  /** Ids, each with a hash of the office. */
  readonly people: readonly (readonly [person: string, office: string])[];
  readonly outcomes: readonly SeenOutcome[];
  /** Hash of sources, documents and note. */
  readonly rest: string;
};

/** An outcome by its act and a hash of its sentence in each language. */
export type SeenOutcome = { readonly act: Act } & Readonly<Record<Language, string>>;

/** Every record as it stands. */
export function seenRecords(knowledge: Pick<KnowledgeBase, 'consultations'>): ReadonlyMap<string, SeenRecord> {
  return new Map(knowledge.consultations.map((each) => [each.id, { changed: lastChange(each), facts: factsOf(each) }]));
}

/** The day of a record's last change. */
export function lastChange({ addedOn, revisedOn }: Consultation): PlainDate {
  return revisedOn !== undefined && revisedOn > addedOn ? revisedOn : addedOn;
}

/** What is kept of a record. */
export function factsOf(consultation: Consultation): RecordFacts {
  const { title, date, framework, format, place, durationMinutes, participants, outcomes } = consultation;
  return {
    title,
    date,
    framework,
    format: format ?? null,
    place: place === undefined ? null : { ja: place.ja, en: place.en },
    minutes: durationMinutes ?? null,
    people: participants.map(({ person, office, country }) => [person, hash([office.ja, office.en, country])]),
    outcomes: outcomes.map(seenOutcome),
    rest: hash([
      consultation.sources,
      consultation.documents,
      consultation.note,
      outcomes.map(({ sources }) => sources),
    ]),
  };
}

function seenOutcome({ act, ja, en, by }: Outcome): SeenOutcome {
  return { act, ja: hash([ja, by]), en: hash([en, by]) };
}

/** Eight characters: two sentences of one record are never taken for each other. */
function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 8);
}
