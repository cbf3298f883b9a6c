import type { Dated } from '../knowledge/in-time.ts';
import type { Consultation, Participant } from '../knowledge/schema.ts';
import { formatDate } from '../time/format.ts';
import { countryName, type Naming, occasionName, personName } from './names.ts';

/** Someone present, as a sentence names them. */
export type Attendee = {
  readonly name: string;
  /** As held on that day. */
  readonly office: string;
  /** The country, for everybody. */
  readonly side: string;
  /** Named beside the person for countries other than Japan and the United States. */
  readonly country: string | null;
};

/** A consultation in the words of one language: what sentences are filled with. */
export type Told = {
  readonly id: string;
  /** With its precision. */
  readonly date: string;
  /** False where the record knows the month alone. */
  readonly dayKnown: boolean;
  /** The title in full, for lists. */
  readonly title: string;
  /** The title without what brackets at its end add, for sentences. */
  readonly name: string;
  readonly place: string | null;
  /** The larger event on whose margins it was held. */
  readonly occasion: string | null;
  readonly format: 'in-person' | 'telephone' | 'video' | null;
  readonly attendees: readonly Attendee[];
  /** False for what was announced without a meeting. */
  readonly isMeeting: boolean;
  /** Family names where exactly two people met, else `null`. */
  readonly pair: readonly string[] | null;
};

/** Puts a consultation into words. */
export function tell(consultation: Consultation, naming: Naming): Told {
  const { knowledge, language } = naming;
  const title = consultation.title[language];
  const families = consultation.participants.map(({ person }) => knowledge.people.get(person)?.family[language]);
  return {
    id: consultation.id,
    date: formatDate(consultation.date, language),
    dayKnown: consultation.date.length >= 'YYYY-MM-DD'.length,
    title,
    name: withoutRemark(title),
    place: consultation.place?.[language] ?? null,
    occasion: consultation.occasion === undefined ? null : occasionName(consultation.occasion, naming),
    format: consultation.format ?? null,
    attendees: consultation.participants.map((each) => attendee(each, naming)),
    isMeeting:
      consultation.format !== undefined ||
      consultation.place !== undefined ||
      (consultation.participants.length > 1 && isHeld({ consultation }, naming)),
    pair: families.length === 2 ? families.filter((name): name is string => name !== undefined) : null,
  };
}

/** Whether somebody met: a paper may be issued without that. */
export function isHeld({ consultation: { framework } }: Dated, { knowledge }: Pick<Naming, 'knowledge'>): boolean {
  return knowledge.frameworks.get(framework)?.meeting !== false;
}

/** A participant by name and office as held that day. */
export function attendee({ person, office, country }: Participant, naming: Naming): Attendee {
  return {
    name: personName(person, naming),
    office: office[naming.language],
    side: countryName(country, naming),
    country: country === 'JP' || country === 'US' ? null : countryName(country, naming),
  };
}

/** 日米防衛相会談(東京) → 日米防衛相会談. What names the meeting itself, (日米「2+2」), stays. */
function withoutRemark(title: string): string {
  if (!/[)）]$/.test(title)) return title;
  const at = Math.max(title.lastIndexOf('('), title.lastIndexOf('（'));
  return at <= 0 || title.includes('2+2', at) ? title : title.slice(0, at).trimEnd();
}
