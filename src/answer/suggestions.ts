import { byDate } from '../knowledge/in-time.ts';
import type { Consultation } from '../knowledge/schema.ts';
import { idsIn } from '../reading/query.ts';
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
  // Of an answer its first consultation; of a refusal what it shows as nearest.
  const shown = draft.consultations[0] ?? draft.lines.find(({ consultation }) => consultation !== null)?.consultation;
  const main = knowledge.consultations.find(({ id }) => id === shown) ?? found.nearest[0]?.consultation;
  const out = main === undefined ? aboutNamed(given) : aboutMeeting(main, draft, given);
  const fitting = [...new Set(out)].filter((each) => each !== query.text);
  const enough = fitting.length > 1 ? fitting : [...new Set([...fitting, ...examples(knowledge, language, most)])];
  return enough.slice(0, most);
}

/** Who was there and what was said, where that was not just told; the subject over time, another subject, the latest, the place. */
function aboutMeeting(main: Consultation, { status }: Draft, given: Given): readonly string[] {
  const { query, say } = given;
  const { ask } = say;
  const told = tell(main, given);
  const asked = new Set(status === 'answered' ? [query.ask, ...query.also] : []);
  const own = query.constraints.filter(({ role }) => role === 'topic').flatMap(({ anyOf }) => anyOf);
  const [mine] = own;
  const topic = topicOf(main, own);
  const offers: readonly (readonly [boolean, () => string])[] = [
    [main.outcomes.length > 0 && !asked.has('what'), () => ask.what(told)],
    // Nobody came to a paper.
    [main.participants.length > 0 && told.isMeeting && !asked.has('who'), () => ask.who(told)],
    [mine !== undefined && asked.has('what'), () => ask.development(topicName(mine ?? '', given))],
    [topic !== undefined, () => ask.topic(topicName(topic ?? '', given))],
    [query.order?.side !== 'latest', () => ask.latest(frameworkName(main.framework, given))],
    [main.place !== undefined && !asked.has('where'), () => ask.where(told)],
  ];
  return offers.flatMap(([fits, question]) => (fits ? [question()] : []));
}

/** What the record has on what the question named: its topics, the latest of its frameworks, the latest meeting that holds all of it. */
function aboutNamed(given: Given): readonly string[] {
  const { query, say, knowledge, found } = given;
  const { ask } = say;
  const met = idsIn(query, 'framework').filter((id) =>
    knowledge.consultations.some(({ framework }) => framework === id),
  );
  const said = idsIn(query, 'topic').filter((id) =>
    knowledge.consultations.some(({ outcomes }) => outcomes.some(({ topics }) => topics.includes(id))),
  );
  const latest = query.constraints.length === 0 ? undefined : byDate(found.findings).at(-1)?.consultation;
  const told = latest === undefined ? undefined : tell(latest, given);
  return [
    ...said.map((id) => ask.topic(topicName(id, given))),
    ...met.map((id) => ask.latest(frameworkName(id, given))),
    ...(told === undefined ? [] : [ask.what(told), ...(told.isMeeting ? [ask.who(told)] : [])]),
  ];
}

/** A topic of the consultation, another than those asked about where there is one. */
function topicOf({ outcomes }: Consultation, asked: readonly string[]): string | undefined {
  const topics = outcomes.flatMap((outcome) => outcome.topics).filter((id) => !asked.includes(id));
  // What nearly every meeting touches says least: of the topics, one that is not in every other statement.
  return topics.find((id) => topics.filter((each) => each === id).length === 1) ?? topics[0];
}
