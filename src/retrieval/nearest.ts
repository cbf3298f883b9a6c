import { isUnconstrained } from '../question/blank.ts';
import type { Question } from '../question/question.ts';
import type { Evidence, Retrieved } from './evidence.ts';

type Relaxed = Retrieved['nearest'][number]['relaxed'];

/** What each relaxation gives up; in the order in which a reader would. */
const relaxations: readonly {
  readonly name: Relaxed;
  readonly set: (question: Question) => boolean;
  readonly drop: Partial<Question>;
}[] = [
  { name: 'period', set: (q) => q.period !== null, drop: { period: null, otherPeriod: null } },
  { name: 'text', set: (q) => q.terms !== '', drop: { terms: '', documents: [] } },
  { name: 'topics', set: (q) => q.topics.length > 0 || q.acts.length > 0, drop: { topics: [], acts: [] } },
  {
    name: 'places',
    set: (q) => q.places.length > 0 || q.formats.length > 0 || (q.venueCountries?.length ?? 0) > 0,
    drop: { places: [], formats: [], venueCountries: [] },
  },
  {
    name: 'frameworks',
    set: (q) => q.frameworks.length > 0 || q.levels.length > 0,
    drop: { frameworks: [], levels: [] },
  },
  { name: 'people', set: (q) => q.people.length > 0 || q.offices.length > 0, drop: { people: [], offices: [] } },
];

const MOST = 4;

/**
 * The nearest records to a question that nothing fits: one constraint is given up at a time, so that what is shown differs
 * from what was asked in one way, which is named. With a period the last record before it and the first after it come first.
 */
export function nearestTo(question: Question, gather: (question: Question) => Evidence[]): Retrieved['nearest'] {
  const found: Retrieved['nearest'][number][] = [];
  const seen = new Set<string>();
  for (const { name, set, drop } of relaxations) {
    if (!set(question) || found.length >= MOST) continue;
    // With nothing left to fit, the newest records are no nearer than any other.
    if (isUnconstrained({ ...question, ...drop, order: undefined, consultations: [] })) continue;
    const evidence = gather({ ...question, ...drop });
    const chosen = name === 'period' ? aroundPeriod(question, evidence) : bestOf(evidence);
    for (const { consultation } of chosen) {
      if (seen.has(consultation.id) || found.length >= MOST) continue;
      seen.add(consultation.id);
      found.push({ consultation, relaxed: name });
    }
  }
  return found;
}

function aroundPeriod({ period }: Question, evidence: readonly Evidence[]): Evidence[] {
  const byDate = [...evidence].sort((a, b) => a.consultation.date.localeCompare(b.consultation.date));
  const before = byDate.filter(({ consultation }) => period?.from != null && consultation.date < period.from).at(-1);
  const after = byDate.find(({ consultation }) => period?.to != null && consultation.date > period.to);
  return [before, after].filter((each) => each !== undefined);
}

function bestOf(evidence: readonly Evidence[]): Evidence[] {
  return [...evidence]
    .sort((a, b) => b.score - a.score || b.consultation.date.localeCompare(a.consultation.date))
    .slice(0, 2);
}
