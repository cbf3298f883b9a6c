import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Consultation } from '../knowledge/schema.ts';
import type { Language } from '../text/language.ts';
import { periodOfEventDate } from '../time/calendar.ts';
import { formatDate } from '../time/format.ts';
import type { TimelineItem } from './answer.ts';
import { type Citer, meetingReference } from './cite.ts';
import { frameworkName, withoutAlliance } from './names.ts';

/** A consultation as it stands on a timeline, in one language. `marked`: the timeline is about it. */
export function timelineItem(
  consultation: Consultation,
  options: { knowledge: KnowledgeBase; language: Language; citer: Citer; marked: boolean },
): TimelineItem {
  const { knowledge, language, citer, marked } = options;
  const { from, to } = periodOfEventDate(consultation.date);
  return {
    consultation: consultation.id,
    from,
    to,
    dateLabel: formatDate(consultation.date, language),
    label: consultation.title[language],
    short: withoutAlliance(frameworkName(consultation.framework, { knowledge, language })),
    place: consultation.place?.[language] ?? null,
    level: knowledge.frameworks.get(consultation.framework)?.level ?? 'officials',
    marked,
    citations: citer.cite(meetingReference(consultation)),
  };
}
