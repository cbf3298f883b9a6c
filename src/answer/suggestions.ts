import type { Consultation } from '../knowledge/schema.ts';
import type { Draft } from './draft.ts';
import { examples } from './examples.ts';
import type { Given } from './given.ts';
import { frameworkName } from './names.ts';
import { tell } from './told.ts';
import { topicName } from './topic-name.ts';

/** Questions offered under an answer. */
const most = 3;

/** What a reader may ask next: about the main consultation of the answer or the nearest record; all of it is on record. */
export function suggestionsFor(draft: Draft, given: Given): readonly string[] {
  if (draft.suggestions !== undefined) return draft.suggestions;
  const { query, found, knowledge, language } = given;
  const main =
    knowledge.consultations.find(({ id }) => id === draft.consultations[0]) ?? found.nearest[0]?.consultation;
  const out = main === undefined ? aboutFrameworks(given) : aboutMeeting(main, draft, given);
  const fitting = [...new Set(out)].filter((each) => each !== query.text);
  const enough = fitting.length > 1 ? fitting : [...new Set([...fitting, ...examples(knowledge, language, most)])];
  return enough.slice(0, most);
}

/** Who was there and what was said, where that was not just told; the subject over time, another subject, the latest, the place. */
function aboutMeeting(main: Consultation, { status }: Draft, given: Given): readonly string[] {
  const { query, knowledge, language, say } = given;
  const { ask } = say;
  const told = tell(main, knowledge, language);
  const asked = new Set(status === 'answered' ? [query.ask, ...query.also] : []);
  const own = query.constraints.filter(({ role }) => role === 'topic').flatMap(({ anyOf }) => anyOf);
  const [mine] = own;
  const topic = topicOf(main, own);
  const offers: readonly (readonly [boolean, () => string])[] = [
    [main.outcomes.length > 0 && !asked.has('what'), () => ask.what(told)],
    [main.participants.length > 0 && !asked.has('who'), () => ask.who(told)],
    [mine !== undefined && asked.has('what'), () => ask.development(topicName(mine ?? '', knowledge, language))],
    [topic !== undefined, () => ask.topic(topicName(topic ?? '', knowledge, language))],
    [query.order?.side !== 'latest', () => ask.latest(frameworkName(main.framework, given))],
    [main.place !== undefined && !asked.has('where'), () => ask.where(told)],
  ];
  return offers.flatMap(([fits, question]) => (fits ? [question()] : []));
}

/** The latest meeting of each framework that was asked about. */
function aboutFrameworks(given: Given): readonly string[] {
  const { query, say, knowledge } = given;
  const asked = query.constraints.filter(({ role }) => role === 'framework').flatMap(({ anyOf }) => anyOf);
  const met = asked.filter((id) => knowledge.consultations.some(({ framework }) => framework === id));
  return met.map((id) => say.ask.latest(frameworkName(id, given)));
}

/** A topic of the consultation, another than those asked about where there is one. */
function topicOf({ outcomes }: Consultation, asked: readonly string[]): string | undefined {
  const topics = outcomes.flatMap((outcome) => outcome.topics).filter((id) => !asked.includes(id));
  // What nearly every meeting touches says least: of the topics, one that is not in every other statement.
  return topics.find((id) => topics.filter((each) => each === id).length === 1) ?? topics[0];
}
