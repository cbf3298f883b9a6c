import type { Consultation } from '../knowledge/schema.ts';
import type { Composing, Draft } from './draft.ts';
import { examples } from './examples.ts';
import { phrases } from './phrases/phrases.ts';
import { tell } from './told.ts';
import { topicName } from './topic-name.ts';

/** Questions offered under an answer. */
const most = 3;

/** What a reader may ask next: about the main consultation of the answer or the nearest record; all of it is on record. */
export function suggestionsFor(draft: Draft, composing: Composing): readonly string[] {
  if (draft.suggestions !== undefined) return draft.suggestions;
  const { question, knowledge, language, nearest } = composing;
  const { ask } = phrases(language);
  const asked = new Set([question.intent, ...question.also]);
  const main = knowledge.consultations.find(({ id }) => id === draft.consultations[0]) ?? nearest[0]?.consultation;
  if (main === undefined) return examples(knowledge, language, most);

  const told = tell(main, knowledge, language);
  const topic = firstTopic(main, question.topics);
  const name = (id: string | undefined) => (id === undefined ? undefined : topicName(id, knowledge, language));
  const label = name(topic);
  const own = name(question.topics[0]);
  const framework = knowledge.frameworks.get(main.framework);
  const isFound = draft.status === 'answered';
  const out = [
    main.outcomes.length > 0 && !(isFound && asked.has('what')) ? ask.what(told) : undefined,
    main.participants.length > 0 && !(isFound && asked.has('who')) ? ask.who(told) : undefined,
    own !== undefined && isFound && asked.has('what') && question.manner !== 'development'
      ? ask.development(own)
      : undefined,
    label === undefined ? undefined : ask.topic(label),
    framework === undefined || asked.has('latest')
      ? undefined
      : ask.latest((framework.short ?? framework.names)[language]),
    main.place === undefined || asked.has('where') ? undefined : ask.where(told),
  ].filter((each) => each !== undefined);
  const fitting = [...new Set(out)].filter((each) => each !== question.text);
  const enough = fitting.length > 1 ? fitting : [...new Set([...fitting, ...examples(knowledge, language, most)])];
  return enough.slice(0, most);
}

/** A topic of the consultation, another than those asked about where there is one. */
function firstTopic({ outcomes }: Consultation, asked: readonly string[]): string | undefined {
  const topics = outcomes.flatMap((outcome) => outcome.topics).filter((id) => !asked.includes(id));
  // What nearly every meeting touches says least.
  return topics.find((id) => id !== 'deterrence-and-response') ?? topics[0];
}
