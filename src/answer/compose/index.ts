import { isUnconstrained } from '../../question/blank.ts';
import type { Question } from '../../question/question.ts';
import type { Evidence } from '../../retrieval/evidence.ts';
import { overlaps, periodOfEventDate } from '../../time/calendar.ts';
import type { Composing, Draft } from '../draft.ts';
import { phrases } from '../phrases/phrases.ts';
import { composeCoverage, composeHelp, composeSource } from './about.ts';
import { composeBetween } from './between.ts';
import { mainDraft } from './by-intent.ts';
import { meetingThenSubject, withMore } from './combine.ts';
import { composeCompare } from './compare.ts';
import { composeDefine } from './define.ts';
import { asksForHolder, composeHolders, composeTerm } from './holders.ts';
import { BOTH_ENDS, isTopical } from './lines.ts';
import { composeClarify, composeImpossible, composeNotFound, composeOutOfScope } from './refuse.ts';
import { composeSuccession } from './succession.ts';

/** The answer to a question, before it is numbered and cut into pages. Total: what cannot be answered is refused in words. */
export function compose(given: Composing): Draft {
  const asked = { ...given, question: narrowed(given.question) };
  const composing = { ...asked, evidence: notYetShown(asked.question, meetingsWithPartners(asked)) };
  const { question, evidence } = composing;
  if (question.choices.length > 0) return composeClarify(composing);
  const term = composeTerm(composing);
  if (term !== undefined) return term;
  if (question.impossible.length > 0 && question.period === null) return composeImpossible(composing);
  if (question.manner === 'out-of-scope') return composeOutOfScope(composing);
  if (question.manner === 'coverage') return composeCoverage(composing);
  if (question.intent === 'help') return composeHelp(composing);

  const direct = composeSuccession(composing) ?? composeBetween(composing);
  if (direct !== undefined) return direct;
  if (asksForHolder(question)) {
    const holders = composeHolders(composing);
    if (holders !== undefined) return holders;
  }
  if (question.intent === 'define' || asksForTerm(question)) {
    const definition = composeDefine(composing);
    if (definition !== undefined) return definition;
    if (question.people.length > 0 && question.period !== null) return composeNotFound(composing);
  }
  // Asked to explain what the record has no entry for, every record would fit and none would answer.
  const asksNothing = question.intent === 'define' || (question.intent === 'what' && question.manner === 'plain');
  if (asksNothing && isUnconstrained(question)) return composeNotFound({ ...composing, nearest: [] });
  if (question.intent === 'compare' || (question.parts !== undefined && BY_PARTS.has(question.intent))) {
    const comparison = composeCompare(composing);
    if (comparison !== undefined) return comparison;
  }
  const apart = meetingThenSubject(composing);
  if (apart !== undefined) return withNotes(apart, composing);
  if (evidence.length === 0) return composeNotFound(composing);
  if (question.manner === 'source') return composeSource(composing);
  return withNotes(withMore(mainDraft(composing), composing), composing);
}

/** Asked so of two things, each has its own answer. */
const BY_PARTS: ReadonlySet<Question['intent']> = new Set(['list', 'count', 'what', 'when']);

function withNotes(draft: Draft, composing: Composing): Draft {
  const { question, language } = composing;
  const say = phrases(language);
  const notes: string[] = [];
  if (question.more === true && question.consultations.length > 0) notes.push(say.allShown);
  if (
    question.order !== undefined &&
    isOther(question) &&
    !BOTH_ENDS.test(question.text) &&
    composing.evidence.length > 1
  )
    notes.push(say.latestOnly(question.order));
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
