import type { Desk } from '../../src/desk.ts';
import type { Consultation, KnowledgeBase } from '../../src/knowledge/index.ts';
import type { Language } from '../../src/text/index.ts';
import { formatDate } from '../../src/time/index.ts';

const known = new WeakMap<KnowledgeBase, ReadonlyMap<string, Consultation>>();

/** Names consultations in menus, the date first: `March 30, 2025 · Title`. `undefined` for one that is not on record. */
export function titlesOf(desk: Desk, language: Language): (consultation: string) => string | undefined {
  const knowledge = desk.knowledge();
  const consultations = known.get(knowledge) ?? new Map(knowledge.consultations.map((each) => [each.id, each]));
  known.set(knowledge, consultations);
  return (id) => {
    const consultation = consultations.get(id);
    return consultation && `${formatDate(consultation.date, language)} · ${consultation.title[language]}`;
  };
}
