import type { Participant } from '../../knowledge/schema.ts';
import type { Evidence } from '../../retrieval/evidence.ts';
import { type Composing, type Draft, idsOf } from '../draft.ts';
import type { Phrases } from '../phrases/phrases.ts';
import { attendee, countryName } from '../told.ts';
import { inOrder, isTopical, meetingLine, sorted, summaryLine, wordsFor } from './lines.ts';
import { composeWhat } from './what.ts';

/** Counterparts named in a first line; the rest are counted. */
const mostNamed = 5;

/** "Who thanked the U.S. for its support": whoever the sentences name, and not everybody who was there. */
const ACTED =
  /\bwho (?:said|says|urged|asked|thanked|pressed|stated|told|proposed|called|raised|criti[cq]\w+|conveyed|expressed|demanded|promised|pledged|stressed|welcomed|explained)\b|(?:感謝し|要請し|促し|求め|伝え|述べ|提案し|示し|表明し|言っ|発言し|説明し|批判し|約束し|挙げ|評価し)た(?:の|人|大臣|閣僚)は?(?:誰|だれ|どなた)/i;

/** Who took part, with offices as held that day. `evidence` is not empty. */
export function composeWho(composing: Composing): Draft {
  const { question } = composing;
  if ((isTopical(question) || question.terms !== '') && ACTED.test(question.text)) return composeWhat(composing);
  const { say, scope, tell } = wordsFor(composing);
  const evidence = sorted(namedFirst(inOrder(composing.evidence, question)), question);
  const [main, ...others] = evidence;
  if (main === undefined) throw new RangeError('composeWho needs evidence');
  const consultations = idsOf(evidence);

  if (question.side?.length === 1) {
    const side = composeSide(question.side[0] ?? '', evidence, composing);
    if (side !== undefined) return side;
  }
  if (question.people.length > 0 && others.length > 0) {
    const met = counterparts(evidence, composing, say);
    if (met.names.length > 0) {
      const who = say.names(scope.people.slice(0, question.people.length).map(say.person));
      return {
        status: 'answered',
        headline: summaryLine(
          say.metWith(who, met.names.slice(0, mostNamed), Math.max(0, met.names.length - mostNamed), scope),
          met.shownBy.slice(0, mostNamed),
        ),
        lines: evidence.map(({ consultation }) => meetingLine(say.item(tell(consultation)), consultation)),
        notes: [],
        consultations,
      };
    }
  }

  const told = tell(main.consultation);
  return {
    // The meeting is on record, but what was asked of it is not.
    status: told.attendees.length === 0 ? 'not-found' : 'answered',
    headline: meetingLine(say.attended(told), main.consultation),
    lines: others.map(({ consultation }) => meetingLine(say.attended(tell(consultation)), consultation)),
    notes: others.length > 0 ? [say.others(others.length)] : [],
    consultations,
  };
}

/** "Which U.S. commanders": no other office is meant. */
const COMMANDERS = /\bcommanders\b|司令官は?(?:誰|だれ|どなた|[?？。\s]*$)/i;

/** Those who came from one country; `undefined` where the record names none of them. */
function composeSide(code: string, evidence: readonly Evidence[], composing: Composing): Draft | undefined {
  const { knowledge, language } = composing;
  const { say, tell } = wordsFor(composing);
  const areCommanders = COMMANDERS.test(composing.question.text);
  const from = (participants: readonly Participant[]) =>
    participants.filter(
      ({ country, office }) => country === code && (!areCommanders || /\bCommander\b/.test(office.en)),
    );
  const sent = evidence.filter(({ consultation }) => from(consultation.participants).length > 0);
  if (sent.length === 0) return undefined;
  const country = countryName(code, knowledge, language);
  const lines = sent.map(({ consultation }) => {
    const own = { ...consultation, participants: from(consultation.participants) };
    const told = tell(own);
    // The line names the country already.
    const attendees = told.attendees.map((each) => ({ ...each, country: null }));
    return meetingLine(say.attendedFor(country, { ...told, attendees }), consultation);
  });
  const [only] = lines;
  if (sent.length === 1 && only !== undefined)
    return { status: 'answered', headline: only, lines: [], notes: [], consultations: idsOf(sent) };
  const seen = new Map<string, { name: string; at: Evidence }>();
  for (const at of sent) {
    for (const participant of from(at.consultation.participants)) {
      if (seen.has(participant.person)) continue;
      const named = { ...attendee(participant, knowledge, language), country: null };
      seen.set(participant.person, { name: say.attendees([named]), at });
    }
  }
  const named = [...seen.values()].slice(0, mostNamed);
  return {
    status: 'answered',
    headline: summaryLine(
      say.tookPartFor(
        country,
        named.map(({ name }) => name),
        seen.size - named.length,
      ),
      named.map(({ at }) => at.consultation),
    ),
    lines,
    notes: [],
    consultations: idsOf(sent),
  };
}

/** Records that name nobody answer least. */
function namedFirst(evidence: readonly Evidence[]): readonly Evidence[] {
  const names = ({ consultation }: Evidence) => consultation.participants.length > 0;
  return [...evidence.filter(names), ...evidence.filter((each) => !names(each))];
}

/** Who sat across from the people asked about: from other countries, each once, most often met first. */
function counterparts(evidence: readonly Evidence[], { question, knowledge, language }: Composing, say: Phrases) {
  const own = new Set(question.people);
  const countries = new Set(question.people.map((id) => knowledge.people.get(id)?.country));
  const seen = new Map<string, { participant: Participant; count: number; at: Evidence }>();
  for (const each of evidence) {
    for (const participant of each.consultation.participants) {
      if (own.has(participant.person) || countries.has(participant.country)) continue;
      const known = seen.get(participant.person);
      seen.set(participant.person, { participant, count: (known?.count ?? 0) + 1, at: known?.at ?? each });
    }
  }
  const often = [...seen.values()].sort((a, b) => b.count - a.count);
  return {
    names: often.map(({ participant, count }) =>
      say.times(say.attendees([attendee(participant, knowledge, language)]), count),
    ),
    shownBy: often.map(({ at }) => at.consultation),
  };
}
