import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Language } from '../text/language.ts';
import type { Card } from './answer.ts';
import { createCiter, meetingReference } from './cite.ts';
import { phrases } from './phrases/phrases.ts';
import { tell } from './told.ts';

/** One consultation in full; `undefined` when the id is not on record. */
export function cardOf(knowledge: KnowledgeBase, id: string, language: Language): Card | undefined {
  const consultation = knowledge.consultations.find((each) => each.id === id);
  if (consultation === undefined) return undefined;
  const say = phrases(language);
  const told = tell(consultation, { knowledge, language });
  const citer = createCiter(knowledge, language);
  // The meeting's own page has the first number.
  citer.cite(meetingReference(consultation));
  const outcomes = consultation.outcomes.map((outcome) => ({
    text: say.outcome(outcome[language]),
    citations: citer.cite(outcome.sources),
    consultation: id,
  }));
  citer.cite(consultation.sources.map((source) => ({ source })));
  return {
    consultation: id,
    title: told.title,
    date: told.date,
    framework: knowledge.frameworks.get(consultation.framework)?.names[language] ?? consultation.framework,
    format: consultation.format === undefined ? '' : say.formats[consultation.format],
    place: told.place,
    participants: told.attendees.map(({ name, office }, index) => ({
      name,
      office,
      country: consultation.participants[index]?.country ?? '',
    })),
    outcomes,
    citations: citer.list(),
    documents: consultation.documents.map(({ title, url }) => ({ title: title[language], url })),
    note: consultation.note === undefined ? null : say.outcome(consultation.note[language]),
  };
}
