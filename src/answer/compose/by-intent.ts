import type { Intent } from '../../question/question.ts';
import type { Composing, Draft } from '../draft.ts';
import { composeDevelopment } from './development.ts';
import { asksForDuration, composeDuration } from './duration.ts';
import { composeExtreme, composeMeeting, composeSince } from './extreme.ts';
import { asksForYear, composeCount, composeList } from './list.ts';
import { asksForDocuments, composeWhat } from './what.ts';
import { composeWhen } from './when.ts';
import { composeWhere } from './where.ts';
import { composeWho } from './who.ts';
import { composeYesNo } from './yes-no.ts';

/** Answers the main thing asked, by its manner and then by its intent. There is evidence. */
export function mainDraft(composing: Composing): Draft {
  const { question } = composing;
  if (asksForDuration(question)) {
    const duration = composeDuration(composing);
    if (duration !== undefined) return duration;
  }
  if (asksForYear(question)) return composeCount(composing);
  if (question.intent === 'list' && composing.evidence.length === 1 && asksForDocuments(question))
    return composeWhat(composing);
  if (question.manner === 'how-long-since') return composeSince(composing);
  if (question.manner === 'development') return composeDevelopment(composing);
  if (question.manner === 'yes-no') return composeYesNo(composing);
  return byIntent(question.intent, composing);
}

/** Answers one intent, however it is asked. There is evidence. */
export function byIntent(intent: Intent, composing: Composing): Draft {
  switch (intent) {
    case 'who':
      return composeWho(composing);
    case 'when':
      return composeWhen(composing);
    case 'where':
      return composeWhere(composing);
    case 'count':
      return composeCount(composing);
    case 'list':
      return composing.question.consultations.length === 1 && composing.evidence.length === 1
        ? composeMeeting(composing)
        : composeList(composing);
    case 'first':
    case 'latest':
      return composeExtreme(composing);
    case 'what':
    case 'compare':
    case 'define':
    case 'help':
      return composeWhat(composing);
  }
}
