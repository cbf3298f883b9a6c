import { overlaps, periodOfEventDate } from '../../language/time/calendar.ts';
import type { Intent, Question } from '../../question/question.ts';
import type { Evidence } from '../../retrieval/evidence.ts';
import type { Composing, Draft } from '../draft.ts';
import { phrases } from '../phrases/phrases.ts';
import { composeCoverage, composeHelp, composeSource } from './about.ts';
import { composeCompare } from './compare.ts';
import { composeDefine } from './define.ts';
import { composeDevelopment } from './development.ts';
import { composeExtreme, composeMeeting, composeSince } from './extreme.ts';
import { asksForHolder, composeHolders } from './holders.ts';
import { isTopical, isUnconstrained } from './lines.ts';
import { composeCount, composeList } from './list.ts';
import { composeClarify, composeImpossible, composeNotFound, composeOutOfScope } from './refuse.ts';
import { composeWhat } from './what.ts';
import { composeWhen } from './when.ts';
import { composeWhere } from './where.ts';
import { composeWho } from './who.ts';
import { composeYesNo } from './yes-no.ts';

/** The answer to a question, before it is numbered and cut into pages. Total: what cannot be answered is refused in words. */
export function compose(given: Composing): Draft {
  const asked = { ...given, question: narrowed(given.question) };
  const composing = { ...asked, evidence: notYetShown(asked.question, meetingsWithPartners(asked)) };
  const { question, evidence } = composing;
  if (question.choices.length > 0) return composeClarify(composing);
  if (question.impossible.length > 0 && question.period === null) return composeImpossible(composing);
  if (question.manner === 'out-of-scope') return composeOutOfScope(composing);
  if (question.manner === 'coverage') return composeCoverage(composing);
  if (question.intent === 'help') return composeHelp(composing);

  if (asksForHolder(question)) {
    const holders = composeHolders(composing);
    if (holders !== undefined) return holders;
  }
  if (question.intent === 'define' || asksForTerm(question)) {
    const definition = composeDefine(composing);
    if (definition !== undefined) return definition;
  }
  // Asked to explain what the record has no entry for, every record would fit and none would answer.
  const asksNothing = question.intent === 'define' || (question.intent === 'what' && question.manner === 'plain');
  if (asksNothing && isUnconstrained(question)) return composeNotFound({ ...composing, nearest: [] });
  if (question.intent === 'compare') {
    const comparison = composeCompare(composing);
    if (comparison !== undefined) return comparison;
  }
  if (evidence.length === 0) return composeNotFound(composing);
  if (question.manner === 'source') return composeSource(composing);
  return withNotes(withMore(mainDraft(composing), composing), composing);
}

function mainDraft(composing: Composing): Draft {
  const { question } = composing;
  if (question.manner === 'how-long-since') return composeSince(composing);
  if (question.manner === 'development') return composeDevelopment(composing);
  if (question.manner === 'yes-no') return composeYesNo(composing);
  return byIntent(question.intent, composing);
}

function byIntent(intent: Intent, composing: Composing): Draft {
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

/** The further things asked in the same sentence, each after the first line and before its details. */
function withMore(main: Draft, composing: Composing): Draft {
  const intents = composing.question.also.filter((intent) => intent !== composing.question.intent && intent !== 'help');
  if (intents.length === 0) return main;
  const parts = intents.map((intent) =>
    byIntent(intent, { ...composing, question: { ...composing.question, intent } }),
  );
  return {
    ...main,
    status: main.status === 'answered' || parts.some(({ status }) => status === 'answered') ? 'answered' : main.status,
    lines: distinct(
      [...parts.map(({ headline }) => headline), ...main.lines, ...parts.flatMap(({ lines }) => lines)],
      main,
    ),
    notes: [...new Set([...main.notes, ...parts.flatMap(({ notes }) => notes)])],
    consultations: [...new Set([...main.consultations, ...parts.flatMap(({ consultations }) => consultations)])],
  };
}

function distinct(lines: Draft['lines'], main: Draft): Draft['lines'] {
  const seen = new Set([main.headline.text]);
  return lines.filter(({ text }) => !seen.has(text) && seen.add(text));
}

function withNotes(draft: Draft, composing: Composing): Draft {
  const { question, language } = composing;
  const say = phrases(language);
  const notes: string[] = [];
  if (question.order !== undefined && isOther(question)) notes.push(say.latestOnly(question.order));
  const { period } = question;
  const isNear = composing.evidence.every(
    ({ consultation }) => period !== null && !overlaps(period, periodOfEventDate(consultation.date)),
  );
  if (period !== null && question.consultations.length === 0 && question.otherPeriod === null && isNear)
    notes.push(say.dayBefore);
  return notes.length === 0 ? draft : { ...draft, notes: [...draft.notes, ...notes] };
}

/** "When did Hegseth become secretary?": the day is a term's, not a meeting's. */
function asksForTerm({ intent, people, text }: Question): boolean {
  return (
    intent === 'when' &&
    people.length === 1 &&
    /\b(?:become|became|appointed|(?:take|took) office|sworn in)\b|就任|任命|になった/i.test(text)
  );
}

/** Asked about meetings with a partner, those where it sat at the table come before those where it was spoken of. */
function meetingsWithPartners({ question, evidence }: Composing): readonly Evidence[] {
  const venues = question.venueCountries ?? [];
  const partners = question.countries.filter((id) => id !== 'JP' && id !== 'US' && !venues.includes(id));
  if (partners.length === 0 || question.intent === 'what' || isTopical(question)) return evidence;
  const present = evidence.filter(({ consultation: { participants } }) =>
    partners.every((id) => participants.some(({ country }) => country === id)),
  );
  return present.length > 0 ? present : evidence;
}

/** "Any others?": what the answer before rested on is left out, as long as something else is left. */
function notYetShown(question: Question, evidence: readonly Evidence[]): readonly Evidence[] {
  if (question.more !== true || question.answered === undefined || question.consultations.length > 0) return evidence;
  const shown = new Set(question.answered);
  const others = evidence.filter(({ consultation }) => !shown.has(consultation.id));
  return others.length > 0 ? others : evidence;
}

/** Asked who, what, when or where with nothing to search by, the latest on record is what a reader can use. */
function narrowed(question: Question): Question {
  const asksOne = ['who', 'what', 'when', 'where'].includes(question.intent) && question.manner === 'plain';
  const isOfMeetings =
    /\b(?:me[e]?t|meetings?|agree|agreed|discuss\w*|said|say|talk\w*|happen\w*|held)\b|会|協議|合意|一致|話|議論|言/i.test(
      question.text,
    );
  return asksOne && isOfMeetings && isUnconstrained(question) ? { ...question, order: 'latest' } : question;
}

/** An intent whose sentences do not say by themselves that this is the first or the latest. */
function isOther({ intent, manner, limit }: Question): boolean {
  return (limit ?? 1) === 1 && manner === 'plain' && intent !== 'first' && intent !== 'latest' && intent !== 'list';
}
